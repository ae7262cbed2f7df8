/** 急事接孩子: the post fetches the child from school. What was written stays on the phone until it has arrived. */
import { childLimits } from '../../../domain/childcare/policy';
import { proposedWord } from '../../../domain/letter/word';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { visitPage } from '../../../components/visit-card/visit-card.view';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { complain, keep, keepField, type FieldEvent } from '../../../platform/form';
import { act, pageData, show } from '../../../platform/page';
import { knownChildren } from '../fetch-children';
import { fetchPosts } from '../fetch-posts';
import { emptyFetch, inputOf, missingIn, stepToMend, tilesOf, viewOf, type FetchForm } from './fetch.view';

const draft = 'care-fetch';
/** By child. */
const noSchools: Readonly<Record<string, string>> = {};

Page({
  data: { ...pageData, form: emptyFetch, view: viewOf(emptyFetch, 0), children: [] as Choice[], posts: [] as Choice[], most: childLimits, why: '' },

  /** The first step that has something to ask. */
  first: 0,
  schools: noSchools,

  async onLoad() {
    const phrase = proposedWord((below) => Math.floor(Math.random() * below));
    this.setData({ form: { ...emptyFetch, phrase, ...draftOf<FetchForm>(draft) } });
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  onField(event: FieldEvent) {
    keepField(this, draft, event);
    if (event.currentTarget.dataset.field === 'childId') keep(this, draft, { school: this.schools[String(event.detail.value)] ?? '' });
  },
  onPolice() {
    wx.makePhoneCall({ phoneNumber: '110', fail: () => undefined });
  },
  onBack() {
    this.go(Math.max(this.first, this.data.form.step - 1));
  },
  async onNext() {
    const { form, view } = this.data;
    if (complain(this, missingIn(form, view.fields))) return;
    if (view.isLast) await this.send();
    else this.go(Math.max(this.first, form.step) + 1);
  },

  async send() {
    const isDone = await act(this, 'fetch', async (attemptId) => {
      const { id } = await call('childcare.askFetch', inputOf(this.data.form), attemptId);
      dropDraft(draft);
      await wx.redirectTo({ url: visitPage(id) });
    });
    const mend = isDone ? undefined : stepToMend(this.data.problems);
    if (mend === undefined) return;
    const { problem, problems } = this.data;
    this.go(mend);
    this.setData({ problem, problems });
  },
  go(step: number) {
    keep(this, draft, { step });
    this.setData({ view: viewOf(this.data.form, this.first) });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0, fail: () => undefined });
  },
  async load() {
    await show(this, async () => {
      const [{ children }, all] = await Promise.all([knownChildren(), fetchPosts()]);
      if (children.length === 0 || all.length === 0) return { status: 'empty', why: all.length > 0 ? '先在“今天的孩子”里登记孩子。真急，打警务室电话或 110。' : '先在“我的信息”里选住哪栋楼。真急，打警务室电话或 110。' };
      const [child, post] = [children.length === 1 ? children[0] : children.find(({ id }) => id === this.data.form.childId), all.length === 1 ? all[0] : all.find(({ id }) => id === this.data.form.postId)];
      this.schools = Object.fromEntries(children.map(({ id, school }) => [id, school]));
      this.first = children.length === 1 && all.length === 1 ? 1 : 0;
      const form: FetchForm = { ...this.data.form, childId: child?.id ?? '', postId: post?.id ?? '', school: this.data.form.school || (child?.school ?? ''), step: Math.max(this.first, this.data.form.step) };
      return {
        form, view: viewOf(form, this.first), children: tilesOf(children.map(({ id, nickname, school }) => ({ id, name: nickname, note: school }))), posts: tilesOf(all.map(({ id, name, address }) => ({ id, name, note: address }))),
      };
    });
  },
});
