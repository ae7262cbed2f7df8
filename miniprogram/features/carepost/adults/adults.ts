/** 在岗的大人: the yearly look into the record of everybody who is with children (未成年人保护法 第62条). */
import { call } from '../../../platform/call';
import { act, pageData, show } from '../../../platform/page';
import { adultRows, type AdultRow } from './adults.view';

Page({
  data: { ...pageData, people: [] as AdultRow[] },

  post: '',

  async onLoad({ post = '' }) {
    this.post = post;
    await this.load();
  },
  async onRetry() {
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  async onClean({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    await this.vet(currentTarget.dataset.id, true);
  },
  async onUnclean({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string; name: string }>) {
    const { id, name } = currentTarget.dataset;
    const { confirm } = await wx.showModal({ title: `${name}有记录`, content: '马上下岗，以后也不能在岗。这里不存查到的内容。', confirmText: '马上下岗', cancelText: '先不' });
    if (confirm) await this.vet(id, false);
  },

  async vet(personId: string, isClean: boolean) {
    await act(this, `vet:${personId}:${isClean}`, async (attemptId) => {
      const { people } = await call('childcare.vet', { postId: this.post, personId, isClean }, attemptId);
      this.setData({ people: adultRows(people) });
    });
  },
  async load() {
    await show(this, async () => {
      const post = this.post || ((await call('childcare.posts', {})).posts[0]?.id ?? '');
      this.post = post;
      if (post === '') return { status: 'empty' };
      const { people } = await call('childcare.staff', { postId: post });
      return { people: adultRows(people), status: people.length > 0 ? 'ready' : 'empty' };
    });
  },
});
