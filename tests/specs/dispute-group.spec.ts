/** Many people on one side: a few speak for them, and each of them agrees. */
import { DAY, dayKey } from '../../miniprogram/domain/time/format';
import type { GroupMember } from '../../typings/contract/dispute';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, refusalOf } from '../support/dispute-spec';
import { aDispute, draftOf, noise, safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

/** So many owners; the first ones speak for all. */
function owners(count: number, { speaking = 2, hasConsented = true, hasAgreed = false }: { speaking?: number; hasConsented?: boolean; hasAgreed?: boolean } = {}): GroupMember[] {
  return Array.from({ length: count }, (_, n) => ({ name: `业主${n + 1}`, isRepresentative: n < speaking, hasConsented, hasAgreed }));
}
const group = (id: string, members: GroupMember[], who: Name = 'officer') => as(who).ask('dispute.group', { id, side: 'applicant', members });
const accept = (id: string) => as('officer').ask('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });

test('at most five speak for a side, and at least one', async () => {
  const id = await aDispute(community, 'triaged');
  expect(await refusalOf(group(id, owners(25, { speaking: 6 })))).toMatchObject({ code: 'INVALID_MOVE', message: '代表最多 5 人。' });
  expect(await refusalOf(group(id, owners(25, { speaking: 0 })))).toMatchObject({ code: 'INVALID_MOVE', message: '请选出代表。' });
  expect(codeOf(await group(id, owners(25, { speaking: 5 })))).toBe('OK');
  expect(codeOf(await group(id, []))).toBe('OK'); // it was one family after all
});

test('of a group nothing is kept but names', async () => {
  const id = await aDispute(community, 'triaged');
  const withPhone = owners(2).map((owner) => ({ ...owner, phone: '13900000099' }));
  await group(id, withPhone);
  expect(JSON.stringify((await documentOf(community, id)).facts.groups)).not.toContain('139');
  expect(await refusalOf(group(id, [{ ...owners(1)[0]!, name: ' ' }]))).toMatchObject({ details: { 'members.0.name': '请填写姓名。' } });
  expect(codeOf(await group(id, owners(101)))).toBe('INVALID_INPUT');
});

test('officers, the mediator and whoever filed for them write it down; the parties and others do not', async () => {
  const id = await aDispute(community, 'assigned');
  for (const who of ['resident', 'gridWorker', 'auxiliary', 'leader'] as const) expect(codeOf(await group(id, owners(3), who))).toBe('FORBIDDEN');
  expect(codeOf(await group(id, owners(3), 'mediator'))).toBe('OK');
  const filed = await as('volunteer').get('dispute.file', { ...noise, applicant: { name: '业主1', phone: '13900000031', hasAgreed: true } });
  await as('officer').get('dispute.triage', { id: filed.id, colour: 'yellow', danger: safe, track: 'people' });
  expect(codeOf(await group(filed.id, owners(3), 'volunteer'))).toBe('OK');
});

test('mediation is accepted when each of them wants it (第17条)', async () => {
  const id = await aDispute(community, 'inviting');
  const [first, ...rest] = owners(25, { speaking: 5 });
  await group(id, [...rest, { ...first!, hasConsented: false }]);
  expect(await refusalOf(accept(id))).toMatchObject({ code: 'REFUSED', message: '业主1还没有同意调解。', basis: '人民调解法 第17条' });
  await group(id, owners(25, { hasConsented: false }));
  expect(await refusalOf(accept(id))).toMatchObject({ message: '业主1等 25 人还没有同意调解。' });
  await group(id, owners(25));
  expect(codeOf(await accept(id))).toBe('OK');
});

describe('the text', () => {
  const sign = async (id: string) => {
    const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
    for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'spoken' });
  };

  test('holds when each of them has agreed to it, and not when those who speak have signed', async () => {
    const id = await aDispute(community, 'mediating');
    await group(id, owners(25), 'mediator');
    await as('mediator').get('dispute.draft', await draftOf(community, id));
    await sign(id);
    expect((await documentOf(community, id)).state).toBe('mediating');
    const [last, ...rest] = owners(25, { hasAgreed: true });
    await group(id, [...rest, { ...last!, hasAgreed: false }], 'mediator');
    expect((await documentOf(community, id)).state).toBe('mediating');
    expect(await group(id, owners(25, { hasAgreed: true }), 'mediator')).toMatchObject({ ok: true, data: { state: 'performing' } });
  });

  test('nobody has agreed to a text that is not there, or was written after', async () => {
    const id = await aDispute(community, 'mediating');
    await group(id, owners(3, { hasAgreed: true }), 'mediator');
    const agreed = async () => (await documentOf(community, id)).facts.groups!.applicant!.filter(({ hasAgreed }) => hasAgreed).length;
    expect(await agreed()).toBe(0);
    const draft = await draftOf(community, id);
    await as('mediator').get('dispute.draft', draft);
    await group(id, owners(3, { hasAgreed: true }), 'mediator');
    expect(await agreed()).toBe(3);
    const later = dayKey((await community.cloud.now()) + 9 * DAY);
    await as('mediator').get('dispute.draft', { ...draft, clauses: [{ ...draft.clauses[0]!, byDay: later }] });
    expect(await agreed()).toBe(0);
    await sign(id);
    expect((await documentOf(community, id)).state).toBe('mediating');
  });
});

test('a side sees its own people, and not the other’s', async () => {
  const id = await aDispute(community, 'accepted');
  await group(id, owners(3));
  await bindRespondent(community, id);
  expect((await as('resident').get('dispute.open', { id })).groups).toMatchObject([{ side: 'applicant', members: [{ name: '业主1' }, {}, {}] }]);
  expect((await as('neighbour').get('dispute.open', { id })).groups).toEqual([]);
  expect((await as('gridWorker').get('dispute.open', { id })).groups).toHaveLength(1);
});
