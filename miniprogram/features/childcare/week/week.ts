/** 一周空档: from when each child leaves school, one time a day; each day is booked for itself, and what could not be had is said. */
import type { WeekGap } from '../../../../typings/contract/childcare';
import { call } from '../../../platform/call';
import { draftOf, keepDraft } from '../../../platform/drafts';
import { act, pageData, show } from '../../../platform/page';
import { fetchChildren } from '../fetch-children';
import { fetchPosts } from '../fetch-posts';
import { booked, childRows, dismissalsOf, gapRows, refused, sumOf, weeks, withoutGap, type ChildRows, type GapRow, type Timetable, type Week } from './week.view';

const draft = 'week';
const begun: { week: Week } = { week: 'this' };
const noTimes: Timetable = {};
type Picked = WechatMiniprogram.CustomEvent<{ value: string }, object, { child: string; weekday: number }>;

Page({
  data: {
    ...pageData,
    weeks,
    ...begun,
    post: '',
    rows: [] as ChildRows[],
    /** Found; null before one has looked. */
    gaps: null as GapRow[] | null,
    none: [] as string[],
    sum: '',
    hasFailed: false,
    /** `正在约第2段，共5段` */
    progress: '',
    why: '',
  },

  timetable: noTimes,
  children: [] as { id: string; nickname: string }[],
  postId: '',
  now: 0,

  async onLoad() {
    this.timetable = draftOf<Timetable>(draft);
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },

  onWeek({ detail }: WechatMiniprogram.CustomEvent<{ value: Week }>) {
    this.setData({ week: detail.value, rows: childRows(this.children, detail.value, this.now, this.timetable), gaps: null, none: [], sum: '' });
  },
  onTime({ currentTarget, detail }: Picked) {
    this.keep(currentTarget.dataset.child, currentTarget.dataset.weekday, detail.value);
  },
  onNone({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { child: string; weekday: number }>) {
    this.keep(currentTarget.dataset.child, currentTarget.dataset.weekday, '');
  },
  onGap({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { key: string }>) {
    const { key } = currentTarget.dataset;
    this.setData({ gaps: (this.data.gaps ?? []).map((row) => (row.key === key ? { ...row, isOn: detail.value } : row)) });
  },
  async onLook() {
    const { rows, week } = this.data;
    const dismissals = dismissalsOf(rows, week, this.now);
    if (dismissals.length === 0) return this.setData({ problem: '先填一个放学时间。' });
    await act(this, 'week', async () => {
      const { gaps }: { gaps: WeekGap[] } = await call('childcare.week', { postId: this.postId, dismissals });
      this.setData({ gaps: gapRows(gaps), none: withoutGap(rows, dismissals, gaps), sum: '' });
      void wx.pageScrollTo({ selector: '#gaps', duration: 150, fail: () => undefined });
    });
  },
  /** One after the other, so that each answer stands for itself; what was booked stays booked when a later one fails. */
  async onBook() {
    const chosen = (this.data.gaps ?? []).filter(({ isOn, result }) => isOn && (result === '' || result.startsWith('没约上')));
    for (const [index, row] of chosen.entries()) {
      this.setData({ progress: `正在约第${index + 1}段，共${chosen.length}段` });
      const { childId, startAt } = row;
      const isDone = await act(this, `book:${row.key}`, async (attemptId) => {
        this.settle(booked(row, await call('childcare.book', { childId, postId: this.postId, startAt }, attemptId)));
      });
      if (!isDone && this.data.problem !== '') this.settle(refused(row, this.data.problem));
    }
    const gaps = this.data.gaps ?? [];
    this.setData({ progress: '', problem: '', sum: sumOf(gaps), hasFailed: gaps.some(({ tone }) => tone === 'danger') });
  },
  onDone() {
    void wx.navigateBack();
  },

  settle(settled: GapRow) {
    this.setData({ gaps: (this.data.gaps ?? []).map((row) => (row.key === settled.key ? settled : row)) });
  },
  keep(childId: string, weekday: number, time: string) {
    this.timetable = { ...this.timetable, [childId]: { ...this.timetable[childId], [weekday]: time } };
    keepDraft(draft, this.timetable);
    this.setData({ rows: childRows(this.children, this.data.week, this.now, this.timetable), gaps: null, none: [], sum: '', problem: '' });
  },
  async load() {
    await show(this, async () => {
      const [{ known }, [post]] = await Promise.all([fetchChildren(), fetchPosts()]);
      this.children = known.children.map(({ id, nickname }) => ({ id, nickname }));
      this.now = known.now;
      if (!post || this.children.length === 0) return { status: 'empty', why: post ? '先在“今天的孩子”里登记孩子。' : '先在“我的信息”里选住哪栋楼。' };
      this.postId = post.id;
      const first = childRows(this.children, 'this', known.now, this.timetable);
      const week: Week = this.data.week === 'this' && first[0]?.days.length === 0 ? 'next' : this.data.week;
      return { post: post.name, week, rows: childRows(this.children, week, known.now, this.timetable) };
    });
  },
});
