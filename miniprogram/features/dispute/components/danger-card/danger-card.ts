/** 现在有危险, and 单独联系过了: each in a sheet of its own. Tells `done` when something changed. */
import type { DangerAnswers, Side } from '../../../../../typings/contract/dispute';
import { hasDanger } from '../../../../domain/dispute/grading';
import { disputeLimits } from '../../../../domain/dispute/policy';
import { call } from '../../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../../platform/drafts';
import { act, formData } from '../../../../platform/page';
import { noDanger } from '../../../../components/danger-questions/danger-questions.view';
import { complain } from '../../../../platform/form';
import type { DangerCard } from './danger-card.view';

/** Which sheet is open, and of whom it is. */
const unopened: { sheet: string; side: Side | '' } = { sheet: '', side: '' };

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    card: { type: Object, value: null as unknown as DangerCard },
  },

  data: { ...formData, ...unopened, danger: noDanger, words: '', limits: disputeLimits },

  methods: {
    onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { sheet: 'warn' | 'contact'; side?: Side }>) {
      const { sheet, side = '' } = currentTarget.dataset;
      const { words = '' } = draftOf<{ words: string }>(this.draftKey(sheet));
      this.setData({ sheet, side, words, danger: this.data.card.danger, problem: '', problems: {} });
    },
    onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible) this.onClose();
    },
    onClose() {
      if (this.data.busy === '') this.setData({ sheet: '' });
    },
    onDanger({ detail }: WechatMiniprogram.CustomEvent<{ value: DangerAnswers }>) {
      this.setData({ danger: detail.value, problem: '', 'problems.danger': '' });
    },
    onSide({ detail }: WechatMiniprogram.CustomEvent<{ value: Side }>) {
      this.setData({ side: detail.value, problem: '', 'problems.side': '' });
    },
    onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: detail.value, problem: '', 'problems.words': '' });
      keepDraft(this.draftKey(this.data.sheet), { words: detail.value });
    },

    async onSend() {
      const { sheet, danger, side, card, caseId: id } = this.data;
      const words = this.data.words.trim();
      const isUnsaid = sheet === 'warn' && card.sides.length > 0 && side === '';
      if (complain(this, { ...(isUnsaid && { side: '请选是谁有危险。' }), ...(sheet === 'warn' && !hasDanger(danger) && { danger: '请点一下是什么危险。' }), ...(words === '' && { words: '请写一句，看到什么、听到什么。' }) })) return;
      const isDone = await act(this, sheet, (attemptId) => {
        const said = { id, words, ...(side !== '' && { side }) };
        return sheet === 'warn' ? call('dispute.warn', { ...said, danger }, attemptId) : call('dispute.contact', said, attemptId);
      });
      if (!isDone) return;
      dropDraft(this.draftKey(sheet));
      this.setData({ sheet: '', words: '' });
      this.load();
    },

    draftKey(sheet: string): string {
      return `${sheet}:${this.data.caseId}`;
    },
    /** Also when it has moved on. */
    load() {
      this.triggerEvent('done');
    },
  },
});
