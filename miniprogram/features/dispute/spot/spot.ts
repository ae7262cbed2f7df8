/** 当场调解: a minor act that police settle where it happened, agreed to and done at once (程序规定 第178条). */
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { goToStory } from '../../../components/dispute-card/to-story';
import { stateLabels } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';
import { dayKey } from '../../../domain/time/format';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, pageData, show } from '../../../platform/page';
import { complain, keepField, type FieldEvent } from '../../../platform/form';
import { conditions, emptyForm, formOf, inputOf, isOffered, problemsOf, proofChips, type SpotForm } from './spot.view';

Page({
  data: {
    ...pageData,
    limits: disputeLimits,
    conditions,
    proofs: proofChips,
    card: null as DisputeCard | null,
    form: emptyForm,
    now: 0,
    today: '',
    emptyNote: '',
  },

  id: '',
  draftKey: '',

  async onLoad({ id = '' }) {
    this.id = id;
    this.draftKey = `spot:${id}`;
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
    this.setData({ problems: {} });
    keepField(this, this.draftKey, event);
  },

  async onSettle() {
    const { form, now } = this.data;
    if (complain(this, problemsOf(form, now))) return;
    if (!(await act(this, 'settle', (attemptId) => call('dispute.settleByPolice', inputOf(this.id, form), attemptId)))) return;
    dropDraft(this.draftKey);
    goToStory(this.id);
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      if (!isOffered(dispute)) return { status: 'empty', emptyNote: `现在是：${stateLabels[dispute.state]}` };
      const { now } = dispute;
      return { card: disputeCardOf(dispute, now), form: { ...formOf(dispute), ...draftOf<SpotForm>(this.draftKey) }, now, today: dayKey(now) };
    });
  },
});
