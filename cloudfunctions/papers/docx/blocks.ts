/** Each block of a paper as Word's paragraphs and tables. */
import { AlignmentType, Bookmark, BorderStyle, ImageRun, Paragraph, SimpleField, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, type IParagraphOptions, type IRunOptions } from 'docx';
import type { Block, Cell, Field, Fields, Grid, Picture, Signer, Signing, Text } from '../paper';
import { bodyFont, CELL_STYLE, headingFont, indent, lineSpacing, mm, size, textWidth, tightSpacing, titleFont } from './look';

/** Signatures by their file's id. */
export type Drawings = ReadonlyMap<string, Buffer>;

/** Dots of a picture a millimetre, at 96 to the inch. */
const DOTS = 96 / 25.4;
/** What a drawn signature takes up, in millimetres. */
const drawn = { width: 36, height: 15 } as const;
/** Characters of a cell, above which its row may go on over the page. */
const MOST_UNTORN = 400;
/** Where a sheet was signed and photographed. */
const ON_PAPER = '纸质签名照片存于电子档案';
/** A narrow column of labels, and a wide one of what is filled in. */
const labelWidth = 0.19;

/** `next` is what follows: the last words before the signatures go with them, so that nobody signs an empty page. */
export function draw(block: Block, next: Block | undefined, drawings: Drawings): (Paragraph | Table)[] {
  switch (block.is) {
    case 'text':
      return block.text.split('\n').map((line) => paragraphOf({ ...block, text: line }, next));
    case 'fields':
      return [registerOf(block), gap()];
    case 'grid':
      return [gridOf(block), gap()];
    case 'signing':
      return signingOf(block, drawings);
    case 'picture':
      return [pictureOf(block)];
    case 'break':
      return [titleOf(block.title, { pageBreakBefore: true })];
  }
}

const looks: Readonly<Record<Text['style'], { readonly run: { font?: typeof headingFont; size?: number; bold?: boolean }; readonly paragraph: IParagraphOptions }>> = {
  body: { run: {}, paragraph: { alignment: AlignmentType.JUSTIFIED, indent } },
  plain: { run: {}, paragraph: { keepNext: true } },
  heading: { run: { font: headingFont, bold: true }, paragraph: { keepNext: true, spacing: { ...lineSpacing, before: 120 } } },
  note: { run: { size: size.note }, paragraph: { indent } },
  right: { run: { size: size.table }, paragraph: { alignment: AlignmentType.RIGHT, spacing: { ...lineSpacing, after: 80 } } },
  centre: { run: {}, paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lineSpacing, after: 120 } } },
  large: { run: { size: size.large }, paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lineSpacing, before: 120, after: 120 } } },
};

function paragraphOf({ text, style }: Text, next: Block | undefined): Paragraph {
  const { run, paragraph } = looks[style];
  const isTable = next?.is === 'grid' || next?.is === 'fields';
  const spacing = { ...lineSpacing, ...paragraph.spacing, ...(isTable && { after: 80 }) };
  return new Paragraph({ ...paragraph, ...((isTable || next?.is === 'signing') && { keepNext: true }), spacing, children: [new TextRun({ text, ...run })] });
}

/** The title of a paper; `bookmark` is the name under which a list of contents finds it. */
export function titleOf(text: string, { bookmark, pageBreakBefore = false }: { bookmark?: string; pageBreakBefore?: boolean }): Paragraph {
  const look: IRunOptions = { font: titleFont, size: size.title, bold: true };
  const run = new TextRun({ text, ...look });
  const children = bookmark === undefined ? [run] : [new Bookmark({ id: bookmark, children: [run] })];
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, pageBreakBefore, spacing: { ...tightSpacing, before: 120, after: 240 }, children });
}

/** Label and value side by side; a row of one pair reaches over the whole width. */
function registerOf({ rows, isLarge = false }: Fields): Table {
  const label = Math.round(textWidth * labelWidth);
  const value = Math.round(textWidth / 2) - label;
  return tableOf(
    [label, value, label, value],
    rows.map((row) => rowOf(row.flatMap((each) => [cellOf([each.label], label, { isLabel: true, isLarge }), cellOf(linesOf(each), row.length === 1 ? textWidth - label : value, { span: row.length === 1 ? 3 : 1, isLarge })]), row.every(({ value: filled }) => isShort(filled)))),
  );
}

function linesOf({ value, lines = 1 }: Field): string[] {
  const written = value.split('\n');
  return [...written, ...Array.from({ length: Math.max(0, lines - written.length) }, () => '')];
}

function gridOf({ head, widths, rows }: Grid): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.round((textWidth * width) / whole));
  const width = (column: number) => columns[column] ?? 0;
  const first = new TableRow({ tableHeader: true, cantSplit: true, children: head.map((title, column) => cellOf([title], width(column), { isLabel: true })) });
  return tableOf(columns, [first, ...rows.map((row) => rowOf(row.map((cell, column) => cellOf(typeof cell === 'string' ? cell.split('\n') : [cell], width(column))), row.every(isShort)))]);
}

/** What fits on a page is not torn by its end. */
function isShort(cell: Cell): boolean {
  return typeof cell !== 'string' || cell.length <= MOST_UNTORN;
}

/** The widths are fixed, so that no word makes a column wider; the head is repeated on each page. */
function tableOf(columnWidths: number[], rows: TableRow[]): Table {
  return new Table({ columnWidths, layout: TableLayoutType.FIXED, width: { size: textWidth, type: WidthType.DXA }, rows });
}

function rowOf(children: TableCell[], isWhole: boolean): TableRow {
  return new TableRow({ children, cantSplit: isWhole, height: { value: mm(9), rule: 'atLeast' } });
}

function cellOf(lines: readonly Cell[], width: number, { isLabel = false, isLarge = false, span = 1 } = {}): TableCell {
  const room = mm(isLarge ? 2.2 : 0.8);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: mm(1.5), right: mm(1.5), top: room, bottom: room },
    children: lines.map((line) => new Paragraph({ style: CELL_STYLE, alignment: isLabel ? AlignmentType.CENTER : AlignmentType.LEFT, spacing: tightSpacing, children: [inCell(line, isLabel, isLarge)] })),
  });
}

function inCell(cell: Cell, isLabel: boolean, isLarge: boolean): TextRun | SimpleField {
  if (typeof cell !== 'string') return new SimpleField(`PAGEREF ${cell.pageOf} \\h`, cell.guess);
  return new TextRun({ text: cell, ...(isLarge && { size: size.body }), ...(isLabel && { font: headingFont }) });
}

/** A row for each who signs, without lines; the seal below, to the right. All of it stays on one page. */
function signingOf({ signers, seal, sealDate }: Signing, drawings: Drawings): (Paragraph | Table)[] {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const widths = [0.4, 0.34, 0.26].map((part) => Math.round(textWidth * part));
  const rows = signers.map((signer) => new TableRow({
    cantSplit: true,
    height: { value: mm(14), rule: 'atLeast' },
    children: [[runOf(calledOf(signer))], markOf(signer, drawings), [runOf(signer.date ?? '')]].map((children, column) => new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      borders: noBorders,
      children: [new Paragraph({ keepNext: true, spacing: tightSpacing, alignment: column === 2 ? AlignmentType.RIGHT : AlignmentType.LEFT, children })],
    })),
  }));
  const table = new Table({ columnWidths: widths, layout: TableLayoutType.FIXED, width: { size: textWidth, type: WidthType.DXA }, borders: noBorders, rows });
  const sealed = seal === undefined ? [] : [`（${seal}印章）`, sealDate ?? ''].map((text, line) => new Paragraph({ alignment: AlignmentType.RIGHT, keepNext: line === 0, spacing: { ...lineSpacing, before: line === 0 ? mm(8) : 0 }, children: [runOf(text)] }));
  return [gap(true), table, ...(sealed.length > 0 ? sealed : [gap()])];
}

/** `申请人（签名）：韦德顺` */
function calledOf({ role, name }: Signer): string {
  return name === undefined ? `${role}（签名）：` : `${role}（签名）：${name}`;
}

function markOf({ file, note }: Signer, drawings: Drawings): (TextRun | ImageRun)[] {
  const picture = file === undefined ? undefined : drawings.get(file);
  if (picture) return [new ImageRun({ type: 'png', data: picture, transformation: { width: drawn.width * DOTS, height: drawn.height * DOTS } })];
  return [new TextRun({ text: note ?? (file === undefined ? '' : ON_PAPER), size: size.note })];
}

function pictureOf({ png, millimetres }: Picture): Paragraph {
  const side = millimetres * DOTS;
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...tightSpacing, before: 240, after: 240 }, children: [new ImageRun({ type: 'png', data: Buffer.from(png), transformation: { width: side, height: side } })] });
}

function runOf(text: string): TextRun {
  return new TextRun({ text, size: size.table, font: bodyFont });
}

function gap(isKept = false): Paragraph {
  return new Paragraph({ keepNext: isKept, spacing: tightSpacing, children: [] });
}
