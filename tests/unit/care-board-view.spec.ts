/** 到站名册 in words: whom to look at first, and a roster that grows old without a network. */
import { nothingUnsent } from '../../miniprogram/domain/childcare/taps';
import { boardView } from '../../miniprogram/features/carepost/board/board.view';
import type { RosterBoard } from '../../typings/contract/childcare';
import { coming, here, roster } from '../support/carepost-answers';
import { now } from '../support/home-answers';

const MINUTE = 60_000;
const viewOf = (changes: Partial<RosterBoard> = {}, at = now) => boardView({ ...roster, ...changes }, nothingUnsent, at);
const names = (view: ReturnType<typeof viewOf>, group: number) => view.groups[group]?.rows.map(({ nickname }) => nickname);

test('whoever stands at the door comes before whoever is late, and those before the others', () => {
  const children = [{ ...here, visitId: 'c', nickname: '小麦', lateMinutes: 0, endAt: now + MINUTE }, here, { ...here, visitId: 'd', nickname: '豆苗', state: 'pickupPending' as const, withWhom: '姑姑', endAt: now + MINUTE }];
  const view = viewOf({ children });
  expect(names(view, 0)).toEqual(['豆苗', '阿橙', '小麦']);
  expect(view.groups[0]?.rows[0]).toMatchObject({ state: '正在核对 · 姑姑', act: 'handOver' });
});

test('without a network minutes go on, and the roster says of when it is', () => {
  const view = viewOf({}, now + 20 * MINUTE);
  expect(view.asOf).toBe('这是 16:35 的名册');
  expect(view.groups[1]?.rows[0]).toMatchObject({ nickname: '贝贝', late: '晚了 25 分钟' });
  expect(viewOf().asOf).toBe('');
});

test('those who went home are listed with whom and when', () => {
  const view = viewOf({ children: [coming, { ...here, state: 'released', withWhom: '爷爷', endedAt: now - 23 * MINUTE, moves: [] }] });
  expect(view.groups.map(({ title }) => title)).toEqual(['在站 0', '还没到 1', '回家了 1']);
  expect(view.groups[2]?.rows[0]).toMatchObject({ state: '已交给爷爷', time: '16:12', act: '' });
});

test('a child who came without a booking shows until when the consent is due', () => {
  const row = (consentDue: number) => viewOf({ children: [{ ...here, consentDue }] }).groups[0]?.rows[0]?.consent;
  expect(row(now + 95 * MINUTE)).toBe('家长的同意 18:10 前补上');
  expect(row(now - MINUTE)).toBe('家长的同意过了 16:34，还没补');
});

test('each office finds its own button', () => {
  const act = (state: (typeof here)['state'], moves: (typeof here)['moves']) => viewOf({ children: [{ ...here, state, moves }] }).groups.flatMap(({ rows }) => rows)[0]?.actLabel;
  expect(act('fetching', ['takeFetch', 'declineFetch', 'pickUp'])).toBe('去接');
  expect(act('fetching', ['checkIn'])).toBe('孩子到了');
  expect(act('checkedIn', ['ask'])).toBe('交接');
  expect(act('pickupPending', ['release', 'back'])).toBe('接着核对');
  expect(act('releaseClaimed', ['confirmClaim', 'doubtClaim'])).toBe('核实');
  expect(act('releaseClaimed', [])).toBe('');
});

test('a red light says so by shape and word, and who is missing', () => {
  expect(viewOf({ light: 'red', carers: [], warning: '在岗的大人不到 2 位，先不能接新的孩子。' })).toMatchObject({
    light: { shape: '■', word: '大人不够', tone: 'danger' },
    carers: '还没有人在岗，要 2 位才能接孩子',
    warning: '在岗的大人不到 2 位，先不能接新的孩子。',
    isOnDuty: false,
  });
});
