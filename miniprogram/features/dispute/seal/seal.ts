/** 签字盖章: what both signed, what is still missing, and the mediator's own signature under the seal. From here it holds. */
import { stateLabels } from '../../../domain/dispute/labels';
import { call } from '../../../platform/call';
import { fileAt, sendFile } from '../../../platform/media';
import { act, pageData, show } from '../../../platform/page';
import { complain, type FieldEvent } from '../../../platform/form';
import { goToStory } from '../../../components/dispute-card/to-story';
import { emptyForm, problemsOf, sealView, wayChips, type SealView } from './seal.view';

Page({
  data: {
    ...pageData,
    view: null as SealView | null,
    form: emptyForm,
    wayChips,
    emptyNote: '',
  },

  id: '',
  /** The signature that has arrived already, so that a retry does not send it again. */
  sent: { path: '', id: '' },

  async onLoad({ id = '' }) {
    this.id = id;
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onField({ currentTarget, detail }: FieldEvent) {
    this.setData({ problem: '', problems: {}, [`form.${currentTarget.dataset.field}`]: detail.value });
  },
  onDraw({ detail }: WechatMiniprogram.CustomEvent<{ path: string }>) {
    this.setData({ 'form.drawn': detail.path });
  },

  async onSeal() {
    const { form } = this.data;
    if (complain(this, problemsOf(form))) return;
    const isDone = await act(this, `seal:${form.way}:${form.drawn}`, async (attemptId) => {
      const file = await this.arrived();
      await call('dispute.seal', { id: this.id, isSealed: form.isSealed, file }, attemptId);
    });
    if (isDone) goToStory(this.id);
  },

  /** The id under which the post keeps the drawing, or the photograph of the paper. */
  async arrived(): Promise<string> {
    const { way, drawn, photos } = this.data.form;
    const [paper] = photos;
    if (way === 'paper' && paper) return paper.id;
    if (this.sent.path !== drawn) this.sent = { path: drawn, id: await sendFile('signature', await fileAt(drawn)) };
    return this.sent.id;
  },
  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const view = sealView(dispute);
      if (!view) return { status: 'empty', emptyNote: `现在是：${stateLabels[dispute.state]}` };
      return { view, 'form.way': view.isPaper ? 'paper' : this.data.form.way };
    });
  },
});
