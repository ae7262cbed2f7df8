/** 约时段: which child, which day, which time. It is booked when the server says so, and not before. */
import type { CareSlot } from '../../../../typings/contract/childcare';
import { visitPage } from '../../../components/visit-card/visit-card.view';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { bookableDays } from '../../../domain/childcare/policy';
import { call } from '../../../platform/call';
import { askOrLast } from '../../../platform/last-known';
import { act, pageData, show } from '../../../platform/page';
import { fetchChildren, knownChildren } from '../fetch-children';
import { fetchPosts } from '../fetch-posts';
import { pages } from '../pages';
import { dayChips, laterDays, primaryOf, timeRows, type TimeRow } from './book.view';

type Chosen = WechatMiniprogram.CustomEvent<{ value: string }>;

Page({
  data: {
    ...pageData,
    asOf: '',
    children: [] as Chip[],
    childId: '',
    posts: [] as Chip[],
    postId: '',
    address: '',
    days: [] as Chip[],
    day: '',
    rows: [] as TimeRow[],
    startAt: 0,
    primary: primaryOf([], 0),
    /** What is to be done first: a child, or a home. */
    first: null as { title: string; note: string; label: string; page: string } | null,
  },

  slots: [] as CareSlot[],
  now: 0,
  isAll: false,

  async onLoad({ id = '' }) {
    this.setData({ childId: id });
  },
  async onShow() {
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await fetchChildren().catch(() => undefined);
    await this.load();
  },

  onChild({ detail }: Chosen) {
    this.look({ childId: detail.value, startAt: 0 });
  },
  async onPost({ detail }: Chosen) {
    this.setData({ postId: detail.value, startAt: 0 });
    await this.load();
  },
  onDay({ detail }: Chosen) {
    if (detail.value !== laterDays) return this.look({ day: detail.value, startAt: 0 });
    this.isAll = true;
    this.setData({ days: dayChips(this.slots, this.now, true) });
  },
  onTime({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
    this.look({ startAt: currentTarget.dataset.at });
  },
  async onFirst() {
    await wx.navigateTo({ url: this.data.first?.page ?? '' });
  },
  async onBook() {
    const { childId, postId, startAt, rows } = this.data;
    const looked = rows.find((row) => row.startAt === startAt);
    await act(this, `book:${childId}:${startAt}`, async (attemptId) => {
      const { id, state } = await call('childcare.book', { childId, postId, startAt }, attemptId);
      await wx.redirectTo({ url: `${visitPage(id)}&made=${state === 'waitlisted' && looked?.isFull === false ? 'full' : state}` });
    });
  },

  /** Another child, day or time, from what is known already. */
  look(change: { childId?: string; day?: string; startAt?: number }) {
    const { childId, day, startAt, children } = { ...this.data, ...change };
    const rows = timeRows(this.slots, day, childId, children.find(({ value }) => value === childId)?.label ?? '');
    this.setData({ ...change, rows, primary: primaryOf(rows, startAt), problem: '' });
  },
  load(): Promise<void> {
    return show(this, async () => {
      const [known, all] = await Promise.all([knownChildren(), fetchPosts()]);
      const [child, post] = [known.children.find(({ id }) => id === this.data.childId) ?? known.children[0], all.find(({ id }) => id === this.data.postId) ?? all[0]];
      if (!child) return { first: { title: '先登记孩子', note: '小名、学校和您的同意，一分钟就好。', label: '登记孩子', page: pages.register } };
      if (!post) return { first: { title: '您家附近还没有托管', note: '选一下您住的楼，就能看到最近的警务室。', label: '选住哪栋楼', page: '/features/identity/profile/profile' } };
      const { known: answer, asOf } = await askOrLast(`slots:${post.id}`, () => call('childcare.slots', { postId: post.id, from: known.now, days: bookableDays }));
      this.slots = answer.slots.filter(({ startAt }) => startAt > Math.max(known.now, answer.now));
      this.now = answer.now;
      const days = dayChips(this.slots, answer.now, this.isAll);
      const day = days.some(({ value }) => value === this.data.day) ? this.data.day : (days[0]?.value ?? '');
      const children = known.children.map(({ id, nickname }) => ({ value: id, label: nickname }));
      const rows = timeRows(this.slots, day, child.id, child.nickname);
      return {
        first: null, asOf, children, childId: child.id, posts: all.map(({ id, name }) => ({ value: id, label: name })), postId: post.id, address: post.address,
        days, day, rows, primary: primaryOf(rows, this.data.startAt),
      };
    });
  },
});
