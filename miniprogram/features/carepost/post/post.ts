/** 托管点设置, for those who run the station. */
import type { CarePost } from '../../../../typings/contract/childcare';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import type { LinkRow } from '../../../components/link-rows/link-rows.view';
import { call } from '../../../platform/call';
import { complain } from '../../../platform/form';
import { act, pageData, show } from '../../../platform/page';
import { territory } from '../../../platform/session';
import { capacityWords, formOf, inputOf, linksFor, mostTimes, newPost, problemsOf, weekdayChips, type PostForm } from './post.view';

Page({
  data: { ...pageData, mostTimes, weekdays: weekdayChips, posts: [] as Chip[], places: [] as Chip[], form: newPost, capacity: '', links: [] as LinkRow[], done: '' },

  kept: [] as CarePost[],

  async onLoad() {
    await this.load();
  },
  async onRetry() {
    await this.load();
  },

  onPost({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.choose(detail.value);
  },
  onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: keyof PostForm }>) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },
  onWeekday({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { value: number }>) {
    const { value } = currentTarget.dataset;
    const { weekdays } = this.data.form;
    this.change({ weekdays: weekdays.includes(value) ? weekdays.filter((day) => day !== value) : [...weekdays, value].sort() });
  },
  onTime({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number; end: 'from' | 'until' }>) {
    const { index, end } = currentTarget.dataset;
    this.change({ times: this.data.form.times.map((time, at) => (at === index ? { ...time, [end]: detail.value } : time)) });
  },
  onAddTime() {
    this.change({ times: [...this.data.form.times, { from: '16:30', until: '18:00' }] });
  },
  onRemoveTime({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    this.change({ times: this.data.form.times.filter((_, index) => index !== currentTarget.dataset.index) });
  },
  async onSave() {
    const { form } = this.data;
    if (complain(this, problemsOf(form))) return;
    await act(this, 'save', async (attemptId) => {
      const { id, name } = await call('childcare.savePost', inputOf(form), attemptId);
      await this.load(id);
      this.setData({ done: `${name}存好了` });
    });
  },

  change(said: Partial<PostForm>) {
    const form = { ...this.data.form, ...said };
    this.setData({ form, capacity: capacityWords(form), problem: '', problems: {}, done: '' });
  },
  choose(id: string) {
    const post = this.kept.find((each) => each.id === id);
    const [first] = this.data.places;
    this.change(post ? formOf(post) : { ...newPost, placeId: first?.value ?? '' });
    this.setData({ links: linksFor(post?.id ?? '') });
  },
  async load(id?: string) {
    await show(this, async () => {
      const [{ posts }, { compounds }] = await Promise.all([call('childcare.posts', {}), territory()]);
      this.kept = posts;
      const places = compounds.map(({ id: value, name: label }) => ({ value, label }));
      const own = posts.filter(({ placeId }) => places.every(({ value }) => value !== placeId)).map(({ placeId, address }) => ({ value: placeId, label: address }));
      this.setData({ posts: [...posts.map(({ id: value, name: label }) => ({ value, label })), { value: '', label: '加一个' }], places: [...places, ...own] });
      this.choose(id ?? posts[0]?.id ?? '');
      return {};
    });
  },
});
