/** 接孩子码: made on this phone from what it was given when the child came; works without a network. */
import { call, CallError } from '../../../platform/call';
import { pageData } from '../../../platform/page';
import { dropSecret, keepSecret, secretOf, type KeptSecret } from '../../../platform/pickup-secrets';
import { sentenceOf } from '../../../components/visit-card/visit-card.view';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { stepAt } from '../../../domain/childcare/pickup-codes';
import { codeAt, comers, lifeOf, type ShownCode } from './code.view';

Page({
  data: {
    ...pageData,
    code: null as ShownCode | null,
    nickname: '',
    post: '',
    /** Who comes, where somebody else may. */
    comers: [] as Chip[],
    comer: '',
    /** `外婆` when it is not the own code. */
    other: '',
    life: { percent: 100, words: '' },
    isOffline: false,
    /** Why there is no code: it is over, or the phone has none yet. */
    why: '',
  },

  id: '',
  kept: undefined as KeptSecret | undefined,
  /** How often 换一个 was tapped. */
  turn: 0,
  ticking: 0,

  onLoad({ id = '' }) {
    this.id = id;
  },
  async onShow() {
    void wx.setKeepScreenOn({ keepScreenOn: true, fail: () => undefined });
    this.ticking = setInterval(() => this.tick(), 1000);
    this.take();
    await this.load();
  },
  onHide() {
    this.rest();
  },
  onUnload() {
    this.rest();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  onComer({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.turn = 0;
    this.setData({ comer: detail.value });
    this.draw();
  },
  async onCopy() {
    await wx.setClipboardData({ data: this.data.code?.groups.join('') ?? '' });
  },
  async onAnother() {
    this.turn += 1;
    this.draw();
    await this.load();
  },

  /** What the phone has is shown at once; the cloud is asked afterwards, and only whether it still holds. */
  async load() {
    try {
      const visit = await call('childcare.open', { id: this.id });
      await keepSecret(visit, visit.now);
      this.take();
      this.setData({ isOffline: false, status: 'ready', why: this.kept ? '' : sentenceOf(visit) });
    } catch (error) {
      const isRefused = error instanceof CallError && error.failure !== undefined;
      if (isRefused) dropSecret(this.id);
      this.take();
      this.setData({ isOffline: !isRefused, status: 'ready', why: this.kept ? '' : isRefused ? '这一次已经结束了' : '手机里还没有码' });
    }
  },

  /** From the phone's own store. */
  take() {
    this.kept = secretOf(this.id);
    this.draw();
  },
  draw() {
    const { kept } = this;
    if (!kept) return this.setData({ code: null });
    const now = Date.now() + kept.ahead;
    const other = kept.persons.find(({ id }) => id === this.data.comer);
    const comer = other?.id ?? kept.personId;
    const code = codeAt(kept, now, { personId: comer, turn: this.turn });
    this.setData({ status: 'ready', code, comer, other: other?.name ?? '', comers: comers(kept), nickname: kept.nickname, post: kept.post, life: lifeOf(now) });
  },
  tick() {
    const { kept } = this;
    const { code, life } = this.data;
    if (!kept || !code) return;
    const now = Date.now() + kept.ahead;
    const left = lifeOf(now);
    if (stepAt(now) !== code.step) {
      this.turn = 0;
      this.draw();
    } else if (left.percent !== life.percent) this.setData({ life: left });
  },
  rest() {
    clearInterval(this.ticking);
    void wx.setKeepScreenOn({ keepScreenOn: false, fail: () => undefined });
  },
});
