import * as v from 'valibot';
import { rated } from '../../../miniprogram/domain/dispute/afterwards';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { refuseRepeats, summaryAfter } from '../store';

/** Each party once for each closing, and may think again; who says nothing is unrated. */
export const rateDispute = command('dispute.rate', {
  input: v.object({
    id,
    score: v.pipe(v.number('请打1到5分。'), v.integer('请打1到5分。'), v.minValue(1, '请打1到5分。'), v.maxValue(5, '请打1到5分。')),
    words: v.exactOptional(text('想说的', disputeLimits.words)),
  }),
  allow: involvedIn(disputes),
  async run(context, { score, words = '' }) {
    const { theCase, now } = context;
    await refuseRepeats(context, theCase);
    const { facts } = theCase.document;
    const side = sides.find((each) => theCase.relations.includes(each));
    await theCase.move('rate', { facts: side ? rated(facts, side, score, now) : facts, words: `${score}分。${words}` });
    return summaryAfter(context, theCase);
  },
});
