/** Lengths that mean something else in a phone's frame than in the browser's window. */

const LENGTH = /(^|[^\w.#-])(-?(?:\d+\.)?\d+|-?\.\d+)(rpx|vh|vw)\b/g;

/** rpx (750 to the frame's width), vh and vw (of the page's own area) as lengths on the host's variables. */
export function hostLengths(css: string): string {
  if (!/\d(rpx|vh|vw)\b/.test(css)) return css;
  return css.replace(LENGTH, (_, before: string, number: string, unit: string) => {
    return before + (Number(number) === 0 ? '0px' : `calc(${number} * var(--${unit}))`);
  });
}
