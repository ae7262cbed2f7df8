/** 请来帮忙的人: helpers say that they have no interest, parties agree to them. Tells `done` when something changed. */
import type { Side } from '../../../typings/contract/dispute';
import { call } from '../../platform/call';
import { act, formData, leave } from '../../platform/page';
import type { PanelCard } from './panel-card.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    panel: { type: Object, value: null as unknown as PanelCard },
  },

  data: { ...formData },

  methods: {
    async onConsent({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { side: Side }>) {
      const { side } = currentTarget.dataset;
      if (await act(this, `consent:${side}`, (attemptId) => call('dispute.consentPanel', { id: this.data.caseId, side }, attemptId))) this.load();
    },
    async onJoin() {
      await this.declare(true);
    },
    async onLeave() {
      const { confirm } = await wx.showModal({ title: '不参加这次调解', content: '记下后，由别人来补这个位置，您不再看到这件事。', confirmText: '不参加', cancelText: '再想想' });
      if (confirm) await this.declare(false);
    },

    async declare(hasNoConflict: boolean) {
      const isDone = await act(this, `declare:${hasNoConflict ? 'yes' : 'no'}`, (attemptId) => call('dispute.declare', { id: this.data.caseId, hasNoConflict }, attemptId));
      if (!isDone) return;
      if (hasNoConflict) this.load();
      else await leave('记下了，谢谢您说明'); // who leaves the panel has no business here any more
    },
    /** Also when somebody was quicker. */
    load() {
      this.triggerEvent('done');
    },
  },
});
