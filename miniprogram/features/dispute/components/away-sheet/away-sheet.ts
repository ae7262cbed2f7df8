/** It does not go on here: turned away with the other routes, or passed to the unit that can. `send` carries which, and the words. */
import type { Chip } from '../../../../components/filter-chips/filter-chips.view';
import { remedies } from '../../../../domain/dispute/labels';
import { disputeLimits } from '../../../../domain/dispute/policy';
import { units } from '../../../../domain/dispute/units';

/** Detail of `send`. */
export interface WayOut {
  way: 'decline' | 'transfer';
  /** To whom it is passed; empty when it is turned away. */
  unit: string;
  /** Who takes it there, with an account here; empty when nobody has one. */
  personId: string;
  words: string;
}

const ways = [{ value: 'transfer', label: '转给别的单位' }, { value: 'decline', label: '这里办不了' }];
const unitChips = units.map((unit) => ({ value: unit, label: unit }));

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    isOpen: { type: Boolean, value: false },
    hasDanger: { type: Boolean, value: false },
    /** Units with an account, which answer on their own phone. */
    partners: { type: Array, value: [] as Chip[] },
    /** What was wrong with what was sent. */
    problem: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },

  data: { ways, remedies, units: unitChips, limits: disputeLimits, way: 'transfer', unit: '', typed: '', personId: '', words: '', problems: { unit: '', words: '' } },

  methods: {
    onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: string }>) {
      this.setData({ [currentTarget.dataset.field]: detail.value, 'problems.unit': '', 'problems.words': '' });
    },
    onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible) this.onClose();
    },
    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },
    onSend() {
      const { way, typed, personId, words } = this.data;
      const unit = way === 'transfer' ? typed.trim() || this.data.unit : '';
      const why = way === 'transfer' ? '请写一句给对方和来说的人看。' : '请写明为什么这里办不了。';
      const problems = { unit: way === 'transfer' && unit === '' ? '请选转给哪个单位。' : '', words: words.trim() === '' ? why : '' };
      this.setData({ problems });
      if (problems.unit !== '' || problems.words !== '') return;
      const detail: WayOut = { way: way === 'transfer' ? 'transfer' : 'decline', unit, personId: way === 'transfer' ? personId : '', words: words.trim() };
      this.triggerEvent('send', detail);
    },
  },
});
