/** 事情进展: who is in it, as the reader calls them. */
import type { DisputeView, PartyView } from '../../../../typings/contract/dispute';
import { sideLabels } from '../../../domain/dispute/labels';

export interface PersonRow {
  readonly key: string;
  readonly who: string;
  readonly name: string;
  readonly note: string;
}

/** Staff see the parties with their telephones, in a component of its own. */
export function peopleOf({ parties, mediator, state }: DisputeView, staff: boolean): PersonRow[] {
  const isOwn = parties.some(({ isMe }) => isMe);
  const isAsked = (side: PartyView['side'], hasConsented: boolean) => state === 'inviting' && side === 'respondent' && !hasConsented;
  const rows = (staff ? [] : parties).map(({ side, name, isMe, hasConsented }): PersonRow => ({
    key: side,
    who: isMe ? '您' : isOwn ? '对方' : state === 'lead' ? '说的是' : sideLabels[side],
    name: isMe && side === 'respondent' && !hasConsented ? '本人' : name === '对方' ? '' : name, // until the own yes it is what the other side calls him
    note: isAsked(side, hasConsented) ? '还没说愿不愿意谈' : name === '对方' ? '没有留名字' : '',
  }));
  const known = rows.filter((row) => row.name !== '' || row.note !== ''); // of a 苗头 nobody may be known
  return mediator ? [...known, { key: 'mediator', who: '调解员', name: mediator.name, note: '' }] : known;
}

/** `您` and `对方` to a party, names to everybody else. */
export function nameOf({ isMe, name }: PartyView, parties: readonly PartyView[]): string {
  if (isMe) return '您';
  return parties.some((each) => each.isMe) ? '对方' : name;
}
