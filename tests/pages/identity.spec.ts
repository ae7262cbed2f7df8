/** One's own data, invitations, the inbox, and the admin's pages. */
import type { Me } from '../../typings/contract/identity';
import { guest, homeWith, now, resident } from '../support/home-answers';
import { openPage, type Answers } from '../support/page';

const compounds = [{ id: 'c1', name: '桐花苑', hasProperty: true, buildings: [{ id: 'b3', name: '3号楼', gridId: 'g1' }, { id: 'b4', name: '4号楼', gridId: 'g1' }] }];
const asPerson = (me: Me, answers: Answers = {}): Answers => ({
  'identity.me': () => ({ ok: true, data: me }),
  'identity.territory': () => ({ ok: true, data: { community: '桐花里社区', compounds } }),
  ...answers,
});
const saved: Answers = { 'identity.saveProfile': () => ({ ok: true, data: resident }) };

beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

describe('我的信息', () => {
  const PROFILE = 'features/identity/profile/profile';

  test('a number that nobody can ring is not sent, and what is wrong is said beside it', async () => {
    const page = await openPage(PROFILE, asPerson(resident, saved));
    await page.run('onType', { detail: { value: '123' }, currentTarget: { dataset: { field: 'phone' } } });
    await page.press('存好');
    expect(page.text()).toContain('请写 11 位手机号');
    expect(page.sent.map(({ action }) => action)).not.toContain('identity.saveProfile');
  });

  test('a new building is chosen by its name, and sent by its id', async () => {
    const page = await openPage(PROFILE, asPerson(resident, saved));
    await page.press('4号楼');
    await page.press('存好');
    expect(page.sent.at(-1)).toMatchObject({ action: 'identity.saveProfile', input: { name: '韦德顺', home: { buildingId: 'b4' } } });
  });

  test('a guest agrees to the notice before the first thing he sends, and only once', async () => {
    const page = await openPage(PROFILE, asPerson(guest, { ...saved, 'identity.consent': () => ({ ok: true, data: { ...resident, phone: '139******21' } }) }));
    await page.run('onType', { detail: { value: '韦师傅' }, currentTarget: { dataset: { field: 'name' } } });
    const saving = page.instance.onSave as () => Promise<void>;
    const first = saving.call(page.instance);
    await page.settled();
    expect(page.text()).toContain('先看一眼这份说明');
    expect(page.sent.map(({ action }) => action)).not.toContain('identity.saveProfile');

    await page.press('同意并继续');
    await first;
    expect(page.sent.map(({ action }) => action).filter((action) => !/me|territory/.test(action))).toEqual(['identity.consent', 'identity.saveProfile']);
    await page.run('onSave');
    expect(page.sent.filter(({ action }) => action === 'identity.consent')).toHaveLength(1);
  });

  test('who would rather not agree sends nothing, and keeps what he wrote', async () => {
    const page = await openPage(PROFILE, asPerson(guest, saved));
    await page.run('onType', { detail: { value: '韦师傅' }, currentTarget: { dataset: { field: 'name' } } });
    const first = (page.instance.onSave as () => Promise<void>).call(page.instance);
    await page.settled();
    await page.press('先不填');
    await first;
    expect(page.sent.map(({ action }) => action)).not.toContain('identity.saveProfile');
    expect(page.data.name).toBe('韦师傅');
    expect(page.data.busy).toBe('');
  });
});

describe('填邀请码', () => {
  const INVITATION = 'features/identity/invitation/invitation';
  const mediator: Me = { ...resident, roles: ['resident', 'mediator'] };

  test('a good code gives the role and changes to it', async () => {
    const page = await openPage(INVITATION, asPerson(resident, { 'identity.acceptInvitation': () => ({ ok: true, data: mediator }) }), { query: { code: 'K7P4' } });
    await page.press('领取身份');
    expect(page.text()).toContain('您现在是调解员了');
    expect(page.storage.get('identity')).toBe('mediator');
  });

  test('who has no name yet gives it here, since an office is held under one’s own name', async () => {
    const page = await openPage(INVITATION, asPerson({ ...resident, name: '' }, { ...saved, 'identity.acceptInvitation': () => ({ ok: true, data: mediator }) }), { query: { code: 'K7P4' } });
    await page.press('领取身份');
    expect(page.text()).toContain('还没写姓名');
    await page.run('onType', { detail: { value: '丁守义' }, currentTarget: { dataset: { field: 'name' } } });
    await page.press('领取身份');
    expect(page.sent.slice(-2).map(({ action }) => action)).toEqual(['identity.saveProfile', 'identity.acceptInvitation']);
    expect(page.text()).toContain('您现在是调解员了');
  });

  test('a second tap while sending sends nothing, and a retry after silence is the same intention', async () => {
    const answers = asPerson(resident);
    const page = await openPage(INVITATION, answers, { query: { code: 'K7P4' } });
    const accept = () => (page.instance.onAccept as () => Promise<void>).call(page.instance);
    await Promise.all([accept(), accept()]);
    await page.settled();
    const sent = () => page.sent.filter(({ action }) => action === 'identity.acceptInvitation');
    expect(sent()).toHaveLength(1);
    expect(page.text()).toContain('没收到回复。再点一次，不会重复提交。');

    answers['identity.acceptInvitation'] = () => ({ ok: true, data: mediator });
    await page.press('领取身份');
    expect(sent()[1]?.attemptId).toBe(sent()[0]?.attemptId);
  });

  test('after a wrong code the next try is another intention, and the field says what is wrong', async () => {
    const page = await openPage(
      INVITATION,
      asPerson(resident, { 'identity.acceptInvitation': () => ({ ok: false, error: { code: 'INVALID_INPUT', message: '请核对一下。', details: { code: '没有这个码，或已经用过。' } } }) }),
      { query: { code: 'NOPE' } },
    );
    await page.press('领取身份');
    expect(page.text()).toContain('没有这个码，或已经用过。');
    await page.press('领取身份');
    const ids = page.sent.filter(({ action }) => action === 'identity.acceptInvitation').map(({ attemptId }) => attemptId);
    expect(new Set(ids).size).toBe(2);
  });
});

describe('消息', () => {
  const INBOX = 'features/identity/inbox/inbox';
  const message = { id: 'm1', at: now - 3_600_000, sentence: '桂花27：已联系对方。', page: '/features/dispute/story/story?id=1', isRead: false };

  test('what was seen is marked as read, and a message leads to its matter', async () => {
    const page = await openPage(INBOX, {
      'identity.inbox': () => ({ ok: true, data: { messages: [message], now } }),
      'identity.markRead': () => ({ ok: true, data: { unread: 0 } }),
    });
    expect(page.sent.at(-1)).toMatchObject({ action: 'identity.markRead', input: { ids: ['m1'] } });
    await page.press('桂花27：已联系对方。');
    expect(page.asked).toContainEqual({ name: 'navigateTo', options: { url: message.page } });
  });

  test('an empty inbox says what will come here', async () => {
    const page = await openPage(INBOX, { 'identity.inbox': () => ({ ok: true, data: { messages: [], now } }) });
    expect(page.text()).toContain('还没有消息');
    expect(page.sent).toHaveLength(1);
  });
});

test('the privacy notice can be read without a network', async () => {
  const page = await openPage('features/identity/privacy/privacy');
  expect(page.text()).toContain('您的信息，只为办您的事');
});

describe('管理', () => {
  const grant = { id: 'gr1', role: 'gridWorker' as const, scopeId: 'g1', scopeName: '01网格', from: now };
  const row = { id: 'p1', name: '夏荷', grants: [grant] };
  const admin: Answers = asPerson(resident, {
    'identity.home': () => ({ ok: true, data: homeWith({ as: 'admin' }) }),
    'identity.people': () => ({ ok: true, data: { people: [row] } }),
    'identity.places': () => ({ ok: true, data: { places: [{ id: 'g1', kind: 'grid', name: '01网格', isRetired: false }] } }),
    'identity.makeInvitation': () => ({ ok: true, data: { code: 'K7P4-2MXW', expiresAt: now + 7 * 86_400_000 } }),
    'identity.revokeRole': () => ({ ok: true, data: { ...row, grants: [] } }),
    'identity.holidays': ({ input }) => ({ ok: true, data: { year: input.year ?? 2026, holidays: [], workdays: [] } }),
  });

  test('an invitation names a role and its place, and lives as long as it says', async () => {
    const page = await openPage('features/identity/people/people', admin);
    await page.press('发邀请码');
    await page.run('onChoose', { detail: { role: 'gridWorker', scopeId: 'g1' } });
    await page.press('生成');
    expect(page.text()).toContain('K7P4-2MXW');
    expect(page.text()).toContain('3月10日前有效');
  });

  test('a role is taken back only with a reason', async () => {
    const page = await openPage('features/identity/people/people', admin);
    await page.press('夏荷');
    await page.run('onType', { detail: { value: '调去别的网格' }, currentTarget: { dataset: { field: 'reason' } } });
    await page.run('onRevoke', { currentTarget: { dataset: { id: 'gr1' } } });
    expect(page.sent.at(-1)).toMatchObject({ action: 'identity.revokeRole', input: { personId: 'p1', grantId: 'gr1', reason: '调去别的网格' } });
  });

  test('a year without holidays says what that means', async () => {
    const page = await openPage('features/identity/holidays/holidays', admin);
    expect(page.text()).toContain('还没填 2026 年的放假安排');
    expect(page.sent.filter(({ action }) => action === 'identity.holidays')).toMatchObject([{ input: {} }]); // which year it is, the server says
  });
});
