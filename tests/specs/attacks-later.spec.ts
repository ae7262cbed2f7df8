/** The same, of what comes after: police, who was let go, offices that ended, what no form sends. */
import { collections } from '../../cloudfunctions/_kit/collections';
import { personIdOf } from '../../cloudfunctions/_kit/vault';
import { DAY, dayKey, HOUR } from '../../miniprogram/domain/time/format';
import type { Colour, GroupMember, SecurityInput } from '../../typings/contract/dispute';
import { BUILDING, COMMUNITY, startCommunity, type Community } from '../support/community';
import { bindRespondent, codeOf, documentOf, endOffice, eventsOf, movesOf, newcomer, refusalOf } from '../support/dispute-spec';
import { aDispute, nextHour, pavement, safe } from '../support/disputes';
import { aBound, anInvited, invite, WORD } from '../support/invitations';
import type { Person } from '../support/local-cloud';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const idOf = ({ openid }: Person) => personIdOf(openid);
const refused = ['FORBIDDEN', 'NOT_FOUND'];
const one = (name: string, changes: Partial<GroupMember> = {}): GroupMember => ({ name, isRepresentative: true, hasConsented: true, hasAgreed: false, ...changes });

describe('police', () => {
  const shove: SecurityInput = { offence: 'beating', isMinorAct: true, exclusions: [], offender: 'respondent', hasMinor: false, isGuardianTold: true };
  async function retried(): Promise<string> {
    const id = await aDispute(community, 'submitted');
    const [officer, police] = [as('officer'), as('officer2')];
    await officer.get('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'security', security: shove });
    await officer.get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
    await officer.get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
    await officer.get('dispute.assign', { id, mediatorId: community.idOf('officer2') });
    while (!(await police.ask('dispute.schedule', { id, startAt: await nextHour(community.cloud), room: '上门', hasNoConflict: true })).ok) await community.cloud.later(HOUR / 2);
    await police.get('dispute.sit', { id, isSafe: true });
    await police.get('dispute.fail', { id, reason: '不肯道歉。' });
    await officer.get('dispute.retry', { id, areBothWilling: true });
    return id;
  }

  test('get no third time by naming the same respondent anew', async () => {
    const id = await retried();
    await as('officer').get('dispute.correctRespondent', { id, respondent: { name: '楼上的住户', phone: '13900000022' }, reason: '名字写错了。' });
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
    expect(await refusalOf(as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true }))).toMatchObject({ code: 'REFUSED', basis: expect.stringContaining('第183条') as string });
  });

  test('mediate with somebody else as for the first time, with the days of a first time', async () => {
    const id = await retried();
    await as('officer').get('dispute.correctRespondent', { id, respondent: { name: '三楼租户', phone: '13900000055' }, reason: '不是楼上的。' });
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
    await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
    const { clocks, facts } = await documentOf(community, id);
    expect(clocks.find(({ name }) => name === 'deadline')?.dueAt).toBe(facts.acceptedAt! + 30 * DAY);
  });
});

describe('somebody who was taken for the respondent', () => {
  test('keeps nothing: no story, no letter, no earlier answer, no paper; and who comes next reads nothing of his', async () => {
    const { id, code } = await aBound(community);
    const attemptId = crypto.randomUUID();
    const input = { id, words: '我那晚不在家。' };
    await as('neighbour').get('dispute.consent', { id, isRightsNoticeRead: true });
    expect(codeOf(await as('neighbour').ask('dispute.tell', input, { attemptId }))).toBe('OK');
    await as('officer').get('dispute.group', { id, side: 'respondent', members: [one('租客甲')] });
    await as('officer').get('dispute.correctRespondent', { id, respondent: { name: '三楼租户', phone: '13900000055' }, reason: '不是他。' });
    expect(codeOf(await as('neighbour').ask('dispute.tell', input, { attemptId }))).toBe('NOT_FOUND');
    expect(codeOf(await as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }))).toBe('REFUSED');
    expect(await as('neighbour').get('dispute.readInvitation', { code })).not.toHaveProperty('disputeId');
    expect(codeOf(await as('neighbour').ask('papers.list', { id }))).toBe('NOT_FOUND');
    expect((await as('neighbour').get('dispute.listMine', {})).disputes.map((each) => each.id)).not.toContain(id);
    const { code: next } = await invite(community, id);
    const third = await newcomer(community, 'third-floor', '三楼的');
    await third.get('dispute.bindInvitation', { code: next, word: WORD });
    expect(JSON.stringify(await third.get('dispute.open', { id }))).not.toMatch(/不在家|邻居阿姨|租客甲|楼上住户|139\*{6}22|139\*{6}21|13900000/);
  });

  test('is not rung up about the next one, nor the next one about him', async () => {
    const id = await aDispute(community, 'scheduled');
    const callsFor = async () => (await as('officer').get('dispute.calls', {})).calls.filter(({ disputeId }) => disputeId === id);
    expect(await callsFor()).toHaveLength(1);
    await as('officer').get('dispute.correctRespondent', { id, respondent: { name: '三楼租户', phone: '13900000055' }, reason: '不是他。' });
    expect(await callsFor()).toEqual([]);
  });

  test('of a letter taken back and opened in the same moment there is one truth', async () => {
    const { id, code } = await anInvited(community);
    const [revoked, bound] = await Promise.all([
      as('officer').ask('dispute.revokeInvitation', { id, reason: '打错电话。' }),
      as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }),
    ]);
    const { respondent, invitation } = (await documentOf(community, id)).facts;
    expect([codeOf(revoked) === 'OK', codeOf(bound) === 'OK']).toEqual([invitation === undefined, respondent?.id !== undefined]);
    expect(codeOf(revoked) === 'OK' && codeOf(bound) === 'OK').toBe(false);
  });

  test('and corrected while he opens the letter, he is out or never in', async () => {
    const { id, code } = await anInvited(community);
    await Promise.all([
      as('officer').ask('dispute.correctRespondent', { id, respondent: { name: '三楼租户' }, reason: '不是他。' }),
      as('neighbour').ask('dispute.bindInvitation', { code, word: WORD }),
    ]);
    const { respondent } = (await documentOf(community, id)).facts;
    if ((await movesOf(community, id)).includes('correctRespondent')) expect([respondent?.name, respondent?.id]).toEqual(['三楼租户', undefined]);
  });
});

describe('the respondent of what was dangerous', () => {
  test('reads no unit, no whistle and no proposal, not even once two have agreed that it is over', async () => {
    const id = await aDispute(community, 'inviting');
    await bindRespondent(community, id);
    await as('resident').get('dispute.warn', { id, danger: { ...safe, isHomeViolence: true }, words: '他打我。' });
    await as('officer').get('dispute.whistle', { id, units: ['妇联'], words: '请一起来。' });
    await as('officer').get('dispute.proposeLower', { id, colour: 'blue', danger: safe, reason: '妇联看过，是误会。' });
    const seen = async () => JSON.stringify([await as('neighbour').get('dispute.open', { id }), await as('neighbour').get('dispute.listMine', {}), await as('neighbour').get('identity.inbox', {}), await as('neighbour').get('identity.home', {})]);
    const barred = /妇联|打我|误会|降|"lowering"|"proposal"|"colour"|先保证安全|:true,"isThreatened|"isHomeViolence":true|"hasDanger":true|"move":"warn"/;
    expect(await seen()).not.toMatch(barred);
    await as('leader').get('dispute.lower', { id, isAgreed: true });
    await as('officer').get('dispute.transfer', { id, unit: '妇联', words: '请妇联跟进。' });
    expect(await seen()).not.toMatch(barred);
    expect(JSON.stringify(await as('resident').get('dispute.open', { id }))).toContain('妇联');
  });
});

describe('an office or a place in the case that is gone', () => {
  test('gives no earlier answer again', async () => {
    const leaving = await newcomer(community, 'leaving-aux', '程一', { role: 'auxiliary', scopeId: COMMUNITY });
    const id = await aDispute(community, 'triaged');
    const attemptId = crypto.randomUUID();
    const words = { id, channel: 'note', word: '桂花糕' } as const;
    const first = await leaving.ask('dispute.makeInvitation', words, { attemptId });
    expect(await leaving.ask('dispute.makeInvitation', words, { attemptId })).toEqual(first);
    await endOffice(community, idOf(leaving));
    expect(codeOf(await leaving.ask('dispute.makeInvitation', words, { attemptId }))).toBe('NOT_FOUND');
    for (const ask of [leaving.ask('dispute.calls', {}), leaving.ask('dispute.meeting', {}), leaving.ask('dispute.board', {})]) expect(codeOf(await ask)).toBe('FORBIDDEN');
    expect(refused).toContain(codeOf(await leaving.ask('dispute.phone', { id, side: 'respondent' })));
  });

  test('nor to a receiving unit that gave it back, nor to a helper who has left', async () => {
    const unit = await newcomer(community, 'unit-one', '物业小樊', { role: 'partner', scopeId: COMMUNITY });
    const id = await aDispute(community, 'triaged');
    await as('officer').get('dispute.transfer', { id, unit: '物业', personId: idOf(unit), words: '请物业看看。' });
    expect(JSON.stringify(await unit.get('dispute.open', { id }))).not.toMatch(/139\*{6}|"139|2单元401/);
    expect(codeOf(await unit.ask('dispute.phone', { id, side: 'applicant' }))).toBe('FORBIDDEN');
    const attemptId = crypto.randomUUID();
    expect(codeOf(await unit.ask('dispute.return', { id, reason: '不归我们。' }, { attemptId }))).toBe('OK');
    expect(codeOf(await unit.ask('dispute.return', { id, reason: '不归我们。' }, { attemptId }))).toBe('NOT_FOUND');
    await as('officer').get('dispute.formPanel', { id, template: 'experts', members: [{ post: 'expert', name: '物业小樊', personId: idOf(unit), hasNoConflict: true }] });
    expect((await documentOf(community, id)).facts.panel?.members[0]?.hasDeclared).toBe(false);
    expect(codeOf(await unit.ask('dispute.phone', { id, side: 'applicant' }))).toBe('FORBIDDEN');
    for (const kind of ['volume', 'intake', 'agreement'] as const) expect(refused).toContain(codeOf(await unit.ask('papers.make', { id, kind })));
    const left = crypto.randomUUID();
    expect(codeOf(await unit.ask('dispute.declare', { id, hasNoConflict: false }, { attemptId: left }))).toBe('OK');
    expect(codeOf(await unit.ask('dispute.declare', { id, hasNoConflict: false }, { attemptId: left }))).toBe('NOT_FOUND');
    expect(codeOf(await unit.ask('dispute.open', { id }))).toBe('NOT_FOUND');
  });
});

describe('what no form sends', () => {
  const halves = `好\ud83d吧\uFFFE\uFFFF`;
  const huge = 'x'.repeat(90_000);

  test('is refused by a sentence, by every move that is new, and moves nothing', async () => {
    const id = await aDispute(community, 'mediating');
    await as('officer').get('dispute.decide', { id, what: '看现场', who: '社区', byDay: dayKey((await community.cloud.now()) + DAY) });
    const before = await movesOf(community, id);
    const crowd = Array.from({ length: 1000 }, (_, n) => one(`业主${n}`)); // ten thousand are no call at all: the platform takes 100 KB
    const sent: readonly [Parameters<Person['ask']>[0], object][] = [
      ['dispute.group', { id, side: 'applicant', members: crowd }],
      ['dispute.group', { id, side: '__proto__', members: [] }],
      ['dispute.group', { id, side: 'applicant', members: { length: 1 } }],
      ['dispute.formPanel', { id, template: '__proto__', members: [] }],
      ['dispute.formPanel', { id, template: 'experts', members: [{ post: 'constructor', name: '某', hasNoConflict: true }] }],
      ['dispute.finishTask', { id, task: -1 }],
      ['dispute.finishTask', { id, task: 0.5 }],
      ['dispute.finishTask', { id, task: 1e308 }],
      ['dispute.finishTask', { id, task: '__proto__' }],
      ['dispute.supervise', { id, clause: -1, words: '督促。' }],
      ['dispute.extend', { id, side: 'applicant', days: NaN }],
      ['dispute.extend', { id, side: 'applicant', days: -30 }],
      ['dispute.extend', { id, side: 'applicant', days: 1e9 }],
      ['dispute.decide', { id, what: '看', who: '谁', byDay: 'NaN' }],
      ['dispute.decide', { id, what: '看', who: '谁', byDay: '2026-02-30' }],
      ['dispute.decide', { id, what: huge, who: '谁', byDay: '2026-03-30' }],
      ['dispute.rate', { id, score: 6 }],
      ['dispute.rate', { id, score: '5' }],
      ['dispute.whistle', { id, units: [], words: '来。' }],
      ['dispute.whistle', { id, units: Array.from({ length: 1000 }, (_, n) => `单位${n}`), words: '来。' }],
      ['dispute.answerWhistle', { id, unit: '__proto__', words: '好。' }],
      ['dispute.readInvitation', { code: '../../x' }],
      ['dispute.bindInvitation', { code: huge, word: WORD }],
      ['dispute.bindInvitation', { code: 'a'.repeat(22), word: '\ud83d' }],
      ['dispute.called', { id, calls: [{ $ne: '' }], isReached: true, words: '说了。' }],
      ['dispute.called', { id, calls: [], isReached: true, words: '说了。' }],
      ['dispute.calls', { after: { $gt: '' } }],
      ['dispute.meeting', { after: '$where' }],
      ['dispute.board', { month: '2026-13' }],
      ['dispute.similarCount', { buildingId: { $regex: '.*' }, category: 'noise' }],
      ['dispute.merge', { id, intoId: { $ne: id } }],
      ['dispute.recordConfirmation', { id, outcome: 'applied' }],
      ['dispute.settleNow', { ...pavement, applicant: '店主' }],
      ['dispute.notice', { category: 'noise', story: halves, buildingId: BUILDING, danger: { isHurt: 1 } }],
      ['dispute.proposeLower', { id, colour: 'green', danger: safe, reason: '好了。' }],
      ['dispute.lower', { id, isAgreed: 'true' }],
      ['dispute.retry', { id, areBothWilling: 'yes' }],
    ];
    for (const [action, input] of sent) {
      const reply = await as(action === 'dispute.finishTask' || action === 'dispute.extend' ? 'mediator' : 'officer').ask(action, input);
      expect([action, JSON.stringify(input).slice(0, 60), codeOf(reply)]).toEqual([action, JSON.stringify(input).slice(0, 60), expect.stringMatching(/^(INVALID_INPUT|NOT_FOUND)$/)]);
      if (!reply.ok) expect(reply.error.message).toMatch(/[一-鿿]/);
    }
    expect(await movesOf(community, id)).toEqual(before);
  });

  test('keys that are no fields are not kept, and half characters and what is no character are left out', async () => {
    const id = await aDispute(community, 'triaged');
    const colour: Colour = 'red';
    const smuggled = JSON.parse(`{"__proto__":{"isAdmin":true},"constructor":{"x":1},"facts":{"colour":"${colour}"}}`) as object;
    await as('officer').get('dispute.note', { id, words: halves, isInternal: false, ...smuggled });
    await as('officer').get('dispute.group', { id, side: 'applicant', members: [{ ...one(halves), ...smuggled }] });
    const { facts } = await documentOf(community, id);
    expect(facts.groups?.applicant).toEqual([one('好吧')]);
    expect(facts.colour).toBe('blue');
    expect((await eventsOf(community, id)).at(-2)?.words).toBe('好吧');
  });
});

describe('phones', () => {
  test('stand in full in no answer, no message and no event of a case that went through everybody’s hands', async () => {
    const { id } = await aBound(community);
    await as('neighbour').get('dispute.consent', { id, isRightsNoticeRead: true });
    await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
    await as('resident').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });
    await as('officer').get('dispute.correctRespondent', { id, respondent: { name: '三楼租户', phone: '13900000055' }, reason: '不是他。' });
    const answers: unknown[] = [await eventsOf(community, id)];
    for (const name of ['resident', 'officer', 'leader', 'auxiliary', 'gridWorker'] as const) answers.push(await as(name).get('dispute.open', { id }), await as(name).get('identity.inbox', {}), await as(name).get('identity.home', {}));
    answers.push(await as('officer').get('dispute.calls', {}), await as('officer').get('dispute.meeting', {}), await as('officer').get('dispute.board', {}), await as('officer').get('dispute.helpers', { id }));
    const { data } = await community.cloud.database.collection(collections.messages.name).limit(1000).get();
    expect(JSON.stringify([answers, data])).not.toMatch(/1390000\d{4}/);
  });
});
