import type { HazardView } from '../../../../typings/contract/hazard';
import { attached, type PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import { stateLabels } from '../../../domain/hazard/labels';
import { hazardLimits } from '../../../domain/hazard/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../platform/drafts';
import { act, leave, pageData, show } from '../../../platform/page';
import { emptyForm, problemsOf, rowsOf, type ItemRow, type RectifyForm } from './rectify.view';

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
  hazard: undefined as HazardView | undefined,

  async onLoad({ id = '' }) {
    this.id = id;
    this.setData({ form: { ...emptyForm, ...draftOf<RectifyForm>(this.draftKey()) } });
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
    this.change({ items: detail.value ? [...others, key] : others });
  },
  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.change({ words: detail.value });
  },
  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    this.change({ photos: detail.photos });
  },

  async onSend() {
    const { form, rows } = this.data;
    const problems = problemsOf(form, rows);
    this.setData({ problems, problem: Object.values(problems)[0] ?? '' });
    if (Object.keys(problems).length > 0) return;
    const items = rows.filter(({ isOn }) => isOn).map(({ key }) => key);
    const { photos = [] } = attached(form.photos);
    if (!(await act(this, 'rectify', (attemptId) => call('hazard.rectify', { id: this.id, items, words: form.words.trim(), photos }, attemptId)))) return;
    dropDraft(this.draftKey());
    await leave('记好了，等人复查');
  },

  change(said: Partial<RectifyForm>) {
    const form = { ...this.data.form, ...said };
    keepDraft(this.draftKey(), form);
    this.setData({ form, problems: {}, problem: '', ...(this.hazard && { rows: rowsOf(this.hazard, form) }) });
  },
  draftKey(): string {
    return `hazard-rectify:${this.id}`;
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
