/** 报苗头: something that may become a quarrel. Nobody has asked for help, so officers alone read it. */
import type { PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import type { ChosenPlace } from '../../../components/place-picker/place-picker.view';
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, formData } from '../../../platform/page';
import { complain, keep, keepField, type FieldEvent } from '../../../platform/form';
import { dangerHint } from '../record/pasted.view';
import { categoryChips, emptyForm, inputOf, problemsOf, type NoticeForm } from './notice.view';

Page({
  data: { ...formData, form: emptyForm, limits: disputeLimits, categories: categoryChips, hint: '' },

  draftKey: 'notice',

  onLoad() {
    const form: NoticeForm = { ...emptyForm, ...draftOf<NoticeForm>(this.draftKey) };
    this.setData({ form, hint: dangerHint(form.story) });
  },

  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
    this.setData({ hint: dangerHint(this.data.form.story) });
  },

  onPlace({ detail }: WechatMiniprogram.CustomEvent<ChosenPlace>) {
    keep(this, this.draftKey, { buildingId: detail.buildingId, point: detail.point ?? null });
  },

  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    keep(this, this.draftKey, { photos: detail.photos });
  },

  async onTell() {
    const { form } = this.data;
    if (complain(this, problemsOf(form))) return;
    let id = '';
    const isTold = await act(this, 'notice', async (attemptId) => {
      ({ id } = await call('dispute.notice', inputOf(form), attemptId));
    });
    if (!isTold) return;
    dropDraft(this.draftKey);
    void wx.redirectTo({ url: storyPage(id) });
  },
});
