/** 请人帮忙: staff choose a template and who takes each post. Tells `done` when they were asked. */
import type { OutputOf } from '../../../../../typings/contract/actions';
import type { PanelPost, PanelTemplate, PanelView } from '../../../../../typings/contract/dispute';
import { panelTemplates } from '../../../../domain/dispute/panel';
import { disputeLimits, mostPanel } from '../../../../domain/dispute/policy';
import { call } from '../../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../../platform/drafts';
import { act, pageData, show } from '../../../../platform/page';
import { complain } from '../../../../platform/form';
import { chipOf, chosenRow, inputOf, morePosts, problemsOf, rowsFor, shownRows, templateChips, type PanelRow, type ShownRow } from './panel-editor.view';

type Helpers = OutputOf<'dispute.helpers'>['helpers'];
type RowEvent<Detail extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.CustomEvent<Detail, object, { index: number }>;

const first: { template: PanelTemplate } = { template: 'threePlusN' };

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    panel: { type: Object, value: null as unknown as PanelView },
  },

  data: {
    ...pageData,
    templates: templateChips,
    ...first,
    about: '',
    helpers: [] as Helpers,
    rows: [] as (ShownRow & { chip: string })[],
    limits: disputeLimits,
    more: morePosts,
    isAdding: false,
    canAdd: false,
  },

  observers: {
    caseId(id: string) {
      if (id !== '') void this.load();
    },
  },

  methods: {
    async onRetry() {
      await this.load();
    },
    onTemplate({ detail }: WechatMiniprogram.CustomEvent<{ value: PanelTemplate }>) {
      this.choose(detail.value);
    },
    onChip({ currentTarget, detail }: RowEvent<{ value: string }>) {
      this.change(currentTarget.dataset.index, (row) => chosenRow(row, detail.value, this.data.helpers));
    },
    onName({ currentTarget, detail }: RowEvent<{ value: string }>) {
      this.change(currentTarget.dataset.index, (row) => ({ ...row, name: detail.value, hasNoConflict: false }));
    },
    onWord({ currentTarget, detail }: RowEvent<{ value: boolean }>) {
      this.change(currentTarget.dataset.index, (row) => ({ ...row, hasNoConflict: detail.value }));
    },
    onRemove({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.put(this.data.rows.filter((_, index) => index !== currentTarget.dataset.index));
    },
    onAdd() {
      this.setData({ isAdding: !this.data.isAdding });
    },
    onPost({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { post: PanelPost }>) {
      this.put([...this.data.rows, { post: currentTarget.dataset.post, personId: '', name: '', hasNoConflict: false }]);
      this.setData({ isAdding: false });
    },
    async onSend() {
      const { caseId, template, rows } = this.data;
      if (complain(this, problemsOf(rows))) return;
      const isDone = await act(this, 'panel', (attemptId) => call('dispute.formPanel', inputOf(caseId, template, rows), attemptId));
      if (!isDone) return;
      dropDraft(this.draftKey());
      this.triggerEvent('done');
    },

    change(at: number, how: (row: PanelRow) => PanelRow) {
      this.put(this.data.rows.map((row, index) => (index === at ? how(row) : row)));
    },
    choose(template: PanelTemplate) {
      this.setData({ template, about: panelTemplates[template].about });
      this.put(rowsFor(template, this.data.panel, this.data.helpers));
    },
    put(rows: readonly PanelRow[]) {
      const shown = shownRows(rows, this.data.template, this.data.helpers).map((row) => ({ ...row, chip: chipOf(row) }));
      this.setData({ rows: shown, problems: {}, problem: '', canAdd: rows.length < mostPanel });
      keepDraft(this.draftKey(), { template: this.data.template, rows: rows.map(({ post, personId, name, hasNoConflict }) => ({ post, personId, name, hasNoConflict })) });
    },
    async load() {
      await show(this, async () => {
        const { helpers } = await call('dispute.helpers', { id: this.data.caseId });
        return { helpers };
      });
      if (this.data.status !== 'ready') return;
      const { template, rows } = draftOf<{ template: PanelTemplate; rows: PanelRow[] }>(this.draftKey());
      this.choose(template ?? (this.data.panel as PanelView | null)?.template ?? this.data.template);
      if (rows) this.put(rows);
    },
    draftKey(): string {
      return `panel:${this.data.caseId}`;
    },
  },
});
