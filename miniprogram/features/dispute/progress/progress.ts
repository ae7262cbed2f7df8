import type { InputOf } from '../../../../typings/contract/actions';
import type { DisputeView, PartyView } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import type { PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import { whyApart } from '../../../domain/dispute/guards';
import { mayRing } from '../../../domain/dispute/relations';
import { disputeLimits } from '../../../domain/dispute/policy';
import { remediesOf } from '../../../domain/dispute/labels';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, more, pageData, show } from '../../../platform/page';
import { complain, keep, keepField, type FieldEvent } from '../../../platform/form';
import { noticesOf } from '../rights';
import { pageOf, tilesOf, type Deed } from './progress.offers';
import { sendingOf } from './progress.sending';
import { askedOf, channelChips, clauseTiles, emptyForm, knownName, mediatorTiles, problemsOf, sideTiles, type Asked, type ProgressForm } from './progress.view';

Page({
  data: {
    ...pageData,
    limits: disputeLimits,
    channels: channelChips,
    notices: noticesOf({}),
    remedies: remediesOf({}),
    card: null as DisputeCard | null,
    parties: [] as PartyView[],
    canRing: false,
    bar: '',
    tries: 0,
    tiles: [] as Choice[],
    sides: [] as Choice[],
    clauses: [] as Choice[],
    mediators: null as Choice[] | null,
    form: emptyForm,
    asked: null as Asked | null,
    /** What was recorded a moment ago. */
    done: '',
  },

  id: '',
  draftKey: '',
  dispute: undefined as DisputeView | undefined,

  onLoad({ id = '' }) {
    this.id = id;
    this.draftKey = `progress:${id}`;
    this.setData({ form: { ...emptyForm, ...draftOf<ProgressForm>(this.draftKey) } });
  },

  /** Every time: what was done in the calendar, the session or the agreement shows here. */
  onShow(): Promise<void> {
    return this.load();
  },

  onRetry(): Promise<void> {
    return this.load();
  },
  onPullDownRefresh(): Promise<void> {
    return this.load();
  },
  onChoose({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const page = pageOf(detail.value, this.id);
    if (page !== undefined) return void wx.navigateTo({ url: page });
    keep(this, this.draftKey, { deed: detail.value });
    return this.ask();
  },
  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
    if (event.currentTarget.dataset.field === 'hasNews') keep(this, this.draftKey, { name: knownName(this.data.parties) });
  },
  onQuick({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { words: string }>) {
    const parts = [this.data.form.words.trim(), currentTarget.dataset.words];
    keep(this, this.draftKey, { words: parts.filter((part) => part !== '').join('，') });
  },

  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    keep(this, this.draftKey, { photos: detail.photos });
  },

  async onSend() {
    const { form, asked } = this.data;
    const { dispute } = this;
    if (!dispute || !asked || complain(this, problemsOf(form, dispute))) return;
    const { action, input } = sendingOf(this.id, form, dispute.parties.some(({ side, hasConsented }) => side === 'applicant' && !hasConsented), dispute.now);
    // one call of many kinds: the view pairs each action with its input
    const isSent = await act(this, form.deed, (attemptId) => call(action as 'dispute.note', input as InputOf<'dispute.note'>, attemptId));
    if (!isSent) return;
    dropDraft(this.draftKey);
    const tile = this.data.tiles.find(({ value }) => value === form.deed);
    this.setData({ form: emptyForm, asked: null, done: `记下了：${tile?.label ?? asked.title}` });
    void wx.pageScrollTo({ scrollTop: 0, duration: 150, fail: () => undefined });
    await this.load();
  },

  /** Shows what the chosen deed asks for; who may mediate is fetched when it is asked. */
  async ask() {
    const { deed } = this.data.form;
    if (!this.dispute) return;
    this.setData({ asked: askedOf(deed, this.dispute), clauses: clauseTiles(this.dispute, deed), done: '' });
    void wx.pageScrollTo({ selector: '#form', offsetTop: -16, duration: 150, fail: () => undefined });
    if (deed !== 'assign' || this.data.mediators) return;
    await more(this, async () => ({ mediators: mediatorTiles((await call('dispute.mediators', { id: this.id })).mediators) }));
  },

  async load(): Promise<void> {
    await show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      this.dispute = dispute;
      const tiles = tilesOf(dispute);
      const deed: Deed | '' = tiles.some(({ value }) => value === this.data.form.deed) ? this.data.form.deed : '';
      return {
        tiles, 'form.deed': deed, asked: askedOf(deed, dispute), card: disputeCardOf(dispute, dispute.now), parties: dispute.parties,
        tries: dispute.contactTries, canRing: mayRing(dispute.relations), bar: whyApart(dispute), remedies: remediesOf(dispute), notices: noticesOf(dispute), sides: sideTiles(dispute), clauses: clauseTiles(dispute, deed),
      }; // prettier-ignore
    });
  },
});
