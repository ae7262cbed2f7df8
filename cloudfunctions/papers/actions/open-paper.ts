import * as v from 'valibot';
import type { PaperKind } from '../../../typings/contract/papers';
import { paperKinds } from '../../../miniprogram/domain/papers/kinds';
import { lintPaper } from '../../../miniprogram/domain/papers/lint';
import { mayMake } from '../../../miniprogram/domain/papers/readers';
import { query, type ReadContext } from '../../_kit/action';
import type { DisputeDocument, StoredPaper } from '../../_kit/collections';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { inTransaction } from '../../_kit/transaction';
import { readingPaper } from '../policy';
import { fileFor, isOutdated, logRead, newestOf, readDossier } from '../store';

/** A query and not a command, so that no address is kept as an answer; a look of the staff is logged first. */
export const openPaper = query('papers.open', {
  input: v.object({ id, kind: v.picklist(paperKinds, '请选哪一份。') }),
  allow: readingPaper,
  async run(context, { id: caseId, kind }) {
    const { theCase, relations } = context;
    if (!mayMake(relations)) return fileFor(await whatStillHolds(context, theCase, kind), theCase);
    const paper = there((await newestOf(caseId)).get(kind));
    await inTransaction((db) => logRead(db, context, caseId, kind));
    return fileFor(paper, theCase);
  },
});

/** For a party: an earlier version may name an earlier respondent. */
async function whatStillHolds(context: ReadContext, theCase: DisputeDocument, kind: PaperKind): Promise<StoredPaper> {
  const { record, made } = await readDossier(context, theCase);
  const paper = there(made.get(kind));
  if (lintPaper(kind, record).length > 0 || isOutdated(paper, record)) throw new Refusal('NOT_FOUND', { message: '内容有变化，请经办的民警或调解员重新出一份。' });
  return paper;
}

function there(paper: StoredPaper | undefined): StoredPaper {
  if (!paper) throw new Refusal('NOT_FOUND', { message: '这份文书还没有出。' });
  return paper;
}
