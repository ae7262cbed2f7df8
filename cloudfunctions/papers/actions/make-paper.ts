import * as v from 'valibot';
import type { PaperFile, PaperKind } from '../../../typings/contract/papers';
import { paperKinds } from '../../../miniprogram/domain/papers/kinds';
import { basisOf, lintPaper } from '../../../miniprogram/domain/papers/lint';
import type { PaperRecord } from '../../../miniprogram/domain/papers/record';
import { preparedCommand, type ReadContext } from '../../_kit/action';
import { collections, type DisputeDocument, type StoredPaper } from '../../_kit/collections';
import { orderKey } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { writeFile } from '../../_kit/storage';
import type { Transaction } from '../../_kit/transaction';
import { fileOf } from '../file';
import { makingPapers } from '../policy';
import { contentDigestOf, fileFor, logRead, numberFor, pathOf, readDossier, sha256Of } from '../store';

interface Prepared {
  readonly answer: PaperFile;
  /** Of the case, as the paper was written from it. */
  readonly version: number;
  /** Nothing when the same text was made before. */
  readonly fresh?: Pick<StoredPaper, 'kind' | 'number' | 'fileId' | 'sha256' | 'contentDigest' | 'version'>;
}

/** The file is written before the transaction, at a path of its own: a crash in between leaves one that nobody refers to. */
export const makePaper = preparedCommand('papers.make', {
  input: v.object({ id, kind: v.picklist(paperKinds, '请选哪一份。') }),
  allow: makingPapers,
  prepare: (context, { kind }) => prepare(context, context.theCase, kind),
  async run(context, { id: caseId, kind }, { answer, version, fresh }) {
    const { theCase, caller, db, now } = context;
    if (theCase.version !== version) throw new Refusal('CONFLICT');
    if (fresh) {
      const next = await freeVersion(db, caseId, kind, fresh.version);
      const _id = `${caseId}:${kind}:${next}`;
      await db.create(collections.papers, { ...fresh, _id, caseId, version: next, by: caller.id, at: now, key: orderKey(now, _id) });
    }
    await logRead(db, context, caseId, kind);
    return answer;
  },
});

async function prepare(context: ReadContext, theCase: DisputeDocument, kind: PaperKind): Promise<Prepared> {
  const { record, made, number: given } = await readDossier(context, theCase);
  refuseIncomplete(kind, record);
  const number = given ?? (await numberFor(theCase, record, context.now));
  const numbered = { ...record, number };
  const contentDigest = contentDigestOf(kind, numbered);
  const earlier = made.get(kind);
  if (earlier?.contentDigest === contentDigest) return { answer: await fileFor(earlier, record), version: theCase.version };
  const content = await fileOf(kind, numbered);
  const fresh = { kind, number, fileId: await writeFile(pathOf(theCase._id, kind, content), content), sha256: sha256Of(content), contentDigest, version: (earlier?.version ?? 0) + 1 };
  return { answer: await fileFor(fresh, record), version: theCase.version, fresh };
}

function refuseIncomplete(kind: PaperKind, record: PaperRecord): void {
  const missing = lintPaper(kind, record);
  const basis = basisOf[kind];
  if (missing.length > 0) throw new Refusal('REFUSED', { message: `还不能生成。${missing.join('')}`, ...(basis !== undefined && { basis }) });
}

/** Two may make the same paper at once: who comes second writes the next version. */
async function freeVersion(db: Transaction, caseId: string, kind: PaperKind, from: number): Promise<number> {
  let version = from;
  while (await db.get(collections.papers, `${caseId}:${kind}:${version}`)) version += 1;
  return version;
}
