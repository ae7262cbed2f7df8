/** 人身危险, told by the respondent: heard as the applicant's is, and never for the applicant to read; nor the applicant's for him. */
import { collections, type Message } from '../../cloudfunctions/_kit/collections';
import { HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import type { DangerAnswers, DisputeState } from '../../typings/contract/dispute';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, hoursOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, safe } from '../support/disputes';

const beaten: DangerAnswers = { ...safe, isHomeViolence: true };
const hurt: DangerAnswers = { ...safe, isHurt: true };
/** What would tell the other side that there is danger, or of what kind. */
const telling = /家暴|危险|被打|妇联|刑警|"red"|"move":"warn"|"isHomeViolence":true|"isHurt":true|"hasDanger":true/;
let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const warn = (id: string, danger = beaten, name: Name = 'neighbour', side?: 'applicant' | 'respondent') =>
  as(name).ask('dispute.warn', { id, danger, words: '他堵着门打人。', ...(side && { side }) });

async function bound(state: DisputeState): Promise<string> {
  const id = await aDispute(community, state);
  await bindRespondent(community, id);
  return id;
}

/** All that somebody is given of a case: the story, the own lists, home, the inbox. */
async function allFor(name: Name, id: string): Promise<string> {
  const person = as(name);
  const { facts } = await documentOf(community, id);
  const { data } = await community.cloud.database.collection(collections.messages.name).where({ to: community.idOf(name) }).orderBy('key', 'desc').limit(1000).get();
  const own = ({ disputes }: { disputes: readonly { id: string }[] }) => disputes.filter((each) => each.id === id);
  return JSON.stringify([
    await person.get('dispute.open', { id }),
    own(await person.get('dispute.listMine', {})),
    (await person.get('identity.home', {})).mine.filter((each) => each.id === id),
    await person.ask('papers.list', { id }),
    (data as Message[]).filter(({ sentence }) => sentence.includes(facts.number)).map(({ sentence }) => sentence),
  ]);
}

describe('the respondent tells of danger', () => {
  test.each<DisputeState>(['inviting', 'accepted', 'assigned', 'scheduled', 'mediating'])('from %s nobody brings the two together any more', async (state) => {
    const id = await bound(state);
    expect(codeOf(await warn(id))).toBe('OK');
    expect(await as('officer').get('dispute.open', { id })).toMatchObject({ state: 'triaged', colour: 'red', danger: beaten, dangerOf: ['respondent'], next: { what: '单独联系被申请人，先保证安全' } });
    expect(await hoursOf(community, id)).toEqual([]);
    expect(await refusalOf(as('officer').ask('dispute.invite', { id, channel: 'call', isReached: true, words: '再问问。' }))).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第25条' });
  });

  test('the post hears of it at once, and he reads that it was heard', async () => {
    const id = await bound('scheduled');
    await warn(id);
    for (const name of ['officer', 'leader', 'mediator'] as const) expect((await toldTo(community, name, id)).at(-1)).toBe('有人身危险，先保证安全。');
    expect((await storyFor(community, 'officer', id))[0]).toBe('被申请人说自己有人身危险，先保证安全：他堵着门打人。');
    expect((await storyFor(community, 'neighbour', id))[0]).toBe('您说有人身危险，先保证安全：他堵着门打人。');
    expect(await as('neighbour').get('dispute.open', { id })).toMatchObject({ hasDanger: true, danger: beaten, next: { what: '单独联系您，先保证安全' } });
    expect((await documentOf(community, id)).clocks).toMatchObject([{ name: 'contact' }]);
  });

  test('he says what it is; that the applicant had said something is no answer', async () => {
    const id = await bound('triaged');
    await warn(id, hurt, 'resident');
    expect(await refusalOf(warn(id, safe))).toMatchObject({ code: 'INVALID_MOVE', message: '请点一下是什么危险。' });
  });
});

describe('neither side reads the other’s', () => {
  test.each<readonly [Name, Name]>([['neighbour', 'resident'], ['resident', 'neighbour']])('what %s told is nowhere for %s: story, list, inbox, papers', async (teller, other) => {
    const id = await bound('scheduled');
    await warn(id, beaten, teller);
    await as('officer').get('dispute.contact', { id, words: '单独见过，人安全。', side: teller === 'neighbour' ? 'respondent' : 'applicant' });
    await as('officer').get('dispute.whistle', { id, units: ['妇联'], words: '家暴，请妇联一起来。' });
    await as('officer').get('dispute.note', { id, words: '家暴告诫书已出。', isInternal: true });
    await as('officer').get('dispute.transfer', { id, unit: '刑警队', words: '家暴，转刑警。' });
    await as('officer').get('dispute.acknowledge', { id, receivedBy: '刑警队老周' });
    expect(telling.exec(await allFor(other, id))?.[0]).toBeUndefined();
    expect(await allFor(teller, id)).toMatch(telling);
  });

  test('not by the hour that was promised, and not by the line that it was not kept', async () => {
    const id = await bound('inviting');
    await warn(id);
    await community.cloud.later(HOUR + 2 * MINUTE);
    await community.cloud.runTimers('dispute');
    const seen = await as('resident').get('dispute.open', { id });
    expect([seen.next, seen.brokenPromise, seen.lines.map(({ move }) => move)]).toEqual([{ what: '联系双方', who: '民警', isOverdue: false }, undefined, ['invite', 'triage', 'file']]);
    expect((await as('neighbour').get('dispute.open', { id })).brokenPromise).toContain('前联系当事人，没做到');
    const mirrored = await bound('inviting');
    await warn(mirrored, beaten, 'resident');
    expect((await as('neighbour').get('dispute.open', { id: mirrored })).next).toEqual({ what: '联系双方', who: '民警', isOverdue: false });
  });

  test('both may be in danger: each reads the own, staff both', async () => {
    const id = await bound('mediating');
    await warn(id, beaten, 'neighbour');
    await warn(id, hurt, 'resident');
    const dangers = await Promise.all((['neighbour', 'resident', 'officer'] as const).map(async (name) => (await as(name).get('dispute.open', { id })).danger));
    expect(dangers).toEqual([beaten, hurt, { ...beaten, isHurt: true }]);
    expect((await as('officer').get('dispute.open', { id })).next?.what).toBe('单独联系申请人、被申请人，先保证安全');
    expect([(await storyFor(community, 'resident', id))[0], (await storyFor(community, 'neighbour', id))[0]]).toEqual(['您说有人身危险，先保证安全：他堵着门打人。', '您说有人身危险，先保证安全：他堵着门打人。']);
  });

  test('somebody without an account said so on the phone: an officer writes down whose danger it is', async () => {
    const id = await aDispute(community, 'scheduled');
    expect(codeOf(await warn(id, beaten, 'officer', 'respondent'))).toBe('OK');
    expect((await storyFor(community, 'gridWorker', id))[0]).toBe('沈警官说被申请人有人身危险，先保证安全：他堵着门打人。');
    expect(await allFor('resident', id)).not.toMatch(telling);
  });

  test('a party speaks of the own danger alone', async () => {
    const id = await bound('triaged');
    expect(codeOf(await warn(id, beaten, 'neighbour', 'applicant'))).toBe('FORBIDDEN');
    expect(codeOf(await warn(id, beaten, 'resident', 'respondent'))).toBe('FORBIDDEN');
  });

  test('once two took it down, what another tells later is his alone', async () => {
    const id = await bound('inviting');
    await warn(id, beaten, 'neighbour');
    await as('officer').get('dispute.proposeLower', { id, colour: 'yellow', danger: safe, reason: '当面问清楚了。' });
    await as('officer2').get('dispute.lower', { id, isAgreed: true });
    expect((await as('neighbour').get('dispute.open', { id })).danger).toEqual(safe);
    await warn(id, beaten, 'resident');
    expect((await as('neighbour').get('dispute.open', { id })).danger).toEqual(safe);
    expect((await as('resident').get('dispute.open', { id })).danger).toEqual(beaten);
  });

  test('whoever was spoken to alone reads it, the other side does not', async () => {
    const id = await bound('scheduled');
    await warn(id);
    await as('auxiliary').get('dispute.contact', { id, words: '人在母亲家。', side: 'respondent' });
    const [forStaff, own, others] = await Promise.all((['gridWorker', 'neighbour', 'resident'] as const).map((name) => storyFor(community, name, id)));
    expect([forStaff![0], own![0]]).toEqual([expect.stringMatching(/联系过被申请人：人在母亲家。$/), expect.stringMatching(/联系过您$|联系过被申请人$/)]);
    expect(others!.filter((line) => line.includes('联系过'))).toEqual([]);
  });
});
