import type { HazardView } from '../../../../typings/contract/hazard';
import { attached, type PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import { hazardLimits } from '../../../domain/hazard/policy';
import { call } from '../../../platform/call';
import { openPhotos } from '../../../platform/media';
import { begin, complain, finish, keep } from '../../../platform/form';
import { act, pageData, show } from '../../../platform/page';
import { dayChips } from '../days.view';
import { emptyForm, labelOf, problemsOf, resultsOf, rowsOf, verdictTiles, whyNot, type ItemRow, type RecheckForm, type Verdict } from './recheck.view';

/** What the picker of photos does when its camera is tapped. */
interface Adding {
  onAdd(): Promise<void>;
}

Page({
  data: {
    ...pageData,
    most: hazardLimits,
    dayChips,
    verdictTiles,
    title: '',
    before: [] as HazardView['before'],
    rectified: [] as HazardView['rectified'],
    rows: [] as ItemRow[],
    label: '',
    form: emptyForm,
    emptyNote: '',
  },

  id: '',
  draftKey: '',
  hazard: undefined as HazardView | undefined,

  async onLoad({ id = '' }) {
    this.id = id;
    this.draftKey = `hazard-recheck:${id}`;
    begin(this, this.draftKey, emptyForm);
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onBefore() {
    const urls = this.data.before.map(({ url }) => url);
    openPhotos(urls, urls[0] ?? '');
  },
  /** The place beside the earlier photo is a camera too. */
  onShoot() {
    const picker = this.selectComponent('#photos') as WechatMiniprogram.Component.TrivialInstance & Partial<Adding>;
    void picker.onAdd?.();
  },
  onVerdict({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: Verdict }, object, { key: string }>) {
    this.judge({ verdicts: { ...this.data.form.verdicts, [currentTarget.dataset.key]: detail.value } });
  },
  onDays({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { key: string }>) {
    this.judge({ days: { ...this.data.form.days, [currentTarget.dataset.key]: detail.value } });
  },
  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    keep(this, this.draftKey, { words: detail.value });
  },
  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    keep(this, this.draftKey, { photos: detail.photos });
  },

  async onSend() {
    const { form, rows } = this.data;
    const { hazard } = this;
    if (!hazard || complain(this, problemsOf(form, rows))) return;
    const { photos = [] } = attached(form.photos);
    const words = form.words.trim();
    const input = { id: this.id, results: resultsOf(rows, hazard.now), photos, ...(words !== '' && { words }) };
    if (await act(this, 'recheck', (attemptId) => call('hazard.recheck', input, attemptId))) await finish(this.draftKey, '复查记好了');
  },

  /** What was said of an item: the rows and the button follow. */
  judge(said: Partial<Pick<RecheckForm, 'verdicts' | 'days'>>) {
    keep(this, this.draftKey, said);
    const rows = this.hazard ? rowsOf(this.hazard, this.data.form) : [];
    this.setData({ rows, label: labelOf(rows) });
  },
  async load() {
    await show(this, async () => {
      const hazard = await call('hazard.open', { id: this.id });
      this.hazard = hazard;
      const { moves, number, place, before, rectified } = hazard;
      if (!moves.includes('recheck')) return { status: 'empty', emptyNote: whyNot(hazard) };
      const rows = rowsOf(hazard, this.data.form);
      return { title: `${number} · ${place}`, before, rectified, rows, label: labelOf(rows) };
    });
  },
});
