import * as v from 'valibot';
import { declaredPanel } from '../../../miniprogram/domain/dispute/panel';
import { command } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { disputes } from '../kind';
import { summaryAfter } from '../store';

/** A helper says to have no interest of the own in the matter; who has one leaves, and the post is empty again. */
export const declareInterest = command('dispute.declare', {
  input: v.object({ id, hasNoConflict: v.boolean() }),
  allow: involvedIn(disputes),
  async run(context, { hasNoConflict }) {
    const { theCase, caller, now } = context;
    const { facts } = theCase.document;
    const panel = facts.panel && declaredPanel(facts.panel, caller.id, hasNoConflict, now);
    await theCase.move('declare', { facts: { ...facts, ...(panel && { panel }) }, ...(!hasNoConflict && { words: '和这件事有利害关系。' }) });
    return summaryAfter(context, theCase);
  },
});
