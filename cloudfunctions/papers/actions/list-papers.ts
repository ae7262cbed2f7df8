import * as v from 'valibot';
import type { PaperKind, PaperRow } from '../../../typings/contract/papers';
import { isNeeded, nameOfPaper, paperKinds } from '../../../miniprogram/domain/papers/kinds';
import { lintPaper } from '../../../miniprogram/domain/papers/lint';
import { mayMake, mayRead } from '../../../miniprogram/domain/papers/readers';
import { query } from '../../_kit/action';
import { id } from '../../_kit/fields';
import { havingPapers } from '../policy';
import { isOutdated, readDossier, type Dossier } from '../store';

export const listPapers = query('papers.list', {
  input: v.object({ id }),
  allow: havingPapers,
  async run(context, _input) {
    const { theCase, relations, now } = context;
    const dossier = await readDossier(context, theCase);
    const kinds = paperKinds.filter((kind) => isNeeded(kind, dossier.record) && mayRead(kind, relations));
    return { dispute: theCase.facts.number, papers: kinds.map((kind) => rowOf(kind, dossier, mayMake(relations))), mayMake: mayMake(relations), now };
  },
});

/** What is missing is for those who can add it. */
function rowOf(kind: PaperKind, { record, made }: Dossier, isForStaff: boolean): PaperRow {
  const missing = lintPaper(kind, record);
  const paper = made.get(kind);
  return {
    kind,
    name: nameOfPaper(kind, record),
    isReady: missing.length === 0,
    missing: isForStaff ? missing : [],
    ...(paper && { number: paper.number, madeAt: paper.at }),
    ...(paper && (missing.length > 0 || isOutdated(paper, record)) && { isOutdated: true }),
  };
}
