/** 签约定: read it, then sign this very text. When it changed meanwhile, the new one is shown and the drawing is gone. */
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import { call } from '../../../platform/call';
import { fileAt, sendFile } from '../../../platform/media';
import { act, pageData, show } from '../../../platform/page';
import { signView, type SignView } from './sign.view';

Page({
  data: {
    ...pageData,
    view: null as SignView | null,
    /** The drawn signature; empty until there is one. */
    drawn: '',
    /** The text is another one than that which was read. */
    isChanged: false,
  },

  id: '',
  /** The signature that has arrived already, so that a retry does not send it again. */
  sent: { path: '', id: '' },

  async onLoad({ id = '' }) {
    this.id = id;
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onDraw({ detail }: WechatMiniprogram.CustomEvent<{ path: string }>) {
    this.setData({ drawn: detail.path });
  },
  async onSign() {
    const { view, drawn } = this.data;
    if (!view || drawn === '') return;
    const { digest, side } = view;
    await act(this, `sign:${digest}:${drawn}`, async (attemptId) => {
      const file = await this.arrived(drawn);
      await call('dispute.sign', { id: this.id, digest, side, how: 'phone', file }, attemptId);
      this.toStory();
    });
  },

  /** The id under which the post keeps the drawing. */
  async arrived(path: string): Promise<string> {
    if (this.sent.path !== path) this.sent = { path, id: await sendFile('signature', await fileAt(path)) };
    return this.sent.id;
  },
  toStory() {
    if (getCurrentPages().length > 1) void wx.navigateBack();
    else void wx.redirectTo({ url: storyPage(this.id) });
  },
  load(): Promise<void> {
    return show(this, async () => {
      const view = signView(await call('dispute.open', { id: this.id }));
      const before = this.data.view?.digest;
      const isChanged = before !== undefined && view?.digest !== before;
      if (isChanged) wx.pageScrollTo({ scrollTop: 0, duration: 0, fail: () => undefined });
      return { view, status: view ? 'ready' : 'empty', isChanged: isChanged || this.data.isChanged, ...(isChanged && { drawn: '' }) };
    });
  },
});
