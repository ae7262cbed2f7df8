/** 整卷: cover, contents, every paper in order, back page, in one file. */
import type { PaperKind } from '../../typings/contract/papers';
import { isWholeIn } from '../../miniprogram/domain/papers/lint';
import { membersOf } from '../../miniprogram/domain/papers/kinds';
import { composePaper, type SinglePaper } from './compose/compose';
import { composeContents } from './compose/enclosing';
import type { NumberedRecord } from './compose/words';
import type { Sheet } from './docx/render';
import type { Block, Paper } from './paper';

/** Characters on a line, and lines on a page, of running text in this layout. */
const line = 28;
const page = 30;

/** The sheets of a volume. Pages count from the first paper behind the contents. */
export function volumeOf(record: NumberedRecord): Sheet[] {
  const members = membersOf(record, isWholeIn(record)) as SinglePaper[]; // a volume is no member of one
  const papers = new Map(members.map((kind) => [kind, composePaper(kind, record)]));
  const pages = guessedPages(members, papers);
  const contents = composeContents(record, (kind) => ({ pageOf: bookmarkOf(kind), guess: String(pages.get(kind) ?? '') }));
  return [
    { paper: composePaper('cover', record) },
    { paper: contents },
    ...members.map((kind, index): Sheet => ({ paper: papers.get(kind) ?? composePaper(kind, record), bookmark: bookmarkOf(kind), isFirst: index === 0 })),
    { paper: composePaper('backPage', record) },
  ];
}

function bookmarkOf(kind: PaperKind): string {
  return `paper_${kind}`;
}

/** On which page each begins, as far as can be told without laying it out: shown until Word has counted. */
function guessedPages(kinds: readonly SinglePaper[], papers: ReadonlyMap<SinglePaper, Paper>): Map<PaperKind, number> {
  const starts = new Map<PaperKind, number>();
  let next = 1;
  for (const kind of kinds) {
    starts.set(kind, next);
    next += Math.max(1, Math.ceil((papers.get(kind)?.blocks ?? []).reduce((lines, block) => lines + linesOf(block, lines), 3) / page));
  }
  return starts;
}

/** `before`: the lines so far, for what begins a new page. */
function linesOf(block: Block, before: number): number {
  switch (block.is) {
    case 'text':
      return block.text.split('\n').reduce((lines, text) => lines + Math.max(1, Math.ceil((text.length + 2) / line)), 0);
    case 'fields':
      return block.rows.length * 1.4 + 1;
    case 'grid':
      return 2 + block.rows.reduce((lines, row) => lines + Math.max(1.4, ...row.map((cell, column) => (typeof cell === 'string' ? Math.ceil(cell.length / (38 * shareOf(block.widths, column))) : 1))), 0);
    case 'signing':
      return block.signers.length * 2.3 + (block.seal === undefined ? 1 : 4);
    case 'picture':
      return block.millimetres / 7;
    case 'break':
      return page - (before % page);
  }
}

function shareOf(widths: readonly number[], column: number): number {
  return (widths[column] ?? 1) / widths.reduce((sum, width) => sum + width, 0);
}
