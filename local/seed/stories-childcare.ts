/** Childcare of the demo community: two posts, and eight children, each somewhere else in one afternoon. */
import { DAY, dayKey } from '../../miniprogram/domain/time/format';
import { careNoticeVersion } from '../../miniprogram/domain/childcare/policy';
import type { GuardianInput } from '../../typings/contract/childcare-actions';
import type { Calendar } from './moment';
import { scenes } from './pictures';
import type { Stage, Step, Story } from './stage';
import { step } from './verbs';

const OUR_POST = '桐花里警务室';
const minutesOf = (time: string) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
const times = [['15:40', '17:00'], ['16:30', '18:00']].map(([from = '', until = '']) => ({ fromMinute: minutesOf(from), untilMinute: minutesOf(until) }));
const grandmother: GuardianInput = { name: '外婆', kinship: 'grandparent', phone: '13900000061' };
const grandfather: GuardianInput = { name: '爷爷', kinship: 'grandparent', phone: '13900000062' };
const aunt: GuardianInput = { name: '姑姑', kinship: 'relative', phone: '13900000063' };

export function storiesOfChildcare({ ago }: Calendar): Story[] {
  const born = (years: number) => dayKey(ago(0, '12:00') - (years * 365 + 120) * DAY).slice(0, 7);
  return [
    [opensPost(ago(30, '9:00'), OUR_POST, '桐花苑南门', 48, 10)],
    [opensPost(ago(30, '9:20'), '望河警务室', '望河新城A座底层', 24, 6)],
    // Two adults whose record was looked up are there, last Tuesday and this afternoon.
    [
      ...['carer', 'auxiliary'].map((who) => vets(ago(29, '10:00'), who)),
      ...[7, 0].flatMap((days) => ['carer', 'auxiliary'].map((who) => comesToWork(ago(days, '14:00'), who))),
    ],
    // Was here last week, is here now; the mother's phone has the code.
    [
      joins(ago(21, '20:10'), 'parent', { nickname: '小麦', birthMonth: born(7), school: '桐里小学', className: '一年级2班' }, [grandmother]),
      step(ago(21, '20:20'), ({ as }, id) => as('parent').does('childcare.familyWord', { id, word: '南瓜灯' })),
      books(ago(9, '20:00'), 'parent', ago(7, '15:40')),
      arrives(ago(7, '15:43')),
      goesHome(ago(7, '16:52'), '外婆'),
    ],
    [again(ago(1, '20:00'), 'parent', '小麦', ago(0, '15:40')), arrives(ago(0, '15:42')), does(ago(0, '15:50'), 'homework'), does(ago(0, '16:20'), 'snack')],
    // Her brother is out forty minutes later; he comes tomorrow.
    [
      joins(ago(21, '20:30'), 'parent', { nickname: '小满', birthMonth: born(9), school: '桐里小学', className: '三年级1班' }, [grandmother]),
      books(ago(0, '12:30'), 'parent', ago(-1, '16:30')),
    ],
    // 今天换人接: the father is at work, the aunt stands at the door, and the post has rung back.
    [
      joins(ago(14, '19:40'), 'parent2', { nickname: '豆苗', birthMonth: born(8), school: '桐里小学', className: '二年级3班', kinship: 'father' }, [grandfather]),
      books(ago(2, '21:00'), 'parent2', ago(0, '15:40')),
      arrives(ago(0, '15:46')),
      does(ago(0, '15:55'), 'homework'),
      step(ago(0, '16:24'), async ({ as }, visitId) => as('parent2').does('childcare.addPerson', { id: await childOf(as('parent2'), visitId), person: aunt, isToday: true })),
      step(ago(0, '16:29'), async ({ as }, visitId) => {
        const id = await childOf(as('carer'), visitId);
        return as('carer').does('childcare.confirmPerson', { id, personId: await personOf(as('carer'), visitId, aunt.name), words: '回拨了爸爸留的电话，他说今天姑姑来。' });
      }),
      asks(ago(0, '16:33'), aunt.name),
    ],
    // Goes home with the grandfather.
    [
      joins(ago(18, '12:10'), 'resident8', { nickname: '石头', birthMonth: born(11), school: '桐里小学', className: '五年级1班' }, [grandfather]),
      books(ago(1, '12:15'), 'resident8', ago(0, '15:40')),
      arrives(ago(0, '15:38')),
      goesHome(ago(0, '16:12'), grandfather.name),
    ],
    // Fetched from school: the father is in hospital with the younger one.
    [
      joins(ago(10, '20:00'), 'resident12', { nickname: '糖糖', birthMonth: born(7), school: '望河小学', className: '一年级4班', kinship: 'father' }, [grandmother]),
      step(ago(0, '16:08'), async (stage, childId) =>
        stage.as('resident12').does('childcare.askFetch', { childId, postId: await postOf(stage, OUR_POST), reason: '妹妹发高烧，正在医院，走不开。', school: '望河小学', teacher: '班主任', phrase: '蓝色书包' })),
    ],
    // Five minutes late; an allergy, and somebody who must not come near.
    [
      joins(ago(16, '21:10'), 'resident15', { nickname: '贝贝', birthMonth: born(12), school: '桐里小学', className: '六年级2班', allergy: '花生过敏，包里有药。' }, [grandmother]),
      books(ago(1, '9:00'), 'resident15', ago(0, '16:30')),
      step(ago(0, '9:10'), async ({ as }, visitId) => as('officer').does('childcare.bar', { id: await childOf(as('officer'), visitId), name: '高某', reason: '法院有禁止接触的裁定，妈妈带来看过。' })),
    ],
    // At the door without a booking: one whose time is over, one whose parents have still to agree.
    [walksIn(ago(0, '14:18'), { nickname: '阿橙', birthMonth: born(10), guardianPhone: '13900001020' }), agreesLater(ago(0, '14:35'), 'resident20', '桐里小学')],
    [walksIn(ago(0, '16:10'), { nickname: '一一', birthMonth: born(6), guardianPhone: '13900001022', allergy: '青霉素过敏。' })],
  ];
}

interface Joining {
  readonly nickname: string;
  readonly birthMonth: string;
  readonly school: string;
  readonly className: string;
  /** Who registers; the mother where nothing is said. */
  readonly kinship?: 'father';
  readonly allergy?: string;
}

function opensPost(at: number, name: string, address: string, areaM2: number, seats: number): Step {
  return step(at, (stage) => stage.as('leader').does('childcare.savePost', { name, address, areaM2, seats, placeId: stage.at('桐花里社区'), times, weekdays: [1, 2, 3, 4, 5] }));
}

function comesToWork(at: number, who: string): Step {
  return step(at, async (stage) => stage.as(who).does('childcare.shift', { postId: await postOf(stage, OUR_POST), isOn: true }));
}

function vets(at: number, who: string): Step {
  return step(at, async (stage) => stage.as('leader').does('childcare.vet', { postId: await postOf(stage, OUR_POST), personId: stage.as(who).id, isClean: true }));
}

/** The child is known, and two people may come. From here on the story's id is the child's. */
function joins(at: number, guardian: string, { nickname, birthMonth, school, kinship, ...more }: Joining, persons: readonly GuardianInput[]): Step {
  return {
    at,
    async happens({ as }) {
      const { id } = await as(guardian).does('childcare.register', { nickname, birthMonth, school, kinship: kinship ?? 'mother', consentVersion: careNoticeVersion });
      for (const person of persons) await as(guardian).does('childcare.addPerson', { id, person, isToday: false });
      await as(guardian).does('childcare.complete', { id, ...more });
      return { id };
    },
  };
}

/** From here on the story's id is the visit's. */
function books(at: number, guardian: string, startAt: number): Step {
  return { at, happens: async (stage, childId) => stage.as(guardian).does('childcare.book', { childId, postId: await postOf(stage, OUR_POST), startAt }) };
}

/** A child who is known from another story. */
function again(at: number, guardian: string, nickname: string, startAt: number): Step {
  return {
    at,
    async happens(stage) {
      const { children } = await stage.as(guardian).does('childcare.children', {});
      const childId = children.find((child) => child.nickname === nickname)?.id ?? '';
      return stage.as(guardian).does('childcare.book', { childId, postId: await postOf(stage, OUR_POST), startAt });
    },
  };
}

function walksIn(at: number, child: { nickname: string; birthMonth: string; guardianPhone: string; allergy?: string }): Step {
  return { at, happens: async (stage) => stage.as('carer').does('childcare.walkIn', { postId: await postOf(stage, OUR_POST), ...child, hasVerbalConsent: true }) };
}

/** The carer rings the number that was written down; who answers hears six digits, and comes in with them. */
function agreesLater(at: number, guardian: string, school: string): Step {
  return step(at, async ({ as }, id) => {
    const { word } = await as('carer').does('childcare.walkInWord', { id });
    return as(guardian).does('childcare.consentLater', { word, kinship: 'father', school, consentVersion: careNoticeVersion });
  });
}

const arrives = (at: number): Step => step(at, ({ as }, id) => as('carer').does('childcare.checkIn', { id }));
const does = (at: number, activity: 'homework' | 'snack'): Step => step(at, ({ as }, id) => as('carer').does('childcare.activity', { id, activity }));

/** The post rings the stored number back before anybody takes the child. */
function asks(at: number, name: string): Step {
  return step(at, async ({ as }, id) => as('carer').does('childcare.ask', { id, proof: 'callback', personId: await personOf(as('carer'), id, name) }));
}

function goesHome(at: number, name: string): Step {
  return step(at, async (stage, id) => {
    await asks(at, name).happens(stage, id);
    const photo = await stage.as('carer').sends({ kind: 'photo', content: scenes.doorway });
    return stage.as('carer').does('childcare.release', { id, photo });
  });
}

type Actor = ReturnType<Stage['as']>;

async function postOf({ as }: Stage, name: string): Promise<string> {
  const { posts } = await as('leader').does('childcare.posts', {});
  return posts.find((post) => post.name === name)?.id ?? '';
}

async function childOf(actor: Actor, visitId: string): Promise<string> {
  return (await actor.does('childcare.open', { id: visitId })).childId;
}

async function personOf(actor: Actor, visitId: string, name: string): Promise<string> {
  const { child } = await actor.does('childcare.open', { id: visitId });
  return child.persons.find((person) => person.name === name)?.id ?? '';
}
