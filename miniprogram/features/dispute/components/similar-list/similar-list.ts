/** 同一栋楼还有几件: each can be read, and taken as the same thing. Tells `merged` when this one was taken in. */
import { call } from '../../../../platform/call';
import { act, formData } from '../../../../platform/page';
import type { SimilarLine } from './similar-list.view';

/** Lines that show before somebody asks for all. */
const few = 3;

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    lines: { type: Array, value: [] as SimilarLine[] },
  },

  data: { ...formData, shown: few },

  methods: {
    onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { page: string }>) {
      void wx.navigateTo({ url: currentTarget.dataset.page });
    },

    onAll() {
      this.setData({ shown: this.data.lines.length });
    },

    async onMerge({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { line: SimilarLine }>) {
      const { id: intoId, number } = currentTarget.dataset.line;
      const { confirm } = await wx.showModal({
        title: `并到${number}`, content: '两件合在一起办。来说的人照样看得到进展，人数加起来，颜色可能升高。', confirmText: '并过去', cancelText: '先不',
      }); // prettier-ignore
      if (!confirm) return;
      const isDone = await act(this, `merge:${intoId}`, (attemptId) => call('dispute.merge', { id: this.data.caseId, intoId }, attemptId));
      if (isDone) this.triggerEvent('merged', { intoId });
    },

    /** When it has moved on meanwhile. */
    load() {
      this.triggerEvent('stale');
    },
  },
});
