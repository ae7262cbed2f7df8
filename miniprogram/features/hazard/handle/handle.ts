import type { HazardView } from '../../../../typings/contract/hazard';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { hazardCardOf, type HazardCard } from '../../../components/hazard-card/hazard-card.view';
import { attached, type PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import { stateLabels } from '../../../domain/hazard/labels';
import { hazardLimits } from '../../../domain/hazard/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../platform/drafts';
import { act, leave, pageData, show } from '../../../platform/page';
import { dayChips } from '../days.view';
import { deadlinesOf, emptyForm, problemsOf, rowsOf, waysFor, type HandleForm, type ItemRow } from './handle.view';

Page({
  data: {
    ...pageData,
    most: hazardLimits,
    dayChips,
    card: null as HazardCard | null,
    ways: [] as Choice[],
    rows: [] as ItemRow[],
    before: [] as HazardView['before'],
    form: emptyForm,
    emptyNote: '',
  },

  id: '',
  hazard: undefined as HazardView | undefined,

  async onLoad({ id = '' }) {
    this.id = id;
    this.setData({ form: { ...emptyForm, ...draftOf<HandleForm>(this.draftKey()) } });
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: 'way' | 'responsible' | 'words' }>) {
    this.change({ [currentTarget.dataset.field]: detail.value });
  },
  onDays({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { key: string }>) {
    this.change({ days: { ...this.data.form.days, [currentTarget.dataset.key]: detail.value } });
  },
  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    this.change({ photos: detail.photos });
  },

  async onSend() {
    const { hazard } = this;
    const { form } = this.data;
    if (!hazard) return;
    const problems = problemsOf(form, hazard.items);
    this.setData({ problems, problem: Object.values(problems)[0] ?? '' });
    if (Object.keys(problems).length > 0) return;
    if (!(await act(this, `handle:${form.way}`, (attemptId) => this.send(hazard, attemptId)))) return;
    dropDraft(this.draftKey());
    await leave('记好了');
  },

  send(hazard: HazardView, attemptId: string): Promise<unknown> {
    const { form } = this.data;
    const words = form.words.trim();
    const responsible = { name: form.responsible.trim() };
    if (form.way === 'dismiss') return call('hazard.dismiss', { id: this.id, reason: words }, attemptId);
    if (form.way === 'advise') return call('hazard.advise', { id: this.id, responsible, words, ...attached(form.photos) }, attemptId);
    return call('hazard.order', { id: this.id, responsible, items: deadlinesOf(hazard, form), ...(words !== '' && { words }), ...attached(form.photos) }, attemptId);
  },
  change(said: Partial<HandleForm>) {
    const form = { ...this.data.form, ...said };
    keepDraft(this.draftKey(), form);
    this.setData({ form, problems: {}, problem: '', ...(this.hazard && { rows: rowsOf(this.hazard, form) }) });
  },
  draftKey(): string {
    return `hazard-handle:${this.id}`;
  },
  async load() {
    await show(this, async () => {
      const hazard = await call('hazard.open', { id: this.id });
      this.hazard = hazard;
      const ways = waysFor(hazard.moves);
      if (ways.length === 0) return { status: 'empty', emptyNote: `现在是：${stateLabels[hazard.state]}` };
      const { form } = this.data;
      const filled = {
        ...form,
        way: ways.some(({ value }) => value === form.way) ? form.way : ways.length === 1 ? (ways[0]?.value as HandleForm['way']) : '',
        responsible: form.responsible || (hazard.responsible?.name ?? ''),
      };
      return { card: hazardCardOf(hazard, hazard.now), ways, form: filled, rows: rowsOf(hazard, filled), before: hazard.before };
    });
  },
});
