/** 社区吹哨: who was called and what each said; staff call others, and put down answers. Tells `done` when something changed. */
import type { WhistleView } from '../../../../../typings/contract/dispute';
import { disputeLimits } from '../../../../domain/dispute/policy';
import { call } from '../../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../../platform/drafts';
import { act, formData } from '../../../../platform/page';
import { complain } from '../../../../platform/form';
import { problemsOf, unitChips, whistleRows, type WhistleRow } from './whistle-card.view';

interface Draft {
  chosen: string[];
  words: string;
}

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    whistles: { type: Array, value: [] as WhistleView[] },
    now: { type: Number, value: 0 },
    canWhistle: { type: Boolean, value: false },
    canAnswer: { type: Boolean, value: false },
  },

  data: {
    ...formData,
    rows: [] as WhistleRow[],
    chips: unitChips([]),
    chosen: [] as string[],
    typed: '',
    words: '',
    /** The unit whose answer is being put down. */
    answering: '',
    answer: '',
    limits: disputeLimits,
  },

  observers: {
    'whistles, now'(whistles: WhistleView[], now: number) {
      this.setData({ rows: whistleRows(whistles, now) });
    },
    caseId(id: string) {
      const { chosen = [], words = '' } = draftOf<Draft>(`whistle:${id}`);
      this.setData({ chosen, words, chips: unitChips(chosen) });
    },
  },

  methods: {
    onUnit({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { unit: string }>) {
      const { unit } = currentTarget.dataset;
      const { chosen } = this.data;
      this.keep({ chosen: chosen.includes(unit) ? chosen.filter((each) => each !== unit) : [...chosen, unit] });
    },
    onTyped({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: detail.value });
    },
    onAddTyped() {
      const typed = this.data.typed.trim();
      if (typed !== '') this.keep({ chosen: [...new Set([...this.data.chosen, typed])] });
      this.setData({ typed: '' });
    },
    onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.keep({ words: detail.value });
    },
    async onWhistle() {
      this.onAddTyped();
      const { caseId, chosen, words } = this.data;
      if (complain(this, problemsOf(chosen, words))) return;
      if (!(await act(this, 'whistle', (attemptId) => call('dispute.whistle', { id: caseId, units: chosen, words: words.trim() }, attemptId)))) return;
      dropDraft(`whistle:${caseId}`);
      this.setData({ chosen: [], words: '', chips: unitChips([]) });
      this.load();
    },

    onAnswering({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { unit: string }>) {
      this.setData({ answering: currentTarget.dataset.unit, answer: '', problem: '', problems: {} });
    },
    onAnswerWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ answer: detail.value, problems: {} });
    },
    async onAnswer() {
      const { caseId, answering: unit, answer } = this.data;
      if (complain(this, answer.trim() === '' ? { answer: '请写一句他们怎么说。' } : {})) return;
      if (!(await act(this, `answer:${unit}`, (attemptId) => call('dispute.answerWhistle', { id: caseId, unit, words: answer.trim() }, attemptId)))) return;
      this.setData({ answering: '' });
      this.load();
    },

    keep(change: Partial<Draft>) {
      const { chosen, words, caseId } = this.data;
      const draft = { chosen, words, ...change };
      keepDraft(`whistle:${caseId}`, draft);
      this.setData({ ...draft, chips: unitChips(draft.chosen), problem: '', problems: {} });
    },
    /** Also when somebody was quicker. */
    load() {
      this.triggerEvent('done');
    },
  },
});
