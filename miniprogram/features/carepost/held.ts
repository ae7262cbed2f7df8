/** The newest roster, for a phone that loses the network. It goes when its time is over: names of children are on it. */
import type { OfflineLine, RosterBoard, RosterChild } from '../../../typings/contract/childcare';
import { draftOf, dropDraft, keepDraft, type Passing } from '../../platform/drafts';

interface Held extends Passing {
  readonly board: RosterBoard;
  /** On the phone's clock, which may be wrong: only the time since then counts. */
  readonly at: number;
}

const key = 'carepost-board';

/** Only a carer's board is kept: only hers says who may take whom. */
export function hold(board: RosterBoard): void {
  if (board.offline) keepDraft(key, { board, at: Date.now(), goneAt: Date.now() + board.offline.validUntil - board.now } satisfies Held);
}

/** The roster as it was, with the time that it must be now at the server; nothing when it is too old. */
export function heldBoard(): { board: RosterBoard; now: number } | undefined {
  const { board, at = 0 } = draftOf<Held>(key);
  if (!board?.offline) return undefined;
  const now = board.now + Date.now() - at;
  if (now <= board.offline.validUntil) return { board, now };
  dropDraft(key);
  return undefined;
}

/** Who may take this child, by the signed roster. */
export function heldChild(visitId: string): { child: RosterChild; lines: OfflineLine[]; now: number; validUntil: number } | undefined {
  const held = heldBoard();
  const child = held?.board.children.find((each) => each.visitId === visitId);
  if (!held?.board.offline || !child) return undefined;
  const { lines, validUntil } = held.board.offline;
  return { child, lines: lines.filter((line) => line.visitId === visitId), now: held.now, validUntil };
}
