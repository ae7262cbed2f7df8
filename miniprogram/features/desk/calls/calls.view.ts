/** 要打的电话: one row a person and a case, with all there is to tell. Pure. */
import type { Side } from '../../../../typings/contract/dispute';
import type { CallToMake } from '../../../../typings/contract/dispute-actions';
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import { sideLabels } from '../../../domain/dispute/labels';
import { spokenTime } from '../../../domain/time/format';

/** As many as are ticked off with one call. */
const mostAtOnce = 50;
/** Lines on the page: what came before is told with them. */
const shownLines = 3;

export interface PersonToRing {
  readonly key: string;
  /** The calls that are done with when this person was told. */
  readonly calls: readonly string[];
  readonly disputeId: string;
  readonly side: Side;
  /** `被申请人 房东`. */
  readonly who: string;
  /** `桂花27 · 139******33`. */
  readonly about: string;
  /** `昨天 9:10 打过，没人接`; empty while nobody tried. */
  readonly missed: string;
  /** Newest first, and how many are older. */
  readonly lines: readonly { readonly key: string; readonly sentence: string; readonly when: string }[];
  readonly older: number;
  readonly page: string;
}

/** In the order of the newest that each must be told. */
export function peopleToRing(calls: readonly CallToMake[], now: number): PersonToRing[] {
  const people = new Map<string, CallToMake[]>();
  for (const each of calls) {
    const key = `${each.disputeId}:${each.side}`;
    people.set(key, [...(people.get(key) ?? []), each].slice(0, mostAtOnce));
  }
  return [...people].flatMap(([key, theirs]) => personOf(key, theirs, now));
}

function personOf(key: string, calls: readonly CallToMake[], now: number): PersonToRing[] {
  const [newest] = calls;
  if (!newest) return [];
  const { disputeId, side, name, number, phone } = newest;
  const told = calls.filter(({ sentence }, position) => calls.findIndex((each) => each.sentence === sentence) === position); // a reminder says the same again
  return [
    {
      key,
      calls: calls.map(({ id }) => id),
      disputeId,
      side,
      who: `${sideLabels[side]} ${name}`,
      about: phone === undefined ? number : `${number} · ${phone}`,
      missed: missedWords(calls, now),
      lines: told.slice(0, shownLines).map(({ id, sentence, at }) => ({ key: id, sentence: sentence.replace(`${number}：`, ''), when: spokenTime(at, now) })),
      older: Math.max(0, told.length - shownLines),
      page: storyPage(disputeId),
    },
  ];
}

/** The line that was there the longest knows of every try. */
function missedWords(calls: readonly CallToMake[], now: number): string {
  const tries = calls.flatMap(({ missed }) => (missed ? [missed] : []));
  if (tries.length === 0) return '';
  const times = Math.max(...tries.map((each) => each.times));
  return `打过 ${times} 次没人接，上次${spokenTime(Math.max(...tries.map(({ at }) => at)), now)}`;
}
