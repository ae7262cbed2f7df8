import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import type { PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import type { ChosenPlace } from '../../../components/place-picker/place-picker.view';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../platform/drafts';
import { act, pageData, show } from '../../../platform/page';
import { complain, keep, keepField, type FieldEvent } from '../../../platform/form';
import { goToStory } from '../../../components/dispute-card/to-story';
import { categoryChips } from '../record/record.view';
import { obstacleOf } from '../../../domain/dispute/on-the-spot';
import { asRecord, emptyForm, inputOf, isNamelessOf, obstacleTo, peopleOf, problemsOf, type SettleForm } from './settle.view';

Page({
  data: {
    ...pageData,
    form: emptyForm,
    limits: disputeLimits,
    categories: categoryChips,
    isNew: true,
    /** A lead, of which nobody may be known: both are asked for. */
    isNameless: false,
    /** The dispute that is settled, when it was known before. */
    card: null as DisputeCard | null,
    obstacle: '',
  },

  id: '',
  draftKey: 'settle',

  onLoad({ id = '' }): Promise<void> {
    this.id = id;
    this.draftKey = id === '' ? 'settle' : `settle:${id}`;
    const form: SettleForm = { ...emptyForm, ...draftOf<SettleForm>(this.draftKey) };
    this.setData({ form, isNew: id === '', obstacle: obstacleTo(form) });
    return this.load();
  },

  onRetry(): Promise<void> {
    return this.load();
  },

  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
    if (this.data.isNew) this.setData({ obstacle: obstacleTo(this.data.form) });
  },

  onPlace({ detail }: WechatMiniprogram.CustomEvent<ChosenPlace>) {
    keep(this, this.draftKey, { buildingId: detail.buildingId });
  },

  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    keep(this, this.draftKey, { photos: detail.photos });
  },

  onAlarm() {
    void wx.makePhoneCall({ phoneNumber: '110', fail: () => undefined });
  },

  onRecord() {
    keepDraft('record', asRecord(this.data.form));
    dropDraft(this.draftKey);
    void wx.redirectTo({ url: '/features/desk/record/record' });
  },

  async onSettle() {
    const { form, isNew, isNameless, obstacle } = this.data;
    if (obstacle !== '' || complain(this, problemsOf(form, isNew, isNameless))) return;
    let { id } = this;
    const isSettled = await act(this, 'settle', async (attemptId) => {
      const { settledHow, haveBothAgreed } = form;
      const settled = isNew
        ? await call('dispute.settleNow', inputOf(form), attemptId)
        : await call('dispute.settle', { id, settledHow: settledHow.trim(), haveBothAgreed, ...(isNameless && peopleOf(form)) }, attemptId);
      ({ id } = settled);
    });
    if (!isSettled) return;
    dropDraft(this.draftKey);
    goToStory(id);
  },

  load(): Promise<void> {
    return show(this, async () => {
      if (this.id === '') return {};
      const dispute = await call('dispute.open', { id: this.id });
      return { card: disputeCardOf(dispute, dispute.now), isNameless: isNamelessOf(dispute), obstacle: obstacleOf(dispute) };
    });
  },
});
