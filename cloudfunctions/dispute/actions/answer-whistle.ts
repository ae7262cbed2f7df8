import * as v from 'valibot';
import { awaits } from '../../../miniprogram/domain/dispute/guards';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** What a department said, to the earliest whistle on which it owes an answer. */
export const answerWhistle = command('dispute.answerWhistle', {
  input: v.object({ id, unit: text('单位', disputeLimits.unit), words: text('怎么答复的', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { unit, words }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    const { whistles = [] } = facts;
    const open = whistles.findIndex((whistle) => awaits(whistle, unit));
    if (open < 0) throw badField('unit', `没有在等${unit}答复。`);
    const answered = whistles.map((whistle, position) => (position === open ? { ...whistle, answers: [...whistle.answers, { unit, words, at: now }] } : whistle));
    await theCase.move('answerWhistle', { facts: { ...facts, whistles: answered }, words: `${unit}：${words}`, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
