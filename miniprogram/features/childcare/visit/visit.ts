/** One visit: how it stands, what comes next, and what a guardian may do now. */
import type { VisitView } from '../../../../typings/contract/childcare';
import { call } from '../../../platform/call';
import { askOrLast } from '../../../platform/last-known';
import { act, pageData, show } from '../../../platform/page';
import { keepSecret } from '../../../platform/pickup-secrets';
import type { Ask } from '../components/ask-sheet/ask-sheet.view';
import { pages } from '../pages';
import { cancelling, leftWords, visitPageOf, type VisitPage } from './visit.view';

const gone: readonly VisitView['state'][] = ['released', 'cancelled', 'transferred'];

Page({
  data: {
    ...pageData,
    view: null as VisitPage | null,
    asOf: '',
    /** Just now: `booked`, or `full` when a seat that looked free was gone. */
    made: '',
    /** Until the offer goes to the next in line. */
    left: '',
    ask: null as Ask | null,
  },

  id: '',
  /** How far the server's clock is before the phone's. */
  ahead: 0,
  ticking: 0,

  async onLoad({ id = '', made = '' }) {
    this.id = id;
    this.setData({ made });
  },
  async onShow() {
    this.ticking = setInterval(() => this.tick(), 1000);
    await this.load();
  },
  onHide() {
    clearInterval(this.ticking);
  },
  onUnload() {
    clearInterval(this.ticking);
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  async onCode() {
    await wx.navigateTo({ url: pages.code(this.id) });
  },
  async onChild() {
    await wx.navigateTo({ url: pages.child(this.data.view?.childId ?? '') });
  },
  async onTake() {
    await act(this, 'take', async (attemptId) => {
      await call('childcare.take', { id: this.id }, attemptId);
      await this.load();
    });
  },
  async onPass() {
    await act(this, 'pass', async (attemptId) => {
      await call('childcare.pass', { id: this.id }, attemptId);
      await this.load();
    });
  },
  onCancel() {
    this.setData({ ask: cancelling, problem: '' });
  },
  onClose() {
    this.setData({ ask: null, problem: '' });
  },
  async onSend({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    await act(this, 'cancel', async (attemptId) => {
      await call('childcare.cancel', { id: this.id, ...(detail.value !== '' && { reason: detail.value }) }, attemptId);
      this.setData({ ask: null, made: '' });
      await this.load();
    });
  },

  /** The countdown; when it is over the place has gone on, and the page says so. */
  tick() {
    const until = this.data.view?.primary === 'take' ? this.data.view.offeredUntil : 0;
    const left = until === 0 ? '' : leftWords(until, Date.now() + this.ahead);
    if (left === this.data.left) return;
    this.setData({ left });
    if (left === '' && until !== 0) void this.load();
  },
  async load() {
    await show(this, async () => {
      const { known, asOf } = await askOrLast(`visit:${this.id}`, () => call('childcare.open', { id: this.id }), keptPart);
      this.ahead = known.now - Date.now();
      if (asOf === '') void keepSecret(known, known.now);
      return { view: visitPageOf(known), asOf };
    });
    this.tick();
  },
});

/** A picture's address is good for minutes; a visit that is over is not kept at all. */
function keptPart({ handover: _picture, ...visit }: VisitView): VisitView | undefined {
  return gone.includes(visit.state) ? undefined : visit;
}
