/** Every kind of paper, from the one record. */
import type { PaperKind } from '../../../typings/contract/papers';
import type { Paper } from '../paper';
import { composeAgreement } from './agreement';
import { composeAuthority } from './authority';
import { composeConfirmation } from './confirmation';
import { composeBackPage, composeContents, composeCover } from './enclosing';
import { composeFollowUp } from './follow-up';
import { composeHandling } from './handling';
import { composeIntake } from './intake';
import { composeInvestigation } from './investigation';
import { composeMediationRecord } from './mediation-record';
import { composeOralAgreement } from './oral-agreement';
import { composePerformance } from './performance';
import { composeRights } from './rights';
import { composeSecurityAgreement } from './security-agreement';
import type { NumberedRecord } from './words';

export type SinglePaper = Exclude<PaperKind, 'volume'>;

const composers: Readonly<Record<SinglePaper, (record: NumberedRecord) => Paper>> = {
  cover: composeCover,
  contents: composeContents,
  intake: composeIntake,
  rights: composeRights,
  authority: composeAuthority,
  investigation: composeInvestigation,
  record: composeMediationRecord,
  agreement: composeAgreement,
  oral: composeOralAgreement,
  security: composeSecurityAgreement,
  confirmation: composeConfirmation,
  proof: composePerformance,
  handling: composeHandling,
  followUp: composeFollowUp,
  backPage: composeBackPage,
};

/** What stands on a paper. The linter has made sure that nothing is missing. */
export function composePaper(kind: SinglePaper, record: NumberedRecord): Paper {
  return composers[kind](record);
}
