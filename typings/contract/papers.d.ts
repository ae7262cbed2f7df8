/** 文书 papers: what a dispute's one record is printed as. Times are epoch milliseconds. */
export type PaperKind =
  | 'intake'
  | 'rights'
  | 'authority'
  | 'investigation'
  | 'record'
  | 'agreement'
  | 'oral'
  | 'security'
  | 'confirmation'
  | 'proof'
  | 'handling'
  | 'followUp'
  | 'cover'
  | 'contents'
  | 'backPage'
  /** 整卷: cover, contents, every paper and back page in one file. */
  | 'volume';

export interface PaperRow {
  kind: PaperKind;
  /** `人民调解协议书` */
  name: string;
  isReady: boolean;
  /** What is still to be done before it can be made, a sentence each. */
  missing: string[];
  /** `桐花里调〔2026〕12号`, once one was given. */
  number?: string;
  /** When the newest version was made. */
  madeAt?: number;
  /** The record has changed since. */
  isOutdated?: boolean;
}

/** A file that the reader may open for a few minutes. */
export interface PaperFile {
  url: string;
  name: string;
  number?: string;
}

export interface PaperActions {
  'papers.list': {
    input: { id: string };
    output: { dispute: string; papers: PaperRow[]; mayMake: boolean; now: number };
  };
  /** Made again after a change, a paper keeps its number. */
  'papers.make': { input: { id: string; kind: PaperKind }; output: PaperFile };
  'papers.open': { input: { id: string; kind: PaperKind }; output: PaperFile };
  /** 上门告知: asks the respondent to scan or ring. `code` is the invitation's, which nothing here keeps. */
  'papers.doorNote': { input: { id: string; code: string }; output: PaperFile };
}
