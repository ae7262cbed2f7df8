/** 今天的孩子: one block a child — where she is, what is booked, what is still missing — and the ways from here. */
import type { LinkRow } from '../../../components/link-rows/link-rows.view';
import { oneEach, visitCardOf, type VisitCard } from '../../../components/visit-card/visit-card.view';
import type { Children } from '../fetch-children';
import { pages } from '../pages';

export interface ChildBlock {
  readonly id: string;
  readonly nickname: string;
  readonly page: string;
  readonly cards: readonly VisitCard[];
  /** `还缺：班级。第一次到站前补上。` */
  readonly lacking: string;
}

export interface ChildrenView {
  readonly blocks: readonly ChildBlock[];
  readonly rows: readonly LinkRow[];
  readonly primary: { readonly label: string; readonly page: string };
  /** More than one child is there: each card has its own button. */
  readonly isPlain: boolean;
}

export function childrenView({ children, visits, now }: Children): ChildrenView {
  const present = oneEach(visits).map((visit) => visitCardOf(visit, now)).filter(({ hasCode }) => hasCode);
  const [first] = present;
  return {
    blocks: children.map(({ id, nickname, lacking }) => ({
      id,
      nickname,
      page: pages.child(id),
      cards: visits.filter(({ childId }) => childId === id).map((visit) => visitCardOf(visit, now)),
      lacking: lacking.length > 0 ? `还缺：${lacking.join('、')}。第一次到站前补上。` : '',
    })),
    rows: children.length > 0 ? rowsOf(children) : [],
    primary: first ? { label: '出示接孩子码', page: first.codePage } : children.length > 0 ? { label: '约时段', page: pages.book } : { label: '登记孩子', page: pages.register },
    isPlain: present.length === 1,
  };
}

function rowsOf(children: Children['children']): LinkRow[] {
  return [
    { title: '约时段', icon: 'calendar', page: pages.book },
    { title: '一周空档', icon: 'calendar-1', page: pages.week, note: '按放学时间一起约' },
    { title: '急事接孩子', icon: 'call', page: pages.fetch, note: '请警务室去学校接' },
    { title: '再登记一个孩子', icon: 'user-add', page: pages.register },
    ...children.map(({ id, nickname }): LinkRow => ({ title: `${nickname}以前的托管`, icon: 'history', page: pages.history(id) })),
  ];
}
