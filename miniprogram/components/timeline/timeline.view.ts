/** One line of the story of a case. */
export interface TimelineLine {
  readonly key: string;
  /** What happened, as `约好了时间`. */
  readonly title: string;
  /** `丁调解员 · 昨天 18:05` */
  readonly who: string;
  readonly words?: string;
  /** Only staff see it, and it says so. */
  readonly isInternal?: boolean;
}
