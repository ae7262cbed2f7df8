/** 再谈一次: mediation failed, and both want to try once more. */
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { stateLabels } from '../../../domain/dispute/labels';
import { call } from '../../../platform/call';
import { act, more, pageData, show } from '../../../platform/page';
import { complain, type FieldEvent } from '../../../platform/form';
import { mediatorTiles } from '../progress/progress.view';
import { goToStory } from '../../../components/dispute-card/to-story';
import { emptyForm, inputOf, problemsOf, retryNote } from './retry.view';

Page({
  data: {
    ...pageData,
    card: null as DisputeCard | null,
    form: emptyForm,
    note: '',
    mediators: null as Choice[] | null,
    emptyNote: '',
  },

  id: '',

  async onLoad({ id = '' }) {
    this.id = id;
    await this.load();
    if (this.data.status === 'ready') await this.onMediators();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },
  onField({ currentTarget, detail }: FieldEvent) {
    const { field } = currentTarget.dataset;
    this.setData({ problem: '', [`problems.${field}`]: '', [`form.${field}`]: detail.value });
  },

  async onMediators() {
    await more(this, async () => ({ mediators: mediatorTiles((await call('dispute.mediators', { id: this.id })).mediators) }));
  },
  async onSend() {
    const { form } = this.data;
    if (complain(this, problemsOf(form))) return;
    const isDone = await act(this, `retry:${form.mediatorId}`, (attemptId) => call('dispute.retry', inputOf(this.id, form), attemptId));
    if (isDone) goToStory(this.id);
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      if (!dispute.moves.includes('retry')) return { status: 'empty', emptyNote: `现在是：${stateLabels[dispute.state]}` };
      return { card: disputeCardOf(dispute, dispute.now), note: retryNote(dispute), 'form.mediatorId': this.data.form.mediatorId || (dispute.mediator?.id ?? '') };
    });
  },
});
