import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField, Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

export const finishTask = command('dispute.finishTask', {
  input: v.object({ id, task: v.pipe(v.number(), v.integer(), v.minValue(0)), words: v.exactOptional(text('怎么做的', disputeLimits.words)) }),
  allow: involvedIn(disputes),
  async run(context, { task: position, words }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    const { tasks = [] } = facts;
    const task = tasks[position];
    if (!task) throw badField('task', '没有这件事。');
    if (task.doneAt !== undefined) throw new Refusal('INVALID_MOVE', { message: '这件事已经做完了。' });
    const done = tasks.map((each) => (each === task ? { ...each, doneAt: now } : each));
    await theCase.move('finishTask', { facts: { ...facts, tasks: done }, words: words === undefined ? `${task.who}：${task.what}` : `${task.who}：${task.what}。${words}`, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
