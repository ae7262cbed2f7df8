/** 治安调解, told in its own time: from a shove at the parking place to a kept promise, and the other ways of 程序规定 第178–186条. All names are invented. */
import type { InputOf } from '../../typings/contract/actions';
import type { SecurityInput } from '../../typings/contract/dispute';
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { DAY, dayAndTime, HOUR } from '../../miniprogram/domain/time/format';
import { BUILDING, startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, eventsOf, refusalOf, sentBy, toldTo } from '../support/dispute-spec';
import { safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity('2026-03-02 08:00');
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const rules = '公安机关办理行政案件程序规定';
const begins = (moment: string) => community.cloud.at(moment);
const at = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}:00+08:00`);
const clockComes = async (moment: string) => {
  await begins(moment);
  await community.cloud.runTimers('dispute');
};
const shove: SecurityInput = { offence: 'beating', isMinorAct: true, exclusions: [], offender: 'respondent', hasMinor: true, isGuardianTold: false };
const happened = (day: string) => ({ at: at(`${day} 07:40`), place: '桐花苑 3号楼楼下车位', cause: '两家争一个车位', circumstances: '推了一把，情节较轻', result: '手臂擦伤，没有去医院' });
/** `4月13日 18:00`; nothing when it does not run. */
async function due(id: string, clock: 'handOn' | 'caseDays'): Promise<string | undefined> {
  const running = (await documentOf(community, id)).clocks.find(({ name }) => name === clock);
  return running && dayAndTime(running.dueAt);
}

/** 停车: a young neighbour pushed him; graded as a minor act for police to mediate. */
async function graded(day: string, security: Partial<SecurityInput> = {}): Promise<string> {
  await begins(`${day} 08:30`);
  const { id } = await as('resident').get('dispute.file', {
    category: 'parking', story: '早上争车位，楼上的小伙子推了我一把，手臂擦破了。', buildingId: BUILDING, danger: safe, respondent: { name: '楼上住户', phone: '13900000022' },
  });
  const { proposal } = await as('officer').get('dispute.open', { id });
  await as('officer').get('dispute.triage', { id, colour: proposal!.colour, danger: safe, track: 'security', security: { ...shove, ...security } });
  return id;
}

/** Both willing, with the second officer, at ten. */
async function atTheTable(day: string, security: Partial<SecurityInput> = {}): Promise<string> {
  const id = await graded(day, security);
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await bindRespondent(community, id);
  await as('neighbour').get('dispute.assign', { id, mediatorId: community.idOf('officer2') });
  await as('officer2').get('dispute.schedule', { id, startAt: at(`${day} 10:00`), room: '调解室', hasNoConflict: true });
  await begins(`${day} 10:00`);
  await as('officer2').get('dispute.sit', { id, isSafe: true, isGuardianTold: true });
  return id;
}

/** Written with all that 第184条 asks for, signed by both on their phones, sealed by the officer. */
async function agreed(day: string, byDay: string): Promise<string> {
  const id = await atTheTable(day);
  const text: InputOf<'dispute.draft'> = { id, form: 'written', facts: '被申请人推了申请人一把，双方都认。', clauses: [{ side: 'respondent', what: '当面道歉，赔医药费三百元', byDay, proof: '收条' }] };
  expect(await refusalOf(as('officer2').ask('dispute.draft', text))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第184条` });
  expect(codeOf(await as('officer2').ask('dispute.draft', { ...text, occurrence: { ...happened(day), at: at(`${day} 23:00`) } }))).toBe('INVALID_MOVE'); // nothing that is yet to come
  await as('officer2').get('dispute.record', { id, record: '双方都说了经过，愿意按协议办。', isReadBack: true });
  await as('officer2').get('dispute.draft', { ...text, occurrence: happened(day) });
  const { agreement } = await as('neighbour').get('dispute.open', { id });
  expect(agreement).toMatchObject({ occurrence: happened(day) });
  await as('neighbour').get('dispute.sign', { id, digest: agreement!.digest, side: 'respondent', how: 'phone', file: await sentBy(as('neighbour'), 'signature') });
  await as('resident').get('dispute.sign', { id, digest: agreement!.digest, side: 'applicant', how: 'phone', file: await sentBy(as('resident'), 'signature') });
  await as('officer2').get('dispute.seal', { id, isSealed: true, file: await sentBy(as('officer2'), 'signature') });
  return id;
}

test('agreed, kept, asked after: the act is not punished, and its paper holds all that the article asks for (第184、185条)', async () => {
  const id = await agreed('2026-03-03', '2026-03-06');
  expect(await as('officer2').get('papers.make', { id, kind: 'security' })).toMatchObject({ name: '治安调解协议书', number: '桐花里治调〔2026〕1号' });
  await begins('2026-03-05 18:00');
  await as('officer2').get('dispute.prove', { id, clause: 0, words: '道歉了，收条看过。' });
  expect(await refusalOf(as('officer').ask('dispute.handOn', { id, step: '处罚', byDay: '2026-03-20', isDecided: false }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第185条` });
  await begins('2026-03-12 15:00');
  expect(await as('officer').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '都好。' })).toMatchObject({ state: 'closed' });
  const { clocks } = await documentOf(community, id);
  expect(clocks.map(({ name }) => name)).not.toContain('caseDays');
  expect(findTampering(await documentOf(community, id), await eventsOf(community, id)).filter((fault) => !fault.startsWith('the facts'))).toEqual([]);
});

test('no agreement: the days of the case run from then, the act goes its way by law, and the damages theirs (第183、185条)', async () => {
  const id = await atTheTable('2026-04-08', { hasMinor: false }); // a Wednesday
  await as('officer2').get('dispute.fail', { id, reason: '赔多少谈不拢。' });
  expect([await due(id, 'caseDays'), await due(id, 'handOn')]).toEqual(['5月8日 10:00', '4月13日 18:00']);
  expect((await as('officer').get('dispute.open', { id })).next).toMatchObject({ what: '依法处理，写明下一步', who: '民警' });
  const { disputes } = await as('officer').get('dispute.desk', { desk: 'active' });
  expect(disputes.map((each) => each.id)).toContain(id);
  const { remedies, next, harmed, law } = await as('resident').get('dispute.open', { id });
  expect(remedies.join()).toMatch(/依法处理.*第185条.*起诉.*第186条/);
  expect([next?.what, harmed, law]).toEqual(['违法的部分由公安机关依法处理', 'applicant', undefined]);

  // once more, within seven workdays: what ran stands still, and runs anew when that fails too
  await begins('2026-04-09 09:00');
  await as('officer').get('dispute.retry', { id, areBothWilling: true });
  expect([await due(id, 'caseDays'), await due(id, 'handOn')]).toEqual([undefined, undefined]);
  await as('officer2').get('dispute.schedule', { id, startAt: at('2026-04-10 10:00'), room: '调解室', hasNoConflict: true });
  await begins('2026-04-10 10:00');
  await as('officer2').get('dispute.sit', { id, isSafe: true });
  await as('neighbour').get('dispute.fail', { id, reason: '不谈了。' });
  expect(await due(id, 'caseDays')).toBe('5月10日 10:00');

  await begins('2026-04-10 15:00');
  const [step, byDay] = ['受案，请双方来做笔录', '2026-04-15'];
  expect(codeOf(await as('officer').ask('dispute.handOn', { id, step, byDay: '2026-04-09', isDecided: false }))).toBe('INVALID_MOVE');
  await as('officer').get('dispute.handOn', { id, step, byDay, isDecided: false });
  expect((await as('officer').get('dispute.open', { id })).next).toMatchObject({ what: step });
  expect(JSON.stringify(await as('neighbour').get('dispute.open', { id }))).not.toContain(step); // what police do is theirs to say
  expect((await toldTo(community, 'neighbour', id)).at(-1)).toMatch(/违法的部分由公安机关依法处理/);

  // the person harmed, and nobody else, asks for the damages: a case of its own
  expect(await refusalOf(as('neighbour').ask('dispute.askDamages', { id, side: 'respondent', words: '车漆。' }))).toMatchObject({ code: 'FORBIDDEN', basis: `${rules} 第185条` });
  await as('resident').get('dispute.askDamages', { id, side: 'applicant', words: '医药费三百元。' });
  expect(codeOf(await as('resident').ask('dispute.askDamages', { id, side: 'applicant', words: '再来一次。' }))).not.toBe('OK');
  const [damages] = (await as('resident').get('dispute.open', { id })).linked;
  expect(damages).toMatchObject({ how: 'damages', state: 'submitted' });
  const opened = await documentOf(community, damages!.id!);
  expect(opened.facts).toMatchObject({ story: '赔偿：医药费三百元。', applicant: { id: community.idOf('resident') }, respondent: { id: community.idOf('neighbour') } });
  expect(opened.facts.respondent!.consentedAt).toBeUndefined();
  await as('officer').get('dispute.triage', { id: damages!.id!, colour: 'yellow', danger: safe, track: 'people' });

  await clockComes('2026-05-05 10:01'); // 80 % of the thirty days
  expect((await toldTo(community, 'officer', id)).at(-1)).toMatch(/快到时间了，还没有依法作出决定/);
  await as('officer').get('dispute.handOn', { id, step: '已作出决定，桐公决12', byDay: '2026-05-05', isDecided: true });
  expect([await due(id, 'caseDays'), (await documentOf(community, id)).desk]).toEqual([undefined, 'done']);
  expect(await refusalOf(as('officer').ask('dispute.recognize', { id, by: 'themselves', terms: '和好了。', haveBothApplied: true, isPerformed: true, file: await sentBy(as('officer')), isRecognized: true }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第186条` });
});

test('a promise that is broken before police: they say how it goes on before it is closed or begins anew (第185条)', async () => {
  const id = await agreed('2026-06-02', '2026-06-05');
  await begins('2026-06-08 09:00');
  await as('officer2').get('dispute.default', { id, clause: 0, words: '没道歉，也没给钱。' });
  expect(await due(id, 'caseDays')).toBe('7月8日 9:00');
  expect((await as('officer').get('dispute.open', { id })).next).toMatchObject({ what: '依法处理，写明下一步' });
  await begins('2026-06-15 10:00');
  const asked = { id, applicant: 'notKept', respondent: 'notKept', words: '还是没做。' } as const;
  expect(await refusalOf(as('officer').ask('dispute.close', asked))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第185条` });
  expect(await refusalOf(as('officer').ask('dispute.reopen', { id, reason: '赔偿另谈。' }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第185条` });
  await as('officer').get('dispute.handOn', { id, step: '传唤询问', byDay: '2026-06-18', isDecided: false });
  expect(await as('officer').get('dispute.close', asked)).toMatchObject({ state: 'closed' });
  expect(await due(id, 'caseDays')).toBe('7月8日 9:00'); // closing it decides nothing
  expect((await documentOf(community, id)).desk).toBe('active');
});

test('kept late after all: no days run any more', async () => {
  const id = await agreed('2026-06-16', '2026-06-18');
  await begins('2026-06-19 09:00');
  await as('officer2').get('dispute.default', { id, clause: 0, words: '没做。' });
  await begins('2026-06-19 17:00');
  await as('officer2').get('dispute.prove', { id, clause: 0, words: '下午道歉了，钱也给了。' });
  expect([await due(id, 'caseDays'), await due(id, 'handOn')]).toEqual([undefined, undefined]);
});

test('both came to terms by themselves and kept to it: asked for together in writing, it is recognized or not (第186条)', async () => {
  const id = await graded('2026-07-07', { hasMinor: false });
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '说自己谈。' });
  await as('officer').get('dispute.refuse', { id, side: 'respondent', reason: '两家自己说。' });
  await begins('2026-07-09 09:00');
  const asked = { id, by: 'themselves', terms: '赔了三百元，当面道歉。', haveBothApplied: true, isPerformed: true, isRecognized: true } as const;
  const file = () => sentBy(as('officer'));
  for (const lacking of [{ haveBothApplied: false }, { isPerformed: false }]) {
    expect(await refusalOf(as('officer').ask('dispute.recognize', { ...asked, ...lacking, file: await file() }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第186条` });
  }
  await as('officer').get('dispute.recognize', { ...asked, file: await file(), isRecognized: false, reason: '收条还没有看到。' });
  expect(await documentOf(community, id)).toMatchObject({ state: 'refused' });
  expect(await as('officer').get('dispute.recognize', { ...asked, file: await file() })).toMatchObject({ state: 'closed' });
  expect([await due(id, 'caseDays'), await due(id, 'handOn')]).toEqual([undefined, undefined]);
  expect((await toldTo(community, 'resident', id)).at(-1)).toMatch(/公安机关认可，不予处罚/);
  const { papers } = await as('officer').get('papers.list', { id });
  expect(papers.find(({ kind }) => kind === 'handling')).toMatchObject({ isReady: true });
});

test('on the spot: minor, clear, no loss in dispute, agreed to and done at once; the paper or the recording stays (第178条)', async () => {
  const id = await graded('2026-08-04', { hasMinor: false });
  expect(await refusalOf(as('gridWorker').ask('dispute.settle', { id, settledHow: '握手了。', haveBothAgreed: true }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第178条` });
  const settled = { id, course: '争车位，推了一把。', occurrence: happened('2026-08-04'), terms: '当面道歉，车挪走。', haveBothAgreed: true, isClear: true, isLossUndisputed: true, isPerformed: true } as const;
  for (const lacking of [{ isClear: false }, { isLossUndisputed: false }, { isPerformed: false }, { haveBothAgreed: false }]) {
    expect(await refusalOf(as('officer').ask('dispute.settleByPolice', { ...settled, ...lacking, proof: 'recording', recording: '执法记录仪12号' }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第178条` });
  }
  expect(await refusalOf(as('officer').ask('dispute.settleByPolice', { ...settled, proof: 'paper' }))).toMatchObject({ code: 'REFUSED', basis: `${rules} 第178条` });
  expect(await as('officer').get('dispute.settleByPolice', { ...settled, proof: 'paper', file: await sentBy(as('officer')) })).toMatchObject({ state: 'settledOnSpot' });
  expect(await as('officer').get('papers.make', { id, kind: 'security' })).toMatchObject({ name: '治安调解协议书' });
  await community.cloud.later(7 * DAY + HOUR);
  expect(codeOf(await as('officer').ask('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '都好。' }))).toBe('FORBIDDEN'); // who settled it does not ask
  expect(codeOf(await as('officer2').ask('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '都好。' }))).toBe('OK');
});

test('what is refused on this track rests on its own rules', async () => {
  const id = await atTheTable('2026-09-01');
  const basisOf = async (asked: Promise<Parameters<typeof codeOf>[0]>) => (await refusalOf(asked)).basis;
  expect(await basisOf(as('mediator2').ask('dispute.fail', { id, reason: '…' }))).toBeUndefined(); // nobody to it
  expect(await basisOf(as('auxiliary').ask('dispute.fail', { id, reason: '…' }))).toBe(`${rules} 第185条`);
  expect(await basisOf(as('auxiliary').ask('dispute.refuse', { id, side: 'applicant' }))).toBe(`${rules} 第179条`);
  expect(await basisOf(as('auxiliary').ask('dispute.withdraw', { id, isForApplicant: true }))).toMatch(new RegExp(rules));
});
