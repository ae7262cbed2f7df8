/** 孩子和接的人, for staff: whom to ring, what to look out for, who may and may not come. */
import { cardText } from '../../../domain/childcare/pickup-codes';
import { childLimits } from '../../../domain/childcare/policy';
import { qrPicture } from '../../../domain/qr/picture';
import { call } from '../../../platform/call';
import { complain } from '../../../platform/form';
import { openPhotos } from '../../../platform/media';
import { act, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { staffChildView, type StaffChildView, type WaitingPerson } from './child.view';

Page({
  data: {
    ...pageData, most: childLimits, id: '', child: null as StaffChildView | null,
    /** Whom the post has rung about, and what was said. */
    confirming: null as WaitingPerson | null, words: '', card: '', code: '', walkInWord: '', hasVisit: false,
  }, // prettier-ignore

  visit: '',

  async onLoad({ id = '', visit = '' }) {
    this.visit = visit;
    this.setData({ id, hasVisit: visit !== '' });
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onConfirming({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.setData({ confirming: this.data.child?.waiting.find(({ id }) => id === currentTarget.dataset.id) ?? null, words: '', problem: '', problems: {} });
  },
  onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!detail.visible && this.data.busy === '') this.setData({ confirming: null, problem: '' });
  },
  onType(event: FieldEvent) {
    type(this, event);
  },
  async onConfirm() {
    const { id, confirming } = this.data;
    const words = this.data.words.trim();
    if (!confirming || complain(this, words === '' ? { words: '写一句打给了谁、怎么说的。' } : {})) return;
    if (!(await act(this, `confirm:${confirming.id}`, (attemptId) => call('childcare.confirmPerson', { id, personId: confirming.id, words }, attemptId)))) return;
    this.setData({ confirming: null });
    await this.load();
  },
  async onCard() {
    await act(this, 'card', async (attemptId) => {
      const { code } = await call('childcare.card', { id: this.data.id }, attemptId);
      this.setData({ code, card: qrPicture(cardText(code)) });
    });
  },
  async onWord() {
    await act(this, 'word', async (attemptId) => {
      const { word } = await call('childcare.walkInWord', { id: this.visit }, attemptId);
      this.setData({ walkInWord: word });
    });
  },
  onPrint() {
    openPhotos([this.data.card], this.data.card);
  },
  async onChanged() {
    await this.load();
  },

  async load() {
    await show(this, async () => ({ child: staffChildView(await call('childcare.child', { id: this.data.id })) }));
  },
});
