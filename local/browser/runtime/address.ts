/** Page addresses: `/pages/home/home?id=1`, relative ones too. */

export type Query = Record<string, string>;

export interface PageAddress {
  /** As in app.json: no leading slash. */
  path: string;
  query: Query;
}

/** Values are decoded; `from` is the page that a relative address starts at. */
export function parseAddress(url: string, from = ''): PageAddress {
  const [path = '', search = ''] = url.split('?', 2);
  const absolute = path.startsWith('/') ? path : new URL(path, `http://page/${from}`).pathname;
  const pairs = search.split('&').filter(Boolean).map(parsePair);
  return { path: absolute.replace(/^\/+/, ''), query: Object.fromEntries(pairs) };
}

export function formatAddress({ path, query }: PageAddress): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `/${path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

function parsePair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), decode(pair.slice(at + 1))];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
