import * as v from 'valibot';
import { ulid } from 'ulid';
import type { Side } from '../../../typings/contract/dispute';
import type { DisputeFacts } from '../../../miniprogram/domain/dispute/facts';
import { dangerOf } from '../../../miniprogram/domain/dispute/danger';
import { hasDanger } from '../../../miniprogram/domain/dispute/grading';
import { sides } from '../../../miniprogram/domain/dispute/labels';
import { harmedSide } from '../../../miniprogram/domain/dispute/law';
import { disputeLimits } from '../../../miniprogram/domain/dispute/policy';
import { rulesOfPolice } from '../../../miniprogram/domain/dispute/security';
import { command } from '../../_kit/action';
import { openCaseBySystem } from '../../_kit/case-engine';
import { Refusal } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { askedAnew, withLink } from '../effect';
import { disputes } from '../kind';
import { assertOwnWord, beginning, refuseRepeats, sameParty, summaryAfter } from '../store';

const basis = `${rulesOfPolice} 第185条`;

/** The person harmed asks for mediation of the damages: a case of its own, in which that person is the applicant. */
export const askDamages = command('dispute.askDamages', {
  input: v.object({ id, side: v.picklist(sides, '请选是哪一方。'), words: text('要赔什么', disputeLimits.words) }),
  allow: involvedIn(disputes),
  async run(context, { side, words }) {
    const { theCase, now } = context;
    await refuseRepeats(context, theCase);
    const { _id, facts } = theCase.document;
    assertOwnWord(theCase.relations, facts, side, basis);
    const damagesId = ulid(now);
    const damages = damagesOf(_id, damagesId, facts, { side, words, now });
    await theCase.move('askDamages', { facts: withLink(facts, { id: damagesId, number: damages.number, how: 'damages' }), words });
    if (harmedSide(facts) !== side || !facts[side]) throw new Refusal('FORBIDDEN', { message: '赔偿由受侵害的一方来申请。', basis });
    await openCaseBySystem(disputes, context, 'file', { id: damagesId, facts: damages });
    return summaryAfter(context, theCase);
  },
});

/** The same people about what was damaged; whoever asks has said yes, and the other side is asked. */
function damagesOf(from: string, to: string, before: DisputeFacts, { side, words, now }: { side: Side; words: string; now: number }): DisputeFacts {
  const other: Side = side === 'applicant' ? 'respondent' : 'applicant';
  const { number, category, place, source, danger, agentId, groups, [side]: asking, [other]: asked } = before;
  const members = groups && askedAnew({ ...(groups[side] && { applicant: groups[side] }), ...(groups[other] && { respondent: groups[other] }) });
  return {
    ...beginning(),
    category,
    story: `赔偿：${words}`,
    place,
    source,
    danger,
    ...(hasDanger(danger) && { dangerTold: { applicant: dangerOf(before, side), respondent: dangerOf(before, other) } }),
    photos: [],
    applicant: { ...(asking ? sameParty(from, to, side, asking, 'applicant') : { name: '' }), consentedAt: now },
    ...(asked && { respondent: sameParty(from, to, other, asked, 'respondent') }),
    ...(agentId !== undefined && side === 'applicant' && { agentId }),
    ...(members && { groups: members }),
    links: [{ id: from, number, how: 'earlier' }],
  };
}
