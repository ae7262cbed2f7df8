import * as v from 'valibot';
import { disputeLimits, mostWhistles } from '../../../miniprogram/domain/dispute/policy';
import { units as known } from '../../../miniprogram/domain/dispute/units';
import { command } from '../../_kit/action';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** 社区吹哨: named departments must answer. The community may do so at any time. */
export const blowWhistle = command('dispute.whistle', {
  input: v.object({
    id,
    units: v.pipe(v.array(text('单位', disputeLimits.unit)), v.minLength(1, '请选请哪个部门来。'), v.maxLength(known.length, `一次最多请 ${known.length} 个部门。`)),
    words: text('请他们做什么', disputeLimits.words),
  }),
  allow: involvedIn(disputes),
  async run(context, { units: asked, words }) {
    const { theCase, now } = context;
    const { facts } = theCase.document;
    const { whistles = [] } = facts;
    const units = [...new Set(asked)];
    if (whistles.length >= mostWhistles) throw new Refusal('INVALID_MOVE', { message: `已经吹哨 ${mostWhistles} 次了，请所领导直接联系部门。` });
    const all = [...whistles, { at: now, isByClock: false, units, answers: [] }];
    await theCase.move('whistle', { facts: { ...facts, whistles: all }, words: `请${units.join('、')}：${words}`, isInternal: true });
    return summaryAfter(context, theCase);
  },
});
