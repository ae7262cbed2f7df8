/** The questions of the security track; `change` carries the whole form. What is not allowed is said by the post, with its article. */
import type { SecurityExclusion } from '../../../../../typings/contract/dispute';
import { chosenRows, exclusionRows, exclusionsWith, offenceChips, offenderChips, type SecurityForm } from './security-check.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    value: { type: Object, value: {} },
    problem: { type: String, value: '' },
  },

  data: { offences: offenceChips, offenders: offenderChips, rows: exclusionRows.map((row) => ({ ...row, isOn: false })) },

  observers: {
    value(value: SecurityForm | null) {
      this.setData({ rows: chosenRows(value ?? {}) });
    },
  },

  methods: {
    onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: unknown }, object, { field: string }>) {
      this.tell({ [currentTarget.dataset.field]: detail.value });
    },

    onExclusion({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: boolean }, object, { exclusion: SecurityExclusion }>) {
      const { exclusion } = currentTarget.dataset;
      this.tell({ exclusions: exclusionsWith(this.data.value, exclusion, detail.value) });
    },

    tell(change: SecurityForm) {
      this.triggerEvent('change', { value: { ...this.data.value, ...change } });
    },
  },
});
