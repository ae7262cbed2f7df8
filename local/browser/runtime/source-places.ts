/** Stack traces in the files that people wrote: a small reader of app.js.map (source map v3). */

interface SourceMap {
  sources: string[];
  mappings: string;
}

/** For one generated line: [generated column, source, line], ascending by column, all from 0. */
type Segment = readonly [number, number, number];

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
let loading: Promise<{ sources: string[]; lines: Segment[][] } | null> | undefined;

/** The lines of a stack that come from app.js, renamed; the stack as it is when there is no map. */
export async function sourcePlaces(stack: string): Promise<string> {
  loading ??= load();
  const map = await loading;
  if (!map) return stack;
  return stack.replace(/\(?\S*\/app\.js:(\d+):(\d+)\)?/g, (place, line: string, column: string) => {
    const segments = map.lines[Number(line) - 1] ?? [];
    const segment = segments.filter(([start]) => start <= Number(column) - 1).at(-1);
    return segment ? `${readable(map.sources[segment[1]] ?? '')}:${segment[2] + 1}` : place;
  });
}

async function load() {
  try {
    const response = await fetch('/app.js.map');
    const { sources, mappings } = (await response.json()) as SourceMap;
    return { sources, lines: decode(mappings) };
  } catch {
    return null;
  }
}

function readable(source: string): string {
  return source.replace(/^.*?(miniprogram|node_modules|local|tests)\//, '$1/');
}

function decode(mappings: string): Segment[][] {
  let source = 0;
  let line = 0;
  return mappings.split(';').map((group) => {
    let column = 0;
    const segments: Segment[] = [];
    for (const text of group.split(',')) {
      const [columnStep = 0, sourceStep, lineStep = 0] = decodeNumbers(text);
      column += columnStep;
      if (sourceStep === undefined) continue;
      source += sourceStep;
      line += lineStep;
      segments.push([column, source, line]);
    }
    return segments;
  });
}

/** Base64 VLQ: five bits a digit, the sixth says that more follow; the lowest bit of the number is its sign. */
function decodeNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of text) {
    const digit = DIGITS.indexOf(letter);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = shift = 0;
  }
  return numbers;
}
