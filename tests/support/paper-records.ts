/** Records of disputes as papers are written from them, from first telling to kept promise. */
import type { Occurrence } from '../../typings/contract/dispute';
import type { RecordedEvent } from '../../miniprogram/domain/papers/record';
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { DAY, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import type { NumberedRecord } from '../../cloudfunctions/papers/compose/words';
import { safe } from './disputes';

/** A Tuesday noon. */
export const START = Date.parse('2026-03-03T12:00:00+08:00');
export const NUMBER = '桐花里调〔2026〕12号';
export const SIGNATURES = ['signature-applicant', 'signature-respondent', 'signature-mediator'] as const;

type Told = Pick<RecordedEvent, 'move' | 'to' | 'who' | 'as'> & { readonly after: number } & Partial<Pick<RecordedEvent, 'words' | 'isInternal'>>;

/** The history in order; `after` is counted from the start. */
function history(...told: readonly Told[]): RecordedEvent[] {
  return told.map(({ after, ...event }, index) => ({ isInternal: false, ...event, version: index + 1, at: START + after }));
}

const settled = { at: START + 12 * DAY, later: START + 13 * DAY } as const;

/** Two sittings, a written agreement with drawn signatures, one promise kept and one not, both asked afterwards. */
export const whole: NumberedRecord = {
  number: NUMBER,
  state: 'closed',
  openedAt: START,
  now: START + 20 * DAY,
  places: { station: '桐里派出所', street: '桐里街道', community: '桐花里社区' },
  events: history(
    { after: 0, move: 'file', to: 'submitted', who: '韦德顺', as: 'applicant' },
    { after: HOUR, move: 'triage', to: 'triaged', who: '沈砚秋', as: 'officer' },
    { after: 2 * HOUR, move: 'note', to: 'triaged', who: '程小北', as: 'auxiliary', words: '到楼上看过，客厅没有铺地垫，孩子晚上在家跑动。', isInternal: true },
    { after: DAY, move: 'invite', to: 'inviting', who: '沈砚秋', as: 'officer', words: '电话打通，对方说愿意谈。', isInternal: true },
    { after: 2 * DAY, move: 'accept', to: 'accepted', who: '沈砚秋', as: 'officer' },
    { after: 2 * DAY + HOUR, move: 'assign', to: 'assigned', who: '韦德顺', as: 'applicant' },
    { after: 3 * DAY, move: 'schedule', to: 'scheduled', who: '丁守义', as: 'mediator' },
    { after: 4 * DAY, move: 'sit', to: 'mediating', who: '丁守义', as: 'mediator' },
    { after: 4 * DAY + 50 * MINUTE, move: 'adjourn', to: 'scheduled', who: '丁守义', as: 'mediator', words: '韦德顺：夜里十一点以后还有跑跳声，连着两个星期了。\n穆子安：孩子小，管不住，愿意想办法。\n双方同意周五再谈铺地垫的事。' },
    { after: 7 * DAY, move: 'sit', to: 'mediating', who: '丁守义', as: 'mediator' },
    { after: 7 * DAY + 20 * MINUTE, move: 'record', to: 'mediating', who: '丁守义', as: 'mediator', words: '双方就铺地垫、限定时间和补偿谈妥，内容已念给双方听。' },
    { after: 7 * DAY + 25 * MINUTE, move: 'draft', to: 'mediating', who: '丁守义', as: 'mediator' },
    { after: 7 * DAY + 30 * MINUTE, move: 'sign', to: 'mediating', who: '韦德顺', as: 'applicant' },
    { after: 7 * DAY + 40 * MINUTE, move: 'sign', to: 'mediating', who: '穆子安', as: 'respondent' },
    { after: 7 * DAY + 40 * MINUTE, move: 'agree', to: 'agreed', who: '警务室', as: 'system' },
    { after: 7 * DAY + HOUR, move: 'seal', to: 'agreed', who: '丁守义', as: 'mediator' },
    { after: 7 * DAY + HOUR, move: 'perform', to: 'performing', who: '警务室', as: 'system' },
    { after: 12 * DAY, move: 'prove', to: 'performing', who: '韦德顺', as: 'applicant', words: '地垫铺好了，晚上听不到了。' },
    { after: 12 * DAY + HOUR, move: 'supervise', to: 'performing', who: '丁守义', as: 'mediator', words: '打电话提醒穆子安，补偿款周五前给。' },
    { after: 13 * DAY, move: 'default', to: 'performing', who: '韦德顺', as: 'applicant', words: '补偿款没有收到。' },
    { after: 13 * DAY, move: 'conclude', to: 'following', who: '警务室', as: 'system' },
    { after: 20 * DAY - HOUR, move: 'close', to: 'closed', who: '陆则行', as: 'followUpOfficer', words: '申请人说声音没有了，补偿款打算起诉。被申请人电话没有接。', isInternal: true },
  ),
  facts: {
    number: '桂花27',
    category: 'noise',
    story: '楼上夜里一直咚咚响，睡不着，说过两次没有用。',
    place: { buildingId: 'building3', path: ['station', 'street', 'community', 'building3'], text: '桐花苑 3号楼', door: '2单元401' },
    source: 'app',
    danger: safe,
    applicant: { id: 'resident', name: '韦德顺', phoneMask: '139******21', consentedAt: START },
    respondent: { id: 'parent2', name: '穆子安', phoneMask: '139******22', isAsTold: true, consentedAt: START + DAY },
    photos: ['photo-1', 'photo-2'],
    voice: 'voice-1',
    peopleCount: 2,
    colour: 'blue',
    track: 'people',
    tries: [{ channel: 'call', at: START + DAY, isReached: true }],
    earlierRespondents: [],
    mediator: { id: 'mediator', name: '丁守义', hasDeclared: true },
    held: [{ startAt: START + 4 * DAY, room: '调解室', mediator: '丁守义' }, { startAt: START + 7 * DAY, room: '上门', mediator: '丁守义', isReadBack: true, photos: ['photo-3'] }],
    sessionsHeld: 2,
    agreement: {
      form: 'written',
      facts: '2026年2月中旬以来，被申请人家中孩子夜间跑跳，声响传到楼下，影响申请人休息。双方对时间和次数没有异议。',
      disputed: '夜间声响是否超出正常生活所需，以及如何补偿。',
      responsibility: '被申请人对控制夜间声响负主要责任；申请人上门时言语急躁，也有不当之处。',
      copies: 3,
      clauses: [
        { side: 'respondent', what: '在客厅和儿童房铺上地垫', byDay: '2026-03-15', proof: '申请人晚上听不到跑跳声', state: 'kept', settledAt: settled.at, photos: ['photo-4'] },
        { side: 'respondent', what: '补偿申请人购买耳塞、隔音条的费用 260 元', byDay: '2026-03-15', proof: '申请人收到转账', state: 'broken', settledAt: settled.later, photos: [] },
      ],
      digest: 'text',
      signatures: [
        { side: 'applicant', at: START + 7 * DAY + 30 * MINUTE, how: 'phone', file: SIGNATURES[0], digest: 'text' },
        { side: 'respondent', at: START + 7 * DAY + 40 * MINUTE, how: 'phone', file: SIGNATURES[1], digest: 'text' },
      ],
      seal: { at: START + 7 * DAY + HOUR, by: 'mediator', file: SIGNATURES[2], sha256: 'c'.repeat(64) },
      effectiveAt: START + 7 * DAY + HOUR,
    },
    followUps: [{ at: START + 20 * DAY - HOUR, by: 'officer2', applicant: 'notKept', respondent: 'noAnswer' }],
    closedAt: START + 20 * DAY - HOUR,
    contests: 0,
  },
};

/** The same with other facts. */
export function withFacts(changes: Partial<DisputeFacts>, record: NumberedRecord = whole): NumberedRecord {
  return { ...record, facts: { ...record.facts, ...changes } };
}

/** As it stood when this move had been made for the last time. */
export function upTo(move: RecordedEvent['move'], record: NumberedRecord = whole): NumberedRecord {
  const last = record.events.filter((event) => event.move === move).pop();
  if (!last) throw new Error(`there was no ${move}`);
  return { ...record, state: last.to, now: last.at, events: record.events.filter(({ version }) => version <= last.version) };
}

/** When, where, why, how, and what came of it (程序规定 第184条). */
const pushed: Occurrence = { at: START - 3 * HOUR, place: '桐花苑3号楼楼下车位旁', cause: '两家都要停同一个车位', circumstances: '推了一把，情节较轻', result: '左手臂擦伤，没有去医院' };

/** Police mediate: the neighbour pushed him, a minor act. */
export const ofSecurity: NumberedRecord = withFacts(
  {
    track: 'security',
    agreement: { ...agreementOf(whole), facts: '因占车位争吵，被申请人推了申请人一把。', occurrence: pushed },
    source: '110',
    sourceNumber: '20260303-118',
    agentId: 'officer',
    category: 'parking',
    story: '因占车位争吵，对方推了一把，手臂擦伤。',
    mediator: { id: 'officer', name: '沈砚秋', hasDeclared: true },
    security: { offence: 'beating', isMinorAct: true, exclusions: [], offender: 'respondent', hasMinor: false, isGuardianTold: false },
    panel: { template: 'fivePlus', consents: ['applicant', 'respondent'], members: [
      { post: 'officer', name: '沈砚秋', hasDeclared: true }, { post: 'lawyer', name: '方予真', hasDeclared: true }, { post: 'property', name: '冷锋', hasDeclared: true }, { post: 'gridHead', name: '邹立群', hasDeclared: true }, { post: 'gridWorker', name: '夏荷', hasDeclared: true },
    ] },
  },
  { ...whole, number: '桐花里治调〔2026〕3号' },
);

/** Not kept before police: dealt with by law, the damages apart, and in the end both came to terms (第185、186条). */
export const dealtWith: NumberedRecord = {
  ...withFacts({
    handling: { step: '受案，传唤被申请人询问', byDay: '2026-03-20', decidedOn: '2026-03-22' },
    settlement: { by: 'people', terms: '赔偿医药费三百元，当面道歉', haveBothApplied: true, isPerformed: true, isRecognized: false, at: START + 19 * DAY, file: 'photo-5' },
  }, ofSecurity),
  events: [
    ...ofSecurity.events,
    { version: 90, move: 'handOn', to: 'closed', at: START + 14 * DAY, who: '沈砚秋', as: 'officer', words: '受案，传唤被申请人询问', isInternal: true },
    { version: 91, move: 'askDamages', to: 'closed', at: START + 15 * DAY, who: '韦德顺', as: 'applicant', words: '医药费三百元', isInternal: false },
    { version: 92, move: 'recordDecision', to: 'closed', at: START + 19 * DAY, who: '沈砚秋', as: 'officer', words: '已作出处理决定', isInternal: true },
    { version: 93, move: 'notRecognize', to: 'closed', at: START + 19 * DAY, who: '沈砚秋', as: 'officer', words: '申请时已作出处理决定。', isInternal: false },
  ],
};

/** 当场调解 by police, with the paper that both signed there (第178条). */
export const spotOfPolice: NumberedRecord = {
  ...withFacts({
    mediator: { id: 'officer', name: '沈砚秋', hasDeclared: true },
    spot: { course: '因占车位争吵，被申请人推了申请人一把。', occurrence: pushed, terms: '被申请人当面道歉，车当场挪走', isClear: true, isLossUndisputed: true, isPerformed: true, proof: 'paper', file: 'photo-6' },
  }, ofSecurity),
  state: 'closed',
  events: history(
    { after: 0, move: 'file', to: 'submitted', who: '沈砚秋', as: 'agent' },
    { after: HOUR, move: 'triage', to: 'triaged', who: '沈砚秋', as: 'officer' },
    { after: HOUR, move: 'settleByPolice', to: 'settledOnSpot', who: '沈砚秋', as: 'officer', words: '被申请人当面道歉，车当场挪走' },
    { after: 7 * DAY, move: 'close', to: 'closed', who: '陆则行', as: 'followUpOfficer', words: '两边都说没再闹。', isInternal: true },
  ),
};
delete (spotOfPolice.facts as { agreement?: unknown }).agreement;

/** The text of a record that has one. */
function agreementOf({ facts: { agreement } }: NumberedRecord): NonNullable<DisputeFacts['agreement']> {
  if (!agreement) throw new Error('this record has an agreement');
  return agreement;
}

/** Settled by whoever stood there. */
export const onTheSpot: NumberedRecord = {
  ...withFacts({ category: 'parking', source: 'patrol', agentId: 'volunteer', story: '门口占道。', mediator: { id: 'volunteer', name: '骆长根', hasDeclared: true }, sessionsHeld: 0 }),
  state: 'closed',
  events: history(
    { after: 0, move: 'settle', to: 'settledOnSpot', who: '骆长根', as: 'volunteer', words: '车挪走了，以后放到车棚，不再占门口。' },
    { after: 7 * DAY, move: 'close', to: 'closed', who: '陆则行', as: 'followUpOfficer', words: '两边都说好了。', isInternal: true },
  ),
};
delete (onTheSpot.facts as { agreement?: unknown }).agreement;

/** As long as the forms allow, and with words that know no spaces. */
export function longest(): NumberedRecord {
  const long = (characters: number, unit = '楼上楼下来回说了很多次也没有说清楚这件事情到底应该怎么办，') => unit.repeat(Math.ceil(characters / unit.length)).slice(0, characters);
  const { agreement } = whole.facts;
  if (!agreement) throw new Error('the whole record has an agreement');
  const clauses = Array.from({ length: 10 }, (_, index) => ({ side: index % 2 === 0 ? 'respondent' as const : 'applicant' as const, what: long(100), byDay: '2026-03-15', proof: long(100), state: 'kept' as const, settledAt: START + 12 * DAY, photos: ['photo-4'] }));
  const members = Array.from({ length: 18 }, (_, index) => ({ name: `住户${index + 1}`, isRepresentative: index < 5, hasConsented: true, hasAgreed: true }));
  const notes = Array.from({ length: 14 }, (_, index): RecordedEvent => ({ version: 100 + index, move: 'note', to: 'triaged', at: START + 3 * HOUR + index * MINUTE, who: '欧阳程小北辅助人员', as: 'auxiliary', words: long(index === 0 ? 2000 : 300), isInternal: true }));
  return withFacts(
    {
      story: long(1000, 'AAAABBBBCCCCDDDD1111222233334444https://example.invalid/very/long/address/without/any/space/'),
      place: { ...whole.facts.place, text: '望河新城第二期商业综合体附属住宅区 18号楼', door: '三单元二十八层二八零一室靠东边的那一户人家门口走廊' },
      applicant: { ...whole.facts.applicant, name: '古丽米热·阿卜杜热合曼·买买提明' },
      respondent: { ...whole.facts.respondent, name: '澄光商街某某餐饮管理有限责任公司分店' },
      groups: { applicant: members },
      panel: ofSecurity.facts.panel!,
      agreement: { ...agreement, form: 'partial', facts: long(1000), disputed: long(500), responsibility: long(500), unsettled: long(500), clauses },
    },
    { ...whole, events: [...whole.events.slice(0, 3), ...notes, ...whole.events.slice(3).map((event) => (event.move === 'record' || event.move === 'adjourn' ? { ...event, words: `${long(2000)}\n${long(1900)}` } : event))] },
  );
}
