/** The .docx of a paper, with the signatures that were drawn on phones. */
import type { PaperKind } from '../../typings/contract/papers';
import { collections } from '../_kit/collections';
import { findByIds } from '../_kit/database';
import { readFile } from '../_kit/storage';
import { mostBytes } from '../../miniprogram/domain/media/policy';
import { composePaper } from './compose/compose';
import type { NumberedRecord } from './compose/words';
import type { Drawings } from './docx/blocks';
import { renderPaper, renderVolume } from './docx/render';
import { volumeOf } from './volume';

export async function fileOf(kind: PaperKind, record: NumberedRecord): Promise<Buffer> {
  if (kind === 'volume') {
    const sheets = volumeOf(record);
    const drawings = await readDrawings(sheets.flatMap(({ paper }) => signaturesOn(paper)));
    return renderVolume(record.number, sheets, drawings);
  }
  const paper = composePaper(kind, record);
  return renderPaper(paper, await readDrawings(signaturesOn(paper)));
}

function signaturesOn({ blocks }: ReturnType<typeof composePaper>): string[] {
  return blocks.flatMap((block) => (block.is === 'signing' ? block.signers.flatMap(({ file }) => file ?? []) : []));
}

/** Only what was drawn: a photograph of a signed sheet stays in the file of the case. */
async function readDrawings(ids: readonly string[]): Promise<Drawings> {
  const files = (await findByIds(collections.files, [...new Set(ids)])).filter(({ kind }) => kind === 'signature');
  return new Map(await Promise.all(files.map(async ({ _id, fileId }) => [_id, await readFile(fileId, mostBytes.signature)] as const)));
}
