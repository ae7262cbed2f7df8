import * as v from 'valibot';
import compact from 'lodash/compact';
import difference from 'lodash/difference';
import uniq from 'lodash/uniq';
import type { DisputeFacts, Link } from '../../../miniprogram/domain/dispute/facts';
import { isDangerCleared, proposeColour, raised } from '../../../miniprogram/domain/dispute/grading';
import { command } from '../../_kit/action';
import { takeCase } from '../../_kit/case-engine';
import { badField, Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes, type Dispute } from '../kind';
import { isSamePerson } from '../similar';
import { summaryAfter } from '../store';

/** One building, one problem: both cases move in one transaction, and who told of the one goes on hearing of the other. */
export const mergeDispute = command('dispute.merge', {
  input: v.object({ id, intoId: id }),
  allow: involvedIn(disputes),
  async run(context, { intoId }) {
    const { theCase } = context;
    const told = theCase.document;
    const { facts } = told;
    if (told._id === intoId) throw badField('intoId', '请选另一件事。');
    const into = await takeCase(disputes, context, intoId);
    const other = into.document.facts;
    const link: Link = { id: intoId, number: other.number, how: 'into' };
    await theCase.move('merge', { facts: { ...facts, links: [...(facts.links ?? []), link] } });
    await into.move('absorb', { facts: takenIn(other, told) });
    if (facts.place.buildingId !== other.place.buildingId) throw badField('intoId', '不在一幢楼里，不能并到一起。');
    if (isDangerCleared(facts.danger, other.danger)) throw new Refusal('INVALID_MOVE', { message: '这件事里有人身危险，先在那件事里也记下，再并过去。' });
    return summaryAfter(context, theCase);
  },
});

/** More people, and the colour that goes with them: what was agreed about a lower one holds as long as the proposal stays. */
function takenIn(facts: DisputeFacts, { _id, facts: told }: Dispute): DisputeFacts {
  const isNew = !isSamePerson(facts.applicant, told.applicant);
  const more = { ...facts, links: [...(facts.links ?? []), ...linksOf(facts, _id, told)], peopleCount: (facts.peopleCount ?? 1) + (isNew ? (told.peopleCount ?? 1) : 0) };
  if (!facts.colour || proposeColour(more).colour === proposeColour(facts).colour) return more;
  const { lowered: _ofFewer, lowering: _byFewer, ...kept } = more;
  return { ...kept, colour: raised(facts.colour, more) };
}

/** Those whom it had taken in itself come along. */
function linksOf({ applicant, respondent, agentId }: DisputeFacts, toldId: string, told: DisputeFacts): Link[] {
  const people = difference(uniq(compact([told.applicant.id, told.agentId])), compact([applicant.id, respondent?.id, agentId]));
  return [{ id: toldId, number: told.number, how: 'from', people }, ...(told.links ?? []).filter(({ how }) => how === 'from')];
}
