/** 接送卡: for a child without a phone. It says which child it is, and opens nothing; the code is shown this once. */
import { call } from '../../../platform/call';
import { saveToAlbum } from '../../../platform/album';
import { act, pageData, show } from '../../../platform/page';
import { cardOf, drawCard, paper, type Card, type Pen } from './card.view';

Page({
  data: { ...pageData, nickname: '', hasCard: false, card: null as Card | null, paper },

  id: '',

  async onLoad({ id = '' }) {
    this.id = id;
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onMake() {
    await act(this, 'card', async (attemptId) => {
      const { code, child } = await call('childcare.card', { id: this.id }, attemptId);
      this.setData({ card: cardOf(child.nickname, code), hasCard: true });
    });
  },
  async onSave() {
    const { card } = this.data;
    if (!card) return;
    const isSaved = await act(this, 'save', async () => saveToAlbum(await this.draw(card)));
    if (isSaved) await wx.showToast({ title: '存到相册了', icon: 'none' });
  },

  async draw(card: Card): Promise<WechatMiniprogram.Canvas> {
    const canvas = await new Promise<WechatMiniprogram.Canvas>((resolve) => {
      wx.createSelectorQuery().select('#paper').fields({ node: true }).exec(([found]: [{ node: WechatMiniprogram.Canvas }]) => resolve(found.node));
    });
    Object.assign(canvas, { width: paper.width, height: paper.height });
    const picture = canvas.createImage();
    await new Promise<void>((resolve, reject) => {
      Object.assign(picture, { onload: resolve, onerror: reject, src: card.picture });
    });
    drawCard(canvas.getContext('2d') as Pen, card, picture);
    return canvas;
  },
  async load() {
    await show(this, async () => {
      const { nickname, hasCard } = await call('childcare.child', { id: this.id });
      return { nickname, hasCard };
    });
  },
});
