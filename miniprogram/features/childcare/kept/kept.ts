/** 导出孩子的资料: everything that is kept about the child, as text that the guardian takes along (个人信息保护法 第45条). */
import { call } from '../../../platform/call';
import { act, pageData, show } from '../../../platform/page';

Page({
  data: { ...pageData, text: '' },

  id: '',

  async onLoad({ id = '' }) {
    this.id = id;
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onCopy() {
    await act(this, 'copy', () => wx.setClipboardData({ data: this.data.text }));
  },
  async load() {
    await show(this, async () => ({ text: (await call('childcare.export', { id: this.id })).text }));
  },
});
