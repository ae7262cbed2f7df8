import type { HazardView } from '../../../../typings/contract/hazard';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { hazardCardOf, type HazardCard } from '../../../components/hazard-card/hazard-card.view';
import { attached, type PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import { stateLabels } from '../../../domain/hazard/labels';
import { hazardLimits } from '../../../domain/hazard/policy';
import { call } from '../../../platform/call';
import { begin, complain, finish, keep, keepField, type FieldEvent } from '../../../platform/form';
import { act, pageData, show } from '../../../platform/page';
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
  draftKey: '',
  hazard: undefined as HazardView | undefined,

  async onLoad({ id = '' }) {
    this.id = id;
    this.draftKey = `hazard-handle:${id}`;
    begin(this, this.draftKey, emptyForm);
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
  },
  onDays({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { key: string }>) {
    keep(this, this.draftKey, { days: { ...this.data.form.days, [currentTarget.dataset.key]: detail.value } });
    if (this.hazard) this.setData({ rows: rowsOf(this.hazard, this.data.form) });
  },
  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    keep(this, this.draftKey, { photos: detail.photos });
  },

  async onSend() {
    const { hazard } = this;
    const { form } = this.data;
    if (!hazard || complain(this, problemsOf(form, hazard.items))) return;
    if (await act(this, `handle:${form.way}`, (attemptId) => this.send(hazard, attemptId))) await finish(this.draftKey, '记好了');
  },

  send(hazard: HazardView, attemptId: string): Promise<unknown> {
    const { form } = this.data;
    const words = form.words.trim();
    const responsible = { name: form.responsible.trim() };
    if (form.way === 'dismiss') return call('hazard.dismiss', { id: this.id, reason: words }, attemptId);
    if (form.way === 'advise') return call('hazard.advise', { id: this.id, responsible, words, ...attached(form.photos) }, attemptId);
    return call('hazard.order', { id: this.id, responsible, items: deadlinesOf(hazard, form), ...(words !== '' && { words }), ...attached(form.photos) }, attemptId);
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
