/** How papers look: A4, 仿宋 for what is read, 宋体 for titles, as Chinese offices write. Sizes in half points, lengths in twips. */
import { convertMillimetersToTwip, LineRuleType, type IPageMarginAttributes } from 'docx';

/** Named as Windows names them; other systems bring their own 仿宋 and 宋体, and whatever lacks both still shows the words. */
export const bodyFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋', hint: 'eastAsia' } as const;
export const titleFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', hint: 'eastAsia' } as const;
export const headingFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '黑体', hint: 'eastAsia' } as const;

/** 四号, 小四, 五号, 二号, 三号. */
export const size = { body: 28, table: 24, note: 21, title: 44, large: 32 } as const;

export const A4 = { width: 11906, height: 16838 } as const;
export const margin: IPageMarginAttributes = { top: mm(28), bottom: mm(25), left: mm(27), right: mm(25), footer: mm(15) };
/** Between the margins. */
export const textWidth = A4.width - mm(27) - mm(25);

/** At least 25 points, whatever font there is; never exactly so many, which would cut a signature. */
export const lineSpacing = { line: 500, lineRule: LineRuleType.AT_LEAST, after: 0 } as const;
/** In tables, and around pictures. */
export const tightSpacing = { line: 340, lineRule: LineRuleType.AT_LEAST, after: 0 } as const;
/** Two characters of running text. */
export const indent = { firstLine: size.body * 20 } as const;

export function mm(millimetres: number): number {
  return convertMillimetersToTwip(millimetres);
}

/** Of what stands in a cell, fields included. */
export const CELL_STYLE = 'cell';
