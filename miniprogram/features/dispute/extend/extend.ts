/** 多谈几天: a party asks, or agrees to what the other asked; the mediator puts it down for who has no account. */
import { stateLabels } from '../../../domain/dispute/labels';
import { call } from '../../../platform/call';
import { act, pageData, show } from '../../../platform/page';
import type { FieldEvent } from '../../../platform/form';
import { goToStory } from '../../../components/dispute-card/to-story';
import { dayChips, emptyForm, extendView, inputOf, type ExtendView } from './extend.view';

Page({
  data: {
    ...pageData,
    view: null as ExtendView | null,
    form: emptyForm,
    dayChips,
    emptyNote: '',
  },

  id: '',

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
    this.setData({ problem: '', [`form.${currentTarget.dataset.field}`]: detail.value });
  },

  async onSend() {
    const { form } = this.data;
    const isDone = await act(this, `extend:${form.side}:${form.days}`, (attemptId) => call('dispute.extend', inputOf(this.id, form), attemptId));
    if (isDone) goToStory(this.id);
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const view = extendView(dispute);
      if (!view) return { status: 'empty', emptyNote: `现在是：${stateLabels[dispute.state]}` };
      return { view, form: { days: view.askedDays === '' ? emptyForm.days : view.askedDays, side: view.sides[0]?.value ?? 'applicant' } };
    });
  },
});
