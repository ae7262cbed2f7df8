import type { HazardView } from '../../../../typings/contract/hazard';
import { attached, type PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import { stateLabels } from '../../../domain/hazard/labels';
import { hazardLimits } from '../../../domain/hazard/policy';
import { call } from '../../../platform/call';
import { begin, complain, finish, keep } from '../../../platform/form';
import { act, pageData, show } from '../../../platform/page';
import { emptyForm, problemsOf, rowsOf, type ItemRow } from './rectify.view';

Page({
  data: {
    ...pageData,
    most: hazardLimits,
    title: '',
    before: [] as HazardView['before'],
    rows: [] as ItemRow[],
    form: emptyForm,
    emptyNote: '',
  },

  id: '',
  draftKey: '',
  hazard: undefined as HazardView | undefined,

  async onLoad({ id = '' }) {
    this.id = id;
    this.draftKey = `hazard-rectify:${id}`;
    begin(this, this.draftKey, emptyForm);
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onItem({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { key: string }>) {
    const { key } = currentTarget.dataset;
    const others = this.data.form.items.filter((each) => each !== key);
    keep(this, this.draftKey, { items: detail.value ? [...others, key] : others });
    if (this.hazard) this.setData({ rows: rowsOf(this.hazard, this.data.form) });
  },
  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    keep(this, this.draftKey, { words: detail.value });
  },
  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    keep(this, this.draftKey, { photos: detail.photos });
  },

  async onSend() {
    const { form, rows } = this.data;
    if (complain(this, problemsOf(form, rows))) return;
    const items = rows.filter(({ isOn }) => isOn).map(({ key }) => key);
    const { photos = [] } = attached(form.photos);
    const isDone = await act(this, 'rectify', (attemptId) => call('hazard.rectify', { id: this.id, items, words: form.words.trim(), photos }, attemptId));
    if (isDone) await finish(this.draftKey, '记好了，等人复查');
  },

  async load() {
    await show(this, async () => {
      const hazard = await call('hazard.open', { id: this.id });
      this.hazard = hazard;
      if (!hazard.moves.includes('rectify')) return { status: 'empty', emptyNote: `现在是：${stateLabels[hazard.state]}` };
      return { title: `${hazard.number} · ${hazard.place}`, before: hazard.before, rows: rowsOf(hazard, this.data.form) };
    });
  },
});
