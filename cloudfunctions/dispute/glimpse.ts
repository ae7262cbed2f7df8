/** A dispute for somebody who was asked to help, before the one line about the own interest: what it is about, where, of whom. */
import type { DisputeView, PartyView } from '../../typings/contract/dispute';
import { noDanger } from '../../miniprogram/domain/dispute/danger';
import { sides } from '../../miniprogram/domain/dispute/labels';
import { maskName } from '../../miniprogram/domain/identity/policy';
import type { ReadContext } from '../_kit/action';
import type { DisputeDocument } from '../_kit/collections';
import { summaryOf } from '../_kit/dispute-cards';
import { panelFor } from './view-parts';

/** No word of the story, no photo, no history. */
export function glimpseFor({ caller, now }: Pick<ReadContext, 'caller' | 'now'>, dispute: DisputeDocument): DisputeView {
  const { facts } = dispute;
  const parties = sides.flatMap((side): PartyView[] => {
    const party = facts[side];
    return party ? [{ side, name: maskName(party.name), isMe: false, hasConsented: false, hasSigned: false }] : [];
  });
  const panel = facts.panel && panelFor(caller.id, facts.panel);
  return {
    ...summaryOf(caller, dispute, now),
    now,
    story: '',
    source: 'app',
    danger: noDanger,
    parties,
    photos: [],
    ...(facts.mediator && { mediator: { id: facts.mediator.id, name: facts.mediator.name } }),
    sessionsHeld: 0,
    remedies: [],
    lines: [],
    similar: [],
    contactTries: 0,
    ...(panel && { panel: { ...panel, members: panel.members.filter(({ isMe }) => isMe), consents: [] } }),
    groups: [],
    whistles: [],
    tasks: [],
    followUps: [],
    contests: 0,
    linked: [],
  };
}
