/** The layers of a node's style and classes in glass-easel (its const enum StyleSegmentIndex). */
export const styleSegment = {
  /** Steps of createAnimation. */
  animation: 2,
  /** hover-class, and what WXS sets. */
  temporary: 3,
} as const;
