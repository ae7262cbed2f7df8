/** 办完以后: what was asked after, how often somebody said 没解决, and five stars for a party. Tells `done` when it was rated. */
import { disputeLimits } from '../../../../domain/dispute/policy';
import { call } from '../../../../platform/call';
import { act, formData, type FieldEvent } from '../../../../platform/page';
import { spokenScore, starsOf, type AfterEnd, type Star } from './after-end.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    after: { type: Object, value: null as unknown as AfterEnd },
  },

  data: { ...formData, most: disputeLimits.words, stars: [] as Star[], score: 0, spoken: '', words: '', isChanging: false },

  observers: {
    after(after: AfterEnd | null) {
      if (!this.data.isChanging) this.mark(after?.rating ?? 0);
    },
  },

  methods: {
    onStar({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { score: number }>) {
      this.setData({ isChanging: true, problem: '' });
      this.mark(currentTarget.dataset.score);
    },

    onWords({ detail }: FieldEvent) {
      this.setData({ words: detail.value });
    },

    async onRate() {
      const { caseId, score } = this.data;
      const words = this.data.words.trim();
      const isDone = await act(this, `rate:${score}`, (attemptId) => call('dispute.rate', { id: caseId, score, ...(words !== '' && { words }) }, attemptId));
      if (!isDone) return;
      this.setData({ isChanging: false, words: '' });
      this.load();
    },

    mark(score: number) {
      this.setData({ score, stars: starsOf(score), spoken: spokenScore(score) });
    },

    /** Also when it has moved on meanwhile. */
    load() {
      this.triggerEvent('done');
    },
  },
});
