/** The home of each role: which sections, in which words. */
import { homeOf } from '../../miniprogram/pages/home/home.view';
import { hazard } from '../support/hazard-answers';
import { deposit, guest, homeWith, lateNoise, now } from '../support/home-answers';

const HOUR = 3_600_000;
const counts = { red: 1, yellow: 3, blue: 9, ungraded: 2, overdue: 2 };

test('a resident finds three doors and what of his is under way', () => {
  const home = homeOf(homeWith());
  expect(home.greeting).toBe('下午好，韦德顺');
  expect(home.doors.map(({ title }) => title)).toEqual(['说事', '接孩子', '报隐患']);
  expect(home.list).toMatchObject({ title: '正在办', others: 0 });
  expect(home.list?.cards[0]).toMatchObject({ title: '钱款 · 桐花苑 3号楼', state: '正在联系对方', number: '桂花27' });
});

test('who has not said where he lives is asked, so that he finds his officer', () => {
  expect(homeOf(homeWith({ me: guest }))).toMatchObject({ greeting: '下午好', asksForHome: true, officer: null });
  const officer = { name: '沈砚秋', title: '社区民警', isOnDuty: true, phone: '000' };
  expect(homeOf(homeWith({ officer }))).toMatchObject({ asksForHome: false, officer });
});

test('an officer sees three of what waits, and how many more there are', () => {
  const queue = Array.from({ length: 5 }, (_, index) => ({ ...deposit, id: `case-${index}` }));
  const home = homeOf(homeWith({ as: 'officer', queue, counts, today: [] }));
  expect(home.list).toMatchObject({ title: '今天三件', others: 2 });
  expect(home.list?.cards).toHaveLength(3);
  expect(home.figures.map(({ label, value }) => `${label} ${value}`)).toEqual(['待分流 2', '紧急 1', '会诊 3', '一般 9', '超时 2']);
  expect(home.isDesk).toBe(true);
});

test('a mediator sees first whom he meets today, and how much of the week is free', () => {
  const session = { disputeId: 'case-1', number: '桂花27', startAt: now + HOUR, endAt: now + 2 * HOUR, room: '调解室', mediator: '丁守义', mediatorId: 'm1' };
  const home = homeOf(homeWith({ as: 'mediator', queue: [], today: [session], freeThisWeek: 6 }));
  expect(home.sessionsFirst).toBe(true);
  expect(home.sessions?.[0]).toMatchObject({ time: '17:35–18:35', what: '桂花27', where: '调解室 · 丁守义' });
  expect(home.free).toBe('本周还有 6 个空档');
});

test('a leader sees four figures with what they are counted out of, and with whom the late ones are stuck', () => {
  const home = homeOf(homeWith({ as: 'leader', queue: [deposit, lateNoise], counts }));
  expect(home.figures.map(({ label, value, outOf }) => `${label} ${value} ${outOf}`)).toEqual(['在办 15 现在', '超时 2 共 15 件', '紧急 1 共 15 件', '待分流 2 共 15 件']);
  expect(home.list?.cards.map(({ number }) => number)).toEqual(['桂花33']);
  expect(home.list?.cards[0]?.next?.promise).toBe('警务室，说好今天 14:35前，已晚2小时');
});

test('a grid worker and a volunteer record for others, settle on the spot, and see what they reported', () => {
  for (const as of ['gridWorker', 'volunteer'] as const) {
    const home = homeOf(homeWith({ as }));
    expect(home.doors.map(({ title }) => title)).toEqual(['代录', '当场说和', '报苗头', as === 'volunteer' ? '报隐患' : '隐患']);
    expect(home.list?.title).toBe('我报的');
  }
});

test('who has hazards alone is not told that there is nothing', () => {
  expect(homeOf(homeWith({ as: 'partner', mine: [], hazards: [hazard] }))).toMatchObject({ list: null, hazards: [{ number: hazard.number }] });
  expect(homeOf(homeWith({ mine: [] })).list).toMatchObject({ cards: [] });
});

test('the door to the hazards says how many wait, and for what', () => {
  const doorOf = (hazardCounts: { fresh: number; recheck: number }) => homeOf(homeWith({ as: 'gridWorker', hazardCounts })).doors.find(({ title }) => title === '隐患');
  expect(doorOf({ fresh: 2, recheck: 1 })).toMatchObject({ note: '2 处等人看，1 处等复查', waiting: '3 处等着' });
  expect(doorOf({ fresh: 0, recheck: 0 })).not.toHaveProperty('waiting');
});

test('an admin finds people, places and holidays, and nobody’s disputes', () => {
  const home = homeOf(homeWith({ as: 'admin' }));
  expect(home.doors.map(({ title }) => title)).toEqual(['人员', '地点', '节假日']);
  expect(home.list).toBeNull();
});

test('a carer sees who is here, who should be and who is late, and first the doors to both', () => {
  const post = { id: 'p1', name: '桐花里警务室', light: 'amber' as const, present: 4, capacity: 10, carers: 1, late: 1, missing: 2 };
  const home = homeOf(homeWith({ as: 'carer', posts: [post, { ...post, id: 'p2', present: 1, late: 0, missing: 0 }] }));
  expect(home.figures.map(({ label, value }) => `${label} ${value}`)).toEqual(['在站 5', '未到 2', '超时 1']);
  expect(home.doors.slice(0, 2).map(({ title }) => title)).toEqual(['到站', '交接']);
  expect(home.lightsFirst).toBe(true);
  expect(home.lights[0]).toMatchObject({ shape: '▲', word: '先不加人', note: '在站 4 人，最多 10 人 · 1 位大人在岗 · 1 个超时' });
});
