/** 邀请对方, 邀请函, 愿不愿意谈, 说说我这边: what each shows to whom, and what it refuses to send. */
import type { DisputeView } from '../../typings/contract/dispute';
import { aView } from '../support/dispute-answers';
import { deposit, guest, now, resident } from '../support/home-answers';
import { openPage, type Answers, type MountedPage } from '../support/page';

const at = (page: string) => `features/dispute/${page}/${page}`;
const query = { id: 'case-1' };
const code = 'aB3-xY_9aB3-xY_9aB3-xY';
const inputsOf = (page: MountedPage, action: string) => page.sent.filter((each) => each.action === action).map(({ input }) => input);
const wentTo = (page: MountedPage) => page.asked.find(({ name }) => name === 'redirectTo')?.options.url;
const refused = (code_: 'INVALID_INPUT' | 'RATE_LIMITED' | 'NOT_FOUND', message: string, details?: Record<string, string>) => () =>
  ({ ok: false as const, error: { code: code_, message, ...(details && { details }) } });
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

describe('邀请函', () => {
  const open = { state: 'open' as const, post: '桐花里社区警务室', phone: '02586110000', expiresAt: now + 86_400_000, triesLeft: 5 };
  const bound = { ...deposit, id: 'case-1', moves: ['consent' as const, 'tell' as const, 'refuse' as const] };
  const letter = (more: Answers = {}): Answers => ({
    'identity.me': () => ({ ok: true, data: resident }),
    'dispute.readInvitation': () => ({ ok: true, data: open }),
    'dispute.bindInvitation': () => ({ ok: true, data: bound }),
    ...more,
  });

  test('opens with one call, and says who would like to talk, until when and whom to ring', async () => {
    const page = await openPage(at('letter'), letter(), { query: { code } });
    expect(page.sent.map(({ action }) => action)).toEqual(['dispute.readInvitation']);
    expect(page.text()).toContain('桐花里社区警务室想和您谈一件事');
    expect(page.text()).toContain('3月4日 周三');
    await page.press('02586110000');
    expect(page.asked).toContainEqual({ name: 'makePhoneCall', options: expect.objectContaining({ phoneNumber: '02586110000' }) });
  });

  test('a mini-program code brings it as its scene', async () => {
    const page = await openPage(at('letter'), letter(), { query: { scene: encodeURIComponent(code) } });
    expect(inputsOf(page, 'dispute.readInvitation')).toEqual([{ code }]);
  });

  test('typed off a door note it asks for both, with its spaces', async () => {
    const page = await openPage(at('letter'), letter());
    expect(page.sent).toEqual([]);
    await page.press('打开');
    expect(page.text()).toContain('请填邀请码，警务室发给您的那串字。');
    await page.emit('#code', 'change', { value: 'aB3- xY_9' });
    await page.emit('#word', 'change', { value: '桂花糕' });
    await page.press('打开');
    expect(inputsOf(page, 'dispute.bindInvitation')).toEqual([{ code: 'aB3- xY_9', word: '桂花糕' }]);
  });

  test('a guest reads the privacy notice before the word is sent', async () => {
    const page = await openPage(at('letter'), letter({ 'identity.me': () => ({ ok: true, data: guest }) }), { query: { code } });
    await page.emit('#word', 'change', { value: '桂花糕' });
    await page.press('打开', 0);
    expect(page.text()).toContain('先看一眼这份说明');
    expect(inputsOf(page, 'dispute.bindInvitation')).toEqual([]);
  });

  test('with the word it leads to what it is about; who came in before goes on where he was', async () => {
    const page = await openPage(at('letter'), letter(), { query: { code } });
    await page.emit('#word', 'change', { value: '桂花糕' });
    await page.press('打开');
    expect(wentTo(page)).toBe('/features/dispute/answer/answer?id=case-1');
    const again = await openPage(at('letter'), letter({ 'dispute.readInvitation': () => ({ ok: true, data: { state: 'mine', post: open.post, disputeId: 'case-1' } }) }), { query: { code } });
    expect(wentTo(again)).toBe('/features/dispute/story/story?id=case-1');
  });

  test('a wrong word says so beside the field, and how many tries are left; the word stays', async () => {
    let triesLeft = 5;
    const page = await openPage(at('letter'), letter({
      'dispute.readInvitation': () => ({ ok: true, data: { ...open, triesLeft } }),
      'dispute.bindInvitation': () => {
        triesLeft -= 1;
        return refused('INVALID_INPUT', '口令不对，请再想想民警说的那个词。', { word: '口令不对，请再想想民警说的那个词。' })();
      },
    }), { query: { code } }); // prettier-ignore
    await page.emit('#word', 'change', { value: '桂花茶' });
    await page.press('打开');
    expect(page.text()).toContain('口令不对');
    expect(page.data.word).toBe('桂花茶');
    await page.emit('#word', 'change', { value: '桂花酒' });
    expect(page.text()).toContain('还可以试 4 次，错满5次就锁住。');
  });

  test.each([
    ['locked', '码错了5次，已锁住，请找值班人员。'],
    ['expired', '码过期了，点“换一个”；不行就请工作人员回拨。'],
    ['taken', '这封邀请已经有人用了。'],
  ] as const)('%s: nothing to fill in, and whom to ring', async (state, sentence) => {
    const page = await openPage(at('letter'), letter({ 'dispute.readInvitation': () => ({ ok: true, data: { state, post: open.post, phone: open.phone } }) }), { query: { code } });
    expect(page.text()).toContain(sentence);
    expect(page.findAll('#word')).toEqual([]);
    await page.press('换一个');
    expect(page.findAll('#code')).toHaveLength(1);
  });

  test('a code that was never one asks for it again', async () => {
    const page = await openPage(at('letter'), letter({ 'dispute.readInvitation': refused('NOT_FOUND', '没有这封邀请，请再看一看。') }), { query: { code } });
    expect(page.text()).toContain('没有这封邀请');
    expect(page.findAll('#code')).toHaveLength(1);
  });
});

/** What the respondent is shown. */
const asRespondent = (changes: Partial<DisputeView> = {}): DisputeView => aView({
  relations: ['respondent'], moves: ['consent', 'tell', 'refuse'], story: '', excerpt: '', lines: [],
  parties: [{ side: 'applicant', name: '韦*顺', isMe: false, hasConsented: true, hasSigned: false }, { side: 'respondent', name: '楼上住户', isMe: true, hasConsented: false, hasSigned: false }],
  ...changes,
}); // prettier-ignore
const answering = (view: DisputeView, more: Answers = {}): Answers => ({
  'identity.me': () => ({ ok: true, data: resident }),
  'dispute.open': () => ({ ok: true, data: view }),
  'dispute.consent': () => ({ ok: true, data: view }),
  'dispute.refuse': () => ({ ok: true, data: view }),
  'dispute.tell': () => ({ ok: true, data: view }),
  ...more,
});

describe('愿不愿意谈', () => {
  test('says in neutral words what it is about, and the rights and duties', async () => {
    const page = await openPage(at('answer'), answering(asRespondent()), { query });
    expect(page.sent.map(({ action }) => action)).toEqual(['dispute.open']);
    expect(page.text()).toContain('桐花苑 3号楼，噪音的事');
    expect(page.text()).toMatch(/调解不收钱。.*说实话。/);
    expect(page.text()).not.toMatch(/韦|咚咚/);
  });

  test('我愿意谈 only when they were read', async () => {
    const page = await openPage(at('answer'), answering(asRespondent()), { query });
    await page.press('我愿意谈');
    expect(page.text()).toContain('请先看看上面的权利和义务');
    expect(inputsOf(page, 'dispute.consent')).toEqual([]);
    await page.emit('#read', 'change', { value: true });
    await page.press('我愿意谈');
    expect(inputsOf(page, 'dispute.consent')).toEqual([{ id: 'case-1', isRightsNoticeRead: true }]);
    expect(wentTo(page)).toBe('/features/dispute/story/story?id=case-1');
  });

  test('不愿意 needs no reason', async () => {
    const page = await openPage(at('answer'), answering(asRespondent()), { query });
    await page.press('不愿意');
    expect(page.text()).toContain('不用怕得罪谁');
    await page.emit('#refuse', 'send', { words: ' ', photos: [] });
    expect(inputsOf(page, 'dispute.refuse')).toEqual([{ id: 'case-1', side: 'respondent' }]);
    expect(wentTo(page)).toBe('/features/dispute/story/story?id=case-1');
  });

  test('who has answered is not asked again', async () => {
    const page = await openPage(at('answer'), answering(asRespondent({ state: 'refused', moves: [] })), { query });
    expect(wentTo(page)).toBe('/features/dispute/story/story?id=case-1');
  });
});

describe('说说我这边', () => {
  test('nothing is sent before there is a word or a voice note; what was told before can be gone on with', async () => {
    const page = await openPage(at('tell'), answering(asRespondent()), { query });
    await page.press('告诉警务室');
    expect(page.text()).toContain('写几个字，或者说一段。');
    expect(inputsOf(page, 'dispute.tell')).toEqual([]);
    const again = await openPage(at('tell'), answering(asRespondent({ respondentStory: '我十点就睡了。' })), { query });
    expect(again.data.form).toMatchObject({ words: '我十点就睡了。' });
  });

  test('a voice note will do; a draft survives', async () => {
    const page = await openPage(at('tell'), answering(asRespondent()), { query });
    const voice = { file: { path: 'wxfile://voice.mp3', bytes: 9000, seconds: 12 }, id: 'voice-1' };
    await page.emit('#voice', 'change', { voice, isSending: false });
    expect(page.storage.get('draft:tell:case-1')).toMatchObject({ voice });
    await page.press('告诉警务室');
    expect(inputsOf(page, 'dispute.tell')).toEqual([{ id: 'case-1', words: '语音一段，12秒', voice: 'voice-1' }]);
    expect(page.storage.has('draft:tell:case-1')).toBe(false);
  });
});

describe('on the story page', () => {
  test('the respondent is led to the answer first, and may tell the own side', async () => {
    const page = await openPage(at('story'), answering(asRespondent()), { query });
    await page.press('看邀请，说愿不愿意');
    await page.press('说说我这边的情况');
    expect(page.asked.filter(({ name }) => name === 'navigateTo').map(({ options }) => options.url)).toEqual(['/features/dispute/answer/answer?id=case-1', '/features/dispute/tell/tell?id=case-1']);
  });

  test('staff read what the respondent told, without being asked to add to it', async () => {
    const page = await openPage(at('story'), answering(aView({ relations: ['officer'], moves: ['note'], respondentStory: '我十点就睡了。' })), { query });
    expect(page.text()).toContain('对方说的');
    expect(page.text()).toContain('我十点就睡了。');
    expect(page.text()).not.toContain('再补充一些');
  });
});

describe('邀请对方', () => {
  const staffed = (changes: Partial<DisputeView> = {}) => aView({ relations: ['officer'], moves: ['invite', 'note'], ...changes });
  const inviting = (view: DisputeView, more: Answers = {}): Answers => answering(view, {
    'dispute.makeInvitation': () => ({ ok: true, data: { code, expiresAt: now + 7 * 86_400_000, dispute: deposit } }),
    'dispute.revokeInvitation': () => ({ ok: true, data: deposit }),
    ...more,
  }); // prettier-ignore
  const shared = (page: MountedPage) => (page.instance as unknown as { onShareAppMessage(): { title: string; path: string; imageUrl: string } }).onShareAppMessage();

  test('a card with a word: the code shows once, and what is handed on says neither name nor fact nor word', async () => {
    const page = await openPage(at('invite'), inviting(staffed()), { query });
    expect(page.asked.map(({ name }) => name)).toContain('hideShareMenu');
    await page.emit('#word', 'change', { value: ' 热水器 ' });
    await page.press('生成邀请');
    expect(inputsOf(page, 'dispute.makeInvitation')).toEqual([{ id: 'case-1', channel: 'share', word: '热水器' }]);
    expect(page.text()).toContain('aB3- xY_9 aB3- xY_9 aB3- xY');
    expect(shared(page)).toEqual({ title: '社区警务室想和您谈一件事', path: `/features/dispute/letter/letter?code=${code}`, imageUrl: '/assets/share/letter.png' });
    expect([...page.storage.values()].join()).not.toContain(code);
  });

  test('a door note is made from the code that is on the screen', async () => {
    const page = await openPage(at('invite'), inviting(staffed()), { query });
    await page.emit('#way', 'change', { value: 'note' });
    await page.press('生成邀请');
    await page.press('打开门条，打印');
    expect(inputsOf(page, 'papers.doorNote')).toEqual([{ id: 'case-1', code }]);
  });

  test('a word of one letter is not sent; who is not known yet is named first', async () => {
    const [applicant] = aView().parties;
    const page = await openPage(at('invite'), inviting(staffed({ parties: [applicant!] })), { query });
    await page.emit('#word', 'change', { value: '好' });
    await page.press('生成邀请');
    expect(page.text()).toContain('口令至少两个字。');
    expect(page.text()).toContain('请写对方怎么称呼。');
    await page.emit('#word', 'change', { value: '热水器' });
    await page.emit('#name', 'change', { value: '502住户' });
    await page.press('生成邀请');
    expect(inputsOf(page, 'dispute.makeInvitation')).toEqual([{ id: 'case-1', channel: 'share', word: '热水器', respondent: { name: '502住户' } }]);
  });

  test('one that is out is said, and can be taken back with a reason', async () => {
    const page = await openPage(at('invite'), inviting(staffed({ invitation: { expiresAt: now + 86_400_000, isBound: false } })), { query });
    expect(page.text()).toContain('前一封就作废');
    await page.press('收回这一封');
    await page.press('收回');
    expect(page.text()).toContain('请写几个字');
    await page.emit('#revoke', 'send', { words: '发错了人', photos: [] });
    expect(inputsOf(page, 'dispute.revokeInvitation')).toEqual([{ id: 'case-1', reason: '发错了人' }]);
  });

  test.each([
    ['who came in already', { invitation: { expiresAt: now, isBound: true } }, '对方已经打开邀请进来了'],
    ['a danger', { danger: { isHurt: true, isThreatened: false, isChildAtRisk: false, isHomeViolence: false } }, '不能安排双方见面'],
    ['another state', { state: 'mediating' as const, moves: [] }, '现在是：正在谈'],
  ])('%s: none is made', async (_title, changes, sentence) => {
    const page = await openPage(at('invite'), inviting(staffed(changes)), { query });
    expect(page.text()).toContain(sentence);
    expect(page.text()).not.toContain('生成邀请');
  });
});
