/** A child on the roster: what is due now under the thumb, the rest when the row is opened. */
import type { Activity } from '../../../../../typings/contract/childcare-words';
import { activities, activityLabels } from '../../../../domain/childcare/labels';
import { cardIn } from '../../../../domain/childcare/pickup-codes';
import type { RosterRow } from '../../board/board.view';
import type { Deed } from '../../unsent';

/** Detail of `deed`: what was tapped, and the words that confirm it. */
export interface RowDeed {
  done: string;
  deed: Omit<Deed, 'at'>;
}

const pages = { handOver: '/features/carepost/door/door', review: '/features/carepost/review/review', fetch: '/features/carepost/fetch/fetch' } as const;

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    row: { type: Object, value: null as unknown as RosterRow },
  },

  data: {
    isOpen: false,
    problem: '',
    activities: activities.map((value) => ({ value, label: activityLabels[value] })),
  },

  methods: {
    onToggle() {
      this.setData({ isOpen: !this.data.isOpen, problem: '' });
    },
    onAct() {
      const { act, id } = this.data.row;
      if (act === 'arrive') this.arrive({ id });
      else if (act !== '') void wx.navigateTo({ url: `${pages[act]}?id=${id}` });
    },
    async onScan() {
      const scanned = await wx.scanCode({}).catch(() => undefined);
      if (!scanned) return;
      const card = cardIn(scanned.result);
      if (card === undefined) this.setData({ problem: '这不是接送卡。可以直接点“孩子到了”。' });
      else this.arrive({ id: this.data.row.id, card });
    },
    onActivity({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { value: Activity }>) {
      const { id, nickname } = this.data.row;
      const { value: activity } = currentTarget.dataset;
      const what = `${nickname}${activityLabels[activity]}`;
      this.tell({ done: what, deed: { action: 'childcare.activity', input: { id, activity }, what } });
    },
    onBack() {
      const { id, nickname } = this.data.row;
      this.tell({ done: `${nickname}留在警务室`, deed: { action: 'childcare.back', input: { id }, what: `${nickname}没有交出` } });
    },
    onChild() {
      void wx.navigateTo({ url: `/features/carepost/child/child?id=${this.data.row.childId}&visit=${this.data.row.id}` });
    },
    onReview() {
      void wx.navigateTo({ url: `${pages.review}?id=${this.data.row.id}` });
    },
    arrive(input: { id: string; card?: string }) {
      const what = `${this.data.row.nickname}到了`;
      this.tell({ done: what, deed: { action: 'childcare.checkIn', input, what } });
    },
    tell(said: RowDeed) {
      this.setData({ isOpen: false, problem: '' });
      this.triggerEvent('deed', said);
    },
  },
});
