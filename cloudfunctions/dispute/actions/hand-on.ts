import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { dayKey } from '../../../miniprogram/domain/time/format';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { day, id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** 依法处理 where police mediated in vain (程序规定 第185条): the next step, or that it was decided. What police do is theirs to say: the words stay among staff. */
export const handOn = command('dispute.handOn', {
  input: v.object({ id, step: text('下一步', disputeLimits.words), byDay: day, isDecided: v.boolean() }),
  allow: involvedIn(disputes),
  async run(context, { step, byDay, isDecided }) {
    const { theCase, now } = context;
    const before = theCase.document.facts.handling;
    const isFirst = !isDecided || !before;
    if (isFirst) {
      const handling = { ...before, step, byDay: isDecided ? dayKey(now) : byDay };
      await theCase.move('handOn', { facts: { ...theCase.document.facts, handling }, words: step, isInternal: true });
    }
    const { facts } = theCase.document;
    if (isDecided) await theCase.move('recordDecision', { facts: { ...facts, ...(facts.handling && { handling: { ...facts.handling, decidedOn: byDay } }) }, words: step, isInternal: true });
    if (before?.decidedOn !== undefined) throw new Refusal('INVALID_MOVE', { message: '已经记过决定了。' });
    return summaryAfter(context, theCase);
  },
});
