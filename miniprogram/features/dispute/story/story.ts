/** 事情进展: the card, what happens next, the story, and what this person may do now. Residents and staff share it. */
import type { DisputeView } from '../../../../typings/contract/dispute';
import { call, CallError } from '../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../platform/drafts';
import { act, pageData, show } from '../../../platform/page';
import { SpokenError } from '../../../platform/sentences';
import type { DeedGiven } from '../components/deed-sheet/deed-sheet';
import type { Deed, DeedName } from './story.deeds';
import { deedOf } from './story.offers';
import { send } from './story.send';
import { isStillOffered, storyView, type StoryView } from './story.view';

Page({
  data: {
    ...pageData,
    view: null as StoryView | null,
    /** It has just been handed in. */
    isNew: false,
    isWhole: false,
    /** The sheet that is open, what it is about, and what was typed in it. */
    deed: null as Deed | null,
    about: '',
    words: '',
  },

  id: '',
  clause: 0,
  dispute: undefined as DisputeView | undefined,

  onLoad({ id = '', isNew }) {
    this.id = id;
    this.setData({ isNew: isNew === '1' });
  },
  /** Every time: what was done on another page shows here. */
  async onShow() {
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onPrimary() {
    const { primary } = this.data.view ?? {};
    if (!primary) return;
    if (primary.deed === '') void wx.navigateTo({ url: primary.page });
    else this.open(primary.deed, primary.clause);
  },
  onSecond() {
    void wx.navigateTo({ url: this.data.view?.second.page ?? '' });
  },
  onDeed({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { deed: DeedName; clause?: number }>) {
    this.open(currentTarget.dataset.deed, currentTarget.dataset.clause ?? 0);
  },
  onLinked({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
    if (currentTarget.dataset.page !== '') void wx.navigateTo({ url: currentTarget.dataset.page });
  },
  /** A part of the page has done something. */
  async onDone() {
    await this.load();
  },
  onWhole() {
    this.setData({ isWhole: true });
  },
  onPolice() {
    void wx.makePhoneCall({ phoneNumber: '110', fail: () => undefined });
  },

  onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ words: detail.value });
    keepDraft(this.draftKey(), { words: detail.value });
  },
  onClose() {
    this.setData({ deed: null, problem: '' });
  },
  async onSend({ detail }: WechatMiniprogram.CustomEvent<DeedGiven>) {
    const { deed } = this.data;
    const { dispute, clause } = this;
    if (!deed || !dispute) return;
    const isDone = await act(this, this.draftKey(), (attemptId) => send(deed.name, dispute, { ...detail, clause }, attemptId));
    if (isDone) {
      dropDraft(this.draftKey());
      this.setData({ deed: null });
      await this.load();
    } else if (this.dispute && !isStillOffered(this.dispute, deed.name)) {
      this.setData({ deed: null }); // it has moved on; `problem` says so, and the words stay in the draft
    }
  },

  load(): Promise<void> {
    return show(this, async () => {
      this.dispute = await call('dispute.open', { id: this.id }).catch(sayWhoMaySee);
      return { view: storyView(this.dispute) };
    });
  },
  /** Opens the sheet of one deed, with what was typed in it before. */
  open(name: DeedName, clause: number) {
    this.clause = clause;
    const row = this.data.view?.agreement?.clauses[clause];
    const isOfClause = name === 'claim' || name === 'prove' || name === 'default';
    this.setData({ deed: this.dispute ? deedOf(name, this.dispute) : null, about: isOfClause && row ? `${row.order}：${row.what}` : '', problem: '' });
    this.setData({ words: draftOf<{ words: string }>(this.draftKey()).words ?? '' });
  },
  /** One sheet of one dispute; the intention has the same name. */
  draftKey(): string {
    return `deed:${this.id}:${this.data.deed?.name ?? ''}:${this.clause}`;
  },
});

/** Whether there is such a dispute is not for everybody to know. */
function sayWhoMaySee(error: unknown): never {
  const isUnknown = error instanceof CallError && error.failure?.code === 'NOT_FOUND';
  throw isUnknown ? new SpokenError('只有当事人和经办人能看；您是当事人，请打警务室电话核实。') : error;
}
