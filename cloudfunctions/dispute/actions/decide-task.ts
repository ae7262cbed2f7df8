import * as v from 'valibot';
import { disputeLimits, mostTasks } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { day, id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** What the fusion meeting decided: who does what by when. */
export const decideTask = command('dispute.decide', {
  input: v.object({ id, what: text('做什么', disputeLimits.clause), who: text('谁来做', disputeLimits.unit), byDay: day }),
  allow: involvedIn(disputes),
  async run(context, { what, who, byDay }) {
    const { theCase } = context;
    const { facts } = theCase.document;
    const { tasks = [] } = facts;
    if (tasks.length >= mostTasks) throw new Refusal('INVALID_MOVE', { message: `已经定了 ${mostTasks} 件事，先做完一些再加。` });
    await theCase.move('decide', { facts: { ...facts, tasks: [...tasks, { what, who, byDay }] }, words: `${who}：${what}`, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
