/** 会商定的事: what was decided for one dispute; staff add to it and say what is done. Tells `done` when something changed. */
import type { TaskView } from '../../../../../typings/contract/dispute';
import { disputeLimits } from '../../../../domain/dispute/policy';
import { dayKey, DAY } from '../../../../domain/time/format';
import { call } from '../../../../platform/call';
import { draftOf, dropDraft } from '../../../../platform/drafts';
import { act, formData } from '../../../../platform/page';
import { complain, keepField, type FieldEvent } from '../../../../platform/form';
import { dayWords, spansFrom } from '../../../../domain/time/last-days';
import { problemsOf, taskRows, type TaskForm, type TaskRow } from './task-card.view';

const emptyForm: TaskForm = { what: '', who: '', byDay: '' };

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    tasks: { type: Array, value: [] as TaskView[] },
    now: { type: Number, value: 0 },
    canDecide: { type: Boolean, value: false },
    canFinish: { type: Boolean, value: false },
  },

  data: { ...formData, rows: [] as TaskRow[], form: emptyForm, day: '', today: '', spans: [] as ReturnType<typeof spansFrom>, limits: disputeLimits },

  observers: {
    'caseId, tasks, now'(id: string, tasks: TaskView[], now: number) {
      const form = { ...emptyForm, byDay: dayKey(now + 7 * DAY), ...draftOf<TaskForm>(`task:${id}`) };
      this.setData({ rows: taskRows(tasks, now), form, day: dayWords(form.byDay), today: dayKey(now), spans: spansFrom(now) });
    },
  },

  methods: {
    onField(event: FieldEvent) {
      keepField(this, `task:${this.data.caseId}`, event);
      this.setData({ day: dayWords(this.data.form.byDay) });
    },
    async onDecide() {
      const { caseId, form } = this.data;
      if (complain(this, problemsOf(form))) return;
      const isDone = await act(this, 'decide', (attemptId) => call('dispute.decide', { id: caseId, what: form.what.trim(), who: form.who.trim(), byDay: form.byDay }, attemptId));
      if (!isDone) return;
      dropDraft(`task:${caseId}`);
      this.load();
    },
    async onFinish({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { task: number }>) {
      const { task } = currentTarget.dataset;
      if (await act(this, `finish:${task}`, (attemptId) => call('dispute.finishTask', { id: this.data.caseId, task }, attemptId))) this.load();
    },
    /** Also when somebody was quicker. */
    load() {
      this.triggerEvent('done');
    },
  },
});
