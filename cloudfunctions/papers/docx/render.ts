/** Papers as one .docx file. */
import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, SectionType, TextRun, type ISectionOptions } from 'docx';
import type { Paper } from '../paper';
import { draw, titleOf, type Drawings } from './blocks';
import { A4, bodyFont, CELL_STYLE, lineSpacing, margin, mm, size, titleFont } from './look';

/** A paper, and the name under which a list of contents finds its page. */
export interface Sheet {
  readonly paper: Paper;
  readonly bookmark?: string;
  /** Pages are counted from here. */
  readonly isFirst?: boolean;
}

/** The file of one paper, with the number of each page and of all. */
export function renderPaper(paper: Paper, drawings: Drawings): Promise<Buffer> {
  return toFile(paper.title, [sectionOf({ paper }, drawings, ['第', PageNumber.CURRENT, '页\u3000共', PageNumber.TOTAL_PAGES, '页'])]);
}

/** Several papers in one file, each on its own pages, numbered through. */
export function renderVolume(title: string, sheets: readonly Sheet[], drawings: Drawings): Promise<Buffer> {
  return toFile(title, sheets.map((sheet) => sectionOf(sheet, drawings, ['第', PageNumber.CURRENT, '页'])));
}

function toFile(title: string, sections: ISectionOptions[]): Promise<Buffer> {
  const hasContents = sections.length > 1;
  const document = new Document({
    title,
    creator: '嘉安',
    lastModifiedBy: '嘉安',
    styles: {
      default: { document: { run: { font: bodyFont, size: size.body }, paragraph: { spacing: lineSpacing } } },
      paragraphStyles: [{ id: CELL_STYLE, name: CELL_STYLE, run: { size: size.table } }],
    },
    features: { updateFields: hasContents }, // Word counts the pages of the contents when it opens the file
    sections,
  });
  return Packer.toBuffer(document);
}

function sectionOf({ paper, bookmark, isFirst = false }: Sheet, drawings: Drawings, footer: string[]): ISectionOptions {
  const numbered = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: footer, size: size.note })] })] });
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size: A4, margin, ...(isFirst && { pageNumbers: { start: 1 } }) } },
    footers: { default: paper.isUnpaged ? new Footer({ children: [new Paragraph('')] }) : numbered },
    children: [...headOf(paper, bookmark), ...paper.blocks.flatMap((block, index) => draw(block, paper.blocks[index + 1], drawings))],
  };
}

function headOf({ issuer, title, drop = 0 }: Paper, bookmark: string | undefined): Paragraph[] {
  const above = new Paragraph({ spacing: { before: mm(drop) }, alignment: AlignmentType.CENTER, keepNext: true, children: [new TextRun({ text: issuer ?? '', font: titleFont, size: size.large })] });
  return [...(issuer === undefined ? [] : [above]), titleOf(title, { ...(bookmark !== undefined && { bookmark }) })];
}
