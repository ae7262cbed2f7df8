/** 依法处理: where police mediated in vain, the next step and the decision; or both came to terms elsewhere and ask for no punishment. */
import type { InputOf } from '../../../../typings/contract/actions';
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { goToStory } from '../../../components/dispute-card/to-story';
import { stateLabels } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';
import { dayWords } from '../../../domain/time/last-days';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, pageData, show } from '../../../platform/page';
import { complain, keepField, type FieldEvent } from '../../../platform/form';
import { emptyForm, lawView, outcomeChips, problemsOf, sendingOf, termsTiles, type LawForm, type LawView } from './law.view';

Page({
  data: {
    ...pageData,
    limits: disputeLimits,
    ways: termsTiles,
    outcomes: outcomeChips,
    card: null as DisputeCard | null,
    view: null as LawView | null,
    form: emptyForm,
    /** The chosen day in words. */
    day: '',
    emptyNote: '',
  },

  id: '',
  draftKey: '',

  async onLoad({ id = '' }) {
    this.id = id;
    this.draftKey = `law:${id}`;
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },
  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
    this.setData({ day: dayWords(this.data.form.byDay) });
  },

  async onSend() {
    const { form, view } = this.data;
    if (!view || complain(this, problemsOf(form, view))) return;
    const { action, input } = sendingOf(this.id, form);
    // one call of two kinds: the view pairs each action with its input
    const isDone = await act(this, `law:${form.deed}:${form.outcome}`, (attemptId) => call(action as 'dispute.handOn', input as InputOf<'dispute.handOn'>, attemptId));
    if (!isDone) return;
    dropDraft(this.draftKey);
    goToStory(this.id);
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const view = lawView(dispute);
      if (!view) return { status: 'empty', emptyNote: `现在是：${stateLabels[dispute.state]}` };
      const kept = { ...emptyForm, byDay: view.firstDay, ...draftOf<LawForm>(this.draftKey) };
      const deed = view.tiles.some(({ value }) => value === kept.deed) ? kept.deed : (view.tiles[0]?.value ?? '');
      return { view, card: disputeCardOf(dispute, dispute.now), form: { ...kept, deed }, day: dayWords(kept.byDay) };
    });
  },
});
