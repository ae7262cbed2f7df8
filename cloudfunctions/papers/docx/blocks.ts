/** Each block of a paper as Word's paragraphs and tables. */
import { AlignmentType, BorderStyle, ImageRun, Paragraph, SimpleField, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType, type IRunOptions } from 'docx';
import type { Block, Cell, Field, Fields, Grid, Picture, Signer, Signing, Text } from '../paper';
import { bodyFont, headingFont, indent, lineSpacing, mm, size, textWidth } from './look';

/** Signatures by their file's id. */
export type Drawings = ReadonlyMap<string, Buffer>;

/** Dots of a picture a millimetre, at 96 to the inch. */
const DOTS = 96 / 25.4;
/** What a drawn signature takes up, in millimetres. */
const drawn = { width: 36, height: 15 } as const;
/** A narrow column of labels, and a wide one of what is filled in. */
const labelWidth = 0.17;

export function draw(block: Block, drawings: Drawings): (Paragraph | Table)[] {
  switch (block.is) {
    case 'text':
      return block.text.split('\n').map((line) => paragraphOf({ ...block, text: line }));
    case 'fields':
      return [registerOf(block), gap()];
    case 'grid':
      return [gridOf(block), gap()];
    case 'signing':
      return signingOf(block, drawings);
    case 'picture':
      return [pictureOf(block)];
    case 'break':
      return [new Paragraph({ pageBreakBefore: true, spacing: { line: 20, lineRule: 'exact' }, children: [] })];
  }
}

const looks: Readonly<Record<Text['style'], { readonly run: IRunOptions; readonly paragraph: object }>> = {
  body: { run: {}, paragraph: { alignment: AlignmentType.JUSTIFIED, indent } },
  plain: { run: {}, paragraph: {} },
  heading: { run: { font: headingFont }, paragraph: { keepNext: true, spacing: { ...lineSpacing, before: 120 } } },
  note: { run: { size: size.note }, paragraph: { indent } },
  right: { run: { size: size.table }, paragraph: { alignment: AlignmentType.RIGHT } },
  centre: { run: {}, paragraph: { alignment: AlignmentType.CENTER } },
  large: { run: { size: size.large }, paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lineSpacing, before: 120, after: 120 } } },
};

function paragraphOf({ text, style }: Text): Paragraph {
  const { run, paragraph } = looks[style];
  return new Paragraph({ spacing: lineSpacing, ...paragraph, children: [new TextRun({ text, ...run })] });
}

/** Label and value side by side; a row of one pair reaches over the whole width. */
function registerOf({ rows }: Fields): Table {
  const label = Math.round(textWidth * labelWidth);
  const value = Math.round(textWidth / 2) - label;
  return tableOf(
    [label, value, label, value],
    rows.map((row) => row.flatMap((each) => [cellOf([each.label], label, { isLabel: true }), cellOf(linesOf(each), row.length === 1 ? textWidth - label : value, { span: row.length === 1 ? 3 : 1 })])),
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
  return tableOf(columns, rows.map((row) => row.map((cell, column) => cellOf(typeof cell === 'string' ? cell.split('\n') : [cell], width(column)))), head.map((title, column) => cellOf([title], width(column), { isLabel: true })));
}

/** The widths are fixed, so that no word makes a column wider; a row may go on over the page, the head is repeated. */
function tableOf(columnWidths: number[], rows: readonly TableCell[][], head?: TableCell[]): Table {
  return new Table({
    columnWidths,
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
    rows: [...(head ? [new TableRow({ children: head, tableHeader: true, cantSplit: true })] : []), ...rows.map((children) => new TableRow({ children, height: { value: mm(9), rule: 'atLeast' } }))],
  });
}

function cellOf(lines: readonly Cell[], width: number, { isLabel = false, span = 1 } = {}): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: mm(1.5), right: mm(1.5), top: mm(0.8), bottom: mm(0.8) },
    children: lines.map((line) => new Paragraph({ alignment: isLabel ? AlignmentType.CENTER : AlignmentType.LEFT, spacing: { line: 300 }, children: [inCell(line, isLabel)] })),
  });
}

function inCell(cell: Cell, isLabel: boolean): TextRun | SimpleField {
  if (typeof cell !== 'string') return new SimpleField(`PAGEREF ${cell.pageOf} \\h`, cell.guess);
  return new TextRun({ text: cell, size: size.table, ...(isLabel && { font: headingFont }) });
}

/** A row for each who signs, without lines; the seal below, to the right. All of it stays on one page. */
function signingOf({ signers, seal, sealDate }: Signing, drawings: Drawings): (Paragraph | Table)[] {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
  const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const widths = [0.4, 0.34, 0.26].map((part) => Math.round(textWidth * part));
  const rows = signers.map((signer) => new TableRow({
    cantSplit: true,
    height: { value: mm(16), rule: 'atLeast' },
    children: [[runOf(calledOf(signer))], markOf(signer, drawings), [runOf(signer.date ?? '')]].map((children, column) => new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      borders: noBorders,
      children: [new Paragraph({ keepNext: true, alignment: column === 2 ? AlignmentType.RIGHT : AlignmentType.LEFT, children })],
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
  return [new TextRun({ text: note ?? '', size: size.note })];
}

function pictureOf({ png, millimetres }: Picture): Paragraph {
  const side = millimetres * DOTS;
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 }, children: [new ImageRun({ type: 'png', data: Buffer.from(png), transformation: { width: side, height: side } })] });
}

function runOf(text: string): TextRun {
  return new TextRun({ text, size: size.table, font: bodyFont });
}

function gap(isKept = false): Paragraph {
  return new Paragraph({ keepNext: isKept, spacing: { line: 240 }, children: [] });
}
