import type { Role } from '../../../../typings/contract/identity';
import type { PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import type { ChosenPlace } from '../../../components/place-picker/place-picker.view';
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, formData } from '../../../platform/page';
import { myself, territory } from '../../../platform/session';
import { complain, keep, keepField, type FieldEvent } from '../../../platform/form';
import { dangerHint, readPasted } from './pasted.view';
import { categoryChips, emptyForm, inputOf, problemsOf, sourceChips, type RecordForm } from './record.view';

Page({
  data: {
    ...formData,
    form: emptyForm,
    limits: disputeLimits,
    categories: categoryChips,
    sources: sourceChips([]),
    /** What the pasted text seemed to say. */
    found: '',
    hint: '',
  },

  draftKey: 'record',

  async onLoad({ source, earlier = '' }) {
    const form: RecordForm = { ...emptyForm, ...draftOf<RecordForm>(this.draftKey), earlierId: earlier };
    this.setData({ form: source === undefined ? form : { ...form, source: source as RecordForm['source'] }, hint: dangerHint(form.story) });
    const roles: Role[] = await myself().then((me) => me.roles, () => []);
    this.setData({ sources: sourceChips(roles) });
  },

  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
  },

  onStory(event: FieldEvent) {
    keepField(this, this.draftKey, event);
    this.setData({ hint: dangerHint(this.data.form.story) });
  },

  onPlace({ detail }: WechatMiniprogram.CustomEvent<ChosenPlace>) {
    keep(this, this.draftKey, { buildingId: detail.buildingId, point: detail.point ?? null });
  },

  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    keep(this, this.draftKey, { photos: detail.photos });
  },

  /** Fills in what is still empty; what somebody typed stays. */
  async onRead(): Promise<void> {
    const { pasted } = this.data.form;
    if (pasted.trim() === '') return this.setData({ found: '先把群里的话粘贴进来。' });
    const compounds = await territory().then((answer) => answer.compounds, () => []);
    const { found, isThreatened, ...read } = readPasted(pasted, compounds);
    const form = this.data.form;
    const isEmpty = (field: keyof typeof read) => form[field] === '';
    keep(this, this.draftKey, Object.fromEntries(Object.entries(read).filter(([field, value]) => value !== '' && isEmpty(field as keyof typeof read))));
    if (isThreatened) keep(this, this.draftKey, { danger: { ...form.danger, isThreatened } });
    this.setData({ found: found.length > 0 ? `认出了：${found.join('、')}。请核对。` : '没认出什么，请在下面补上。', hint: dangerHint(pasted) });
  },

  async onFile() {
    const { form } = this.data;
    if (complain(this, problemsOf(form))) return;
    let id = '';
    const isFiled = await act(this, 'file', async (attemptId) => {
      ({ id } = await call('dispute.file', inputOf(form), attemptId));
    });
    if (!isFiled) return;
    dropDraft(this.draftKey);
    void wx.redirectTo({ url: `${storyPage(id)}&isNew=1` }); // the number is said to whoever told it
  },
});
