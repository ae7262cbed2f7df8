/** 司法确认: a party asks, or staff put it down for one without an account; later what the court said. */
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, pageData, show } from '../../../platform/page';
import { complain, keepField, type FieldEvent } from '../../../platform/form';
import { goToStory } from '../../../components/dispute-card/to-story';
import { askingOf, courtView, emptyForm, problemsOf, recordingOf, whyNothing, type CourtForm, type CourtView } from './court.view';

Page({
  data: {
    ...pageData,
    limits: disputeLimits,
    view: null as CourtView | null,
    form: emptyForm,
    emptyNote: '',
  },

  id: '',
  draftKey: '',

  async onLoad({ id = '' }) {
    this.id = id;
    this.draftKey = `court:${id}`;
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
  },

  async onSend() {
    const { form, view } = this.data;
    if (!view || complain(this, problemsOf(view, form))) return;
    const isDone = await act(this, `${view.step}:${form.side}:${form.outcome}`, async (attemptId) => {
      if (view.step === 'ask') await call('dispute.askConfirmation', askingOf(this.id, form), attemptId);
      else await call('dispute.recordConfirmation', recordingOf(this.id, form), attemptId);
    });
    if (!isDone) return;
    dropDraft(this.draftKey);
    goToStory(this.id);
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const view = courtView(dispute);
      if (!view) return { status: 'empty', emptyNote: whyNothing(dispute) };
      const form: CourtForm = { ...emptyForm, court: view.court, side: view.sides[0]?.value ?? '', ...draftOf<CourtForm>(this.draftKey) };
      return { view, form };
    });
  },
});
