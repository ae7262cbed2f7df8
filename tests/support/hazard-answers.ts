/** What `hazard.open` answers in tests of pages and views: two things in a stairwell, as the officer sees them. */
import type { HazardView } from '../../typings/contract/hazard';
import { now } from './home-answers';

const HOUR = 3_600_000;

export const hazard: HazardView = {
  id: 'hazard-1',
  number: '喜鹊27',
  version: 1,
  state: 'found',
  checklist: 'corridor',
  place: '桐花苑 3号楼 2单元楼道',
  excerpt: '楼道里堆了东西；应急灯、楼道灯不亮',
  hasDanger: false,
  openedAt: now - HOUR,
  next: { what: '去看一看，定怎么整改', who: '警务室', dueAt: now + 23 * HOUR, isOverdue: false },
  relations: ['officer', 'rechecker'],
  moves: ['advise', 'order', 'dismiss', 'link'],
  now,
  story: '纸箱堆到窗口了。',
  items: [
    { key: 'piledUp', what: '楼道里堆了东西', judge: '两个人能并排走过', state: 'open', failures: 0 },
    { key: 'noLight', what: '应急灯、楼道灯不亮', judge: '按一下测试键，灯亮', state: 'open', failures: 0 },
  ],
  finder: { name: '韦德顺' },
  before: [{ id: 'p1', kind: 'photo', url: 'http://photo/1' }],
  rectified: [],
  rechecked: [],
  lines: [{ version: 1, move: 'find', at: now - HOUR, who: '韦德顺' }],
};

/** The same once all was put right, and somebody else is to look. */
export const toRecheck: HazardView = {
  ...hazard,
  state: 'recheck',
  moves: ['recheck'],
  items: hazard.items.map((item) => ({ ...item, state: 'rectified', byDay: '2026-03-05' })),
};
