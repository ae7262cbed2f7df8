/** WXS looks like JavaScript and is not: the differences that matter, mended in the source. */

const REQUIRE = /require\(\s*(['"])(.*?)\.wxs\1\s*\)/g;
const REGEXP_LITERAL = /getRegExp\(\s*(['"])((?:\\.|(?!\1).)*)\1/g;

/** - `x.constructor` is a string ("Array");
 *  - `'\d'` in a pattern keeps its backslash;
 *  - `require` names the file with its extension, the compiler's module without;
 *  - exported functions are marked, so that the runtime tells them from a page's own handlers. */
export function wxsToScript(source: string): string {
  const script = source
    .replace(/\.constructor\b(?!\s*\.name)/g, '.constructor.name')
    .replace(REGEXP_LITERAL, (_, _quote: string, body: string) => `getRegExp(${JSON.stringify(keepBackslashes(body))}`)
    .replace(REQUIRE, "require('$2')");
  return `${script}
;for (var __name in module.exports) {
  if (typeof module.exports[__name] === 'function') module.exports[__name].__wxs = true;
}`;
}

export function wxsDependencies(source: string): string[] {
  return [...source.matchAll(REQUIRE)].map((match) => match[2] ?? '');
}

function keepBackslashes(body: string): string {
  return body.replace(/\\\\/g, '\\').replace(/\\(['"])/g, '$1');
}
