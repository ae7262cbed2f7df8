import * as v from 'valibot';
import { communityOf } from '../../../miniprogram/domain/dispute/place';
import { disputeRelations, isStaff } from '../../../miniprogram/domain/dispute/relations';
import { hazardLimits } from '../../../miniprogram/domain/hazard/policy';
import { command } from '../../_kit/action';
import { indexes } from '../../_kit/collections';
import { find } from '../../_kit/database';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { hazards } from '../kind';
import { summaryAfter } from '../store';

/** A quarrel and a hazard of the same place: the staff of both read each other's number. */
export const linkDispute = command('hazard.link', {
  input: v.object({ id, disputeNumber: text('纠纷编号', hazardLimits.number) }),
  allow: involvedIn(hazards),
  async run(context, { disputeNumber }) {
    const { theCase, caller } = context;
    const { facts } = theCase.document;
    const [dispute] = await find(indexes.disputesByNumber, { community: communityOf(facts.place) }, { upTo: disputeNumber, limit: 1 });
    const isOurs = dispute?.number === disputeNumber && isStaff(disputeRelations(caller, dispute.facts));
    await theCase.move('link', { facts: { ...facts, ...(isOurs && { disputeId: dispute._id }) }, words: disputeNumber, isInternal: true });
    if (!isOurs) throw badField('disputeNumber', '没有这个编号的纠纷，再核对一下。');
    return summaryAfter(context, theCase);
  },
});
