/** 民警办理: claims that were made without a network, the exception of two officers, and the way to the 儿童督导员. */
import { childLimits } from '../../../domain/childcare/policy';
import { call } from '../../../platform/call';
import { complain } from '../../../platform/form';
import { act, leave, pageData, show } from '../../../platform/page';
import { emptyReview, nameIn, OTHER, problemsOf, reviewView, type ReviewForm, type ReviewView } from './review.view';

const done: Readonly<Record<Exclude<ReviewForm['way'], ''>, string>> = {
  confirmClaim: '核实好了', doubtClaim: '已告诉所有人', proposeException: '记下了，等另一位民警', releaseByException: '已交接', transfer: '已转交',
}; // prettier-ignore

Page({
  data: { ...pageData, most: childLimits, other: OTHER, view: null as ReviewView | null, form: emptyReview },

  id: '',

  async onLoad({ id = '' }) {
    this.id = id;
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: unknown }, object, { field: keyof ReviewForm }>) {
    this.setData({ form: { ...this.data.form, [currentTarget.dataset.field]: detail.value }, problem: '', problems: {} });
  },

  async onSend() {
    const { form } = this.data;
    const { way } = form;
    if (complain(this, problemsOf(form)) || way === '') return;
    if (await act(this, way, (attemptId) => this.send(way, attemptId))) await leave(done[way]);
  },

  send(way: Exclude<ReviewForm['way'], ''>, attemptId: string): Promise<unknown> {
    const { form, view } = this.data;
    const { id } = this;
    const words = form.words.trim();
    if (way === 'transfer') return call('childcare.transfer', { id, to: form.to.trim(), reason: words }, attemptId);
    if (way !== 'proposeException') return call(`childcare.${way}`, { id, words }, attemptId);
    const { isDocumentSeen, isRungBack, person: personId } = form;
    return call('childcare.proposeException', { id, personId, name: nameIn(form, view?.people ?? []), isDocumentSeen, isRungBack, words }, attemptId);
  },

  async load() {
    await show(this, async () => {
      const view = reviewView(await call('childcare.open', { id: this.id }));
      const [only] = view.ways;
      return { view, form: { ...this.data.form, way: view.ways.some(({ value }) => value === this.data.form.way) ? this.data.form.way : view.ways.length === 1 ? (only?.value as ReviewForm['way']) : '' } };
    });
  },
});
