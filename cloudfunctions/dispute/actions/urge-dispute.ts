import * as v from 'valibot';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** 催办: whoever has it now is told. What was said stays among staff. */
export const urgeDispute = command('dispute.urge', {
  input: v.object({ id, words: text('要催什么', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { words }) {
    const { theCase } = context;
    await theCase.move('urge', { words, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
