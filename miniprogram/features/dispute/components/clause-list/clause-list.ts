/** 约定: each clause says who, what, by when and how it shows. Its `change` carries all clauses as `value`. */
import type { ClauseInput, DisputeCategory, PartyView } from '../../../../../typings/contract/dispute';
import { templates } from '../../../../domain/dispute/clause-templates';
import { disputeLimits } from '../../../../domain/dispute/policy';
import { dayKey } from '../../../../domain/time/format';
import { dayWords, spansFrom } from '../../../../domain/time/last-days';
import { clauseFrom, movedUp, newClause, templateRows } from './clause-list.view';

interface At {
  index: number;
}

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    value: { type: Array, value: [] as ClauseInput[] },
    parties: { type: Array, value: [] as PartyView[] },
    /** Decides which templates are offered. */
    category: { type: String, value: 'unsure' },
    /** By `clauses.0.what`. */
    problems: { type: Object, value: {} },
    now: { type: Number, value: 0 },
  },

  data: {
    limits: disputeLimits,
    sides: [] as { value: string; label: string }[],
    rows: [] as ReturnType<typeof templateRows>,
    days: [] as string[],
    today: '',
    spans: [] as ReturnType<typeof spansFrom>,
    isChoosing: false,
  },

  observers: {
    'parties, category'(parties: PartyView[], category: DisputeCategory) {
      this.setData({ sides: parties.map(({ side, name }) => ({ value: side, label: name })), rows: templateRows(category, parties) });
    },
    value(clauses: ClauseInput[]) {
      this.setData({ days: clauses.map(({ byDay }) => dayWords(byDay)) });
    },
    now(now: number) {
      this.setData({ today: dayKey(now), spans: spansFrom(now) });
    },
  },

  methods: {
    onField({ currentTarget: { dataset }, detail }: WechatMiniprogram.CustomEvent<{ value: string }, object, At & { field: keyof ClauseInput }>) {
      this.tell(this.data.value.map((clause, index) => (index === dataset.index ? { ...clause, [dataset.field]: detail.value } : clause)));
    },

    onUp({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, At>) {
      this.tell(movedUp(this.data.value, currentTarget.dataset.index));
    },

    onRemove({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, At>) {
      this.tell(this.data.value.filter((_, index) => index !== currentTarget.dataset.index));
    },

    onAdd() {
      this.tell([...this.data.value, newClause(this.data.now)]);
    },

    onOpen() {
      this.setData({ isChoosing: true });
    },

    onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      this.setData({ isChoosing: detail.visible });
    },

    onTemplate({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, At>) {
      const template = templates[this.data.category as DisputeCategory][currentTarget.dataset.index];
      this.setData({ isChoosing: false });
      if (template) this.tell([...this.data.value, clauseFrom(template, this.data.now)]);
    },

    tell(value: ClauseInput[]) {
      this.triggerEvent('change', { value });
    },
  },
});
