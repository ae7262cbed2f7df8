/** 文书: each paper of a dispute, how it stands, and what can be done with it now. */
import type { PaperKind, PaperRow } from '../../../../typings/contract/papers';
import { spokenTime } from '../../../domain/time/format';

export interface PaperLine {
  readonly kind: PaperKind;
  readonly name: string;
  /** `已生成` `有变化` `可以生成` `还缺 2 样` `还没出` */
  readonly state: string;
  readonly tone: 'ok' | 'warm' | 'plain';
  /** Its number and when it was made. */
  readonly note: string;
  readonly missing: readonly string[];
}

/** What the bar at the bottom does with the paper that was tapped. */
export interface Doing {
  readonly label: string;
  readonly does: 'make' | 'open';
  readonly isAllowed: boolean;
  readonly note: string;
  /** A quieter way; none when empty. */
  readonly second: string;
}

export function paperLines(papers: readonly PaperRow[], now: number, mayMake: boolean): PaperLine[] {
  return papers.map((paper) => ({ kind: paper.kind, name: paper.name, ...standingOf(paper, mayMake), note: noteOf(paper, now), missing: paper.missing }));
}

function standingOf({ isReady, missing, madeAt, isOutdated = false }: PaperRow, mayMake: boolean): Pick<PaperLine, 'state' | 'tone'> {
  if (madeAt !== undefined) return isOutdated ? { state: '有变化', tone: 'warm' } : { state: '已生成', tone: 'ok' };
  if (isReady && mayMake) return { state: '可以生成', tone: 'plain' };
  return { state: missing.length > 0 ? `还缺 ${missing.length} 样` : '还没出', tone: 'plain' };
}

function noteOf({ number, madeAt }: PaperRow, now: number): string {
  return madeAt === undefined ? '' : `${number ?? ''} · ${spokenTime(madeAt, now)}生成`;
}

/** Staff make what is new or has changed, and open the rest; a party opens what was made and still holds. */
export function doingWith(paper: PaperRow | undefined, mayMake: boolean): Doing {
  if (!paper) return { label: mayMake ? '生成文书' : '打开', does: 'open', isAllowed: false, note: '先点一份', second: '' };
  const { isReady, madeAt, isOutdated = false } = paper;
  const isMade = madeAt !== undefined;
  if (!mayMake) return { label: '打开', does: 'open', isAllowed: isMade && !isOutdated, note: isOutdated ? '内容有变化，请经办人重新出一份' : isMade ? '' : '这一份还没出，要的话跟警务室说一声', second: '' };
  if (isMade && !isOutdated) return { label: '打开', does: 'open', isAllowed: true, note: '', second: '' };
  const second = isMade ? '打开上一版' : '';
  return { label: '生成文书', does: 'make', isAllowed: isReady, note: isReady ? '' : '缺的补上以后就能生成', second };
}
