/** Pages of this subpackage that others of it lead to. */

/** 愿不愿意谈: the respondent reads what it is about, and answers. */
export function answerPage(id: string): string {
  return `/features/dispute/answer/answer?id=${id}`;
}

/** 签字盖章: the mediator, once both have signed. */
export function sealPage(id: string): string {
  return `/features/dispute/seal/seal?id=${id}`;
}

/** 司法确认: both ask the court, and what it said. */
export function courtPage(id: string): string {
  return `/features/dispute/court/court?id=${id}`;
}

/** 多谈几天: when both ask for the same. */
export function extendPage(id: string): string {
  return `/features/dispute/extend/extend?id=${id}`;
}
