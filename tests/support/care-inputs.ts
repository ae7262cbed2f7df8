/** A valid input of every action of childcare, for a child or a visit that stands as it should. */
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { signatureOf } from '../../cloudfunctions/childcare/offline';
import { DAY, dayKey, HOUR, startOfDay, wallClock } from '../../miniprogram/domain/time/format';
import type { ActionName, InputOf } from '../../typings/contract/actions';
import { BAR, OTHER_GUARDIAN, PHRASE } from './care-cases';
import { consentVersion } from './childcare';
import { COMMUNITY } from './community';
import { phoneOf, type Everybody, type Who } from './everybody';

type CareAction = Extract<ActionName, `childcare.${string}`>;
export type CareInputs = { readonly [A in CareAction]: (id: string, who: Who, when: string) => InputOf<A> | Promise<InputOf<A>> };

const words = '写下来。';
const other = { name: '姑姑', kinship: 'relative', phone: '13900000098' } as const;
const WORD = '桂花';

export function careInputs({ community, as, care }: Everybody): CareInputs {
  const { post } = care;
  const postId = post.id;
  const id = (visitOrChild: string) => ({ id: visitOrChild });
  const now = () => community.cloud.now();
  const guardianId = personIdOf(as.guardian.openid);
  /** The first time of the next day on which the post is open. */
  const nextTime = async () => {
    let day = startOfDay(await now()) + DAY;
    while (!post.weekdays.includes(wallClock(day).weekday || 7)) day += DAY;
    return day + 15 * HOUR + 40 * 60_000;
  };
  const walkIn = { postId, nickname: '一一', birthMonth: '2018-03', hasVerbalConsent: true };

  return {
    'childcare.posts': () => ({}),
    'childcare.savePost': () => ({ id: postId, name: post.name, placeId: COMMUNITY, address: post.address, areaM2: 200, seats: 40, times: post.times, weekdays: post.weekdays }),
    'childcare.register': () => ({ nickname: '小满', birthMonth: '2017-05', school: '桐里小学', kinship: 'mother', consentVersion }),
    'childcare.complete': (childId) => ({ id: childId, className: '三年级1班' }),
    'childcare.children': () => ({}),
    'childcare.child': id,
    'childcare.consent': (childId) => ({ id: childId, version: consentVersion }),
    'childcare.withdrawConsent': id,
    'childcare.addGuardian': (childId) => ({ id: childId, guardian: other, word: WORD }),
    'childcare.joinGuardian': async (childId) => ({ code: (await as.guardian.get('childcare.addGuardian', { id: childId, guardian: other, word: WORD })).code, word: WORD }),
    'childcare.removeGuardian': (childId) => ({ id: childId, who: OTHER_GUARDIAN, reason: words }),
    'childcare.consentLater': async (_id, who) => {
      if (who !== 'guardian') return { word: '000000', kinship: 'mother', school: '桐里小学', consentVersion };
      const { id: visitId } = await as.carer.get('childcare.walkIn', { ...walkIn, guardianPhone: phoneOf(who) });
      return { word: (await as.carer.get('childcare.walkInWord', { id: visitId })).word, kinship: 'mother', school: '桐里小学', consentVersion };
    },
    'childcare.walkInWord': id,
    'childcare.addPerson': (childId) => ({ id: childId, person: other, isToday: true }),
    'childcare.confirmPerson': (childId) => ({ id: childId, personId: care.grandmother, words }),
    'childcare.removePerson': (childId) => ({ id: childId, personId: care.grandmother }),
    'childcare.familyWord': (childId) => ({ id: childId, word: WORD }),
    'childcare.card': id,
    'childcare.bar': (childId) => ({ id: childId, name: '别人', reason: words }),
    'childcare.liftBar': (childId) => ({ id: childId, barId: BAR, reason: words }),
    'childcare.export': id,
    'childcare.erase': id,

    'childcare.slots': async () => ({ postId, from: await now(), days: 5 }),
    'childcare.book': async (childId) => ({ childId, postId, startAt: await nextTime() }),
    'childcare.week': async (childId) => ({ postId, dismissals: [{ childId, day: dayKey(await nextTime()), minute: 15 * 60 + 30 }] }),
    'childcare.take': id,
    'childcare.pass': id,
    'childcare.cancel': id,
    'childcare.askFetch': (childId) => ({ childId, postId, reason: words, school: '桐里小学', teacher: '许老师', phrase: PHRASE }),
    'childcare.takeFetch': id,
    'childcare.declineFetch': (visitId) => ({ id: visitId, alternative: words }),
    'childcare.pickUp': (visitId) => ({ id: visitId, phrase: PHRASE, hasTeacherConfirmed: true }),

    'childcare.open': id,
    'childcare.history': (childId) => ({ childId }),
    'childcare.board': () => ({ postId }),
    'childcare.shift': () => ({ postId, isOn: true }),
    'childcare.staff': () => ({ postId }),
    'childcare.vet': () => ({ postId, personId: personIdOf(as.carer.openid), isClean: true }),
    'childcare.checkIn': id,
    'childcare.walkIn': () => ({ ...walkIn, guardianPhone: '13900000097' }),
    'childcare.activity': (visitId) => ({ id: visitId, activity: 'homework' }),
    'childcare.secret': id,
    'childcare.ask': (visitId) => ({ id: visitId, proof: 'callback', personId: guardianId }),
    'childcare.release': id,
    'childcare.refuseRelease': (visitId) => ({ id: visitId, reason: words }),
    'childcare.back': id,
    'childcare.proposeException': (visitId) => ({ id: visitId, name: '外婆', personId: care.grandmother, isDocumentSeen: true, isRungBack: true, words }),
    'childcare.releaseByException': (visitId) => ({ id: visitId, words }),
    'childcare.claimOffline': async (visitId) => {
      const at = await now();
      return { id: visitId, personId: guardianId, at, claimId: `claim-${visitId}`, signature: signatureOf({ visitId, personId: guardianId }, at + HOUR) };
    },
    'childcare.confirmClaim': (visitId) => ({ id: visitId, words }),
    'childcare.doubtClaim': (visitId) => ({ id: visitId, words }),
    'childcare.transfer': (visitId) => ({ id: visitId, to: '儿童督导员', reason: words }),
    'childcare.phone': (childId) => ({ childId, who: care.grandmother }),
    'childcare.forecast': async () => ({ postId, from: await now(), days: 5 }),
  };
}
