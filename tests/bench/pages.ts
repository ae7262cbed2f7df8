/** How a page opens in the browser host: how often and how much it gives to its template, and what it asks of the cloud. */
import { chromium } from 'playwright-core';
import type { Reply } from '../../typings/contract/actions';
import type { DisputePage, DisputeState } from '../../typings/contract/dispute';
import { chromeSettings } from '../support/chrome';
import { Demo } from '../support/demo';

export interface PageCost {
  readonly page: string;
  readonly persona: string;
  readonly setData: number;
  /** Characters of JSON of the largest `setData`. */
  readonly largest: number;
  /** Sent until the last `setData`: what a page does once it is shown is not waited for. */
  readonly cloudCalls: number;
}

/** The page that the app begins with. */
const FIRST = 'pages/home/home';

/** A page has come to rest when it has asked and set nothing for so long, in ms. */
const REST_MS = 700;

/** Wraps `Page`, so that each page's own `setData` is counted from before `onLoad`. */
const COUNT = `(() => {
  const sets = (window.__sets = []);
  window.__calls = window.__open = 0;
  const { fetch } = window;
  window.fetch = (address, options) => { 
    if (!String(address).includes('/fn/')) return fetch(address, options);
    window.__calls += 1;
    window.__open += 1;
    const over = () => { window.__open -= 1; window.__last = performance.now(); };
    const answer = fetch(address, options);
    answer.then(over, over);
    return answer;
  };
  let real;
  const counted = (options) => {
    const { onLoad } = options;
    options.onLoad = function (query) {
      const set = this.setData;
      window.__last = performance.now();
      this.setData = (data, done) => { sets.push({ page: this.route, size: JSON.stringify(data).length, calls: window.__calls }); window.__last = performance.now(); return set.call(this, data, done); };
      return onLoad && onLoad.call(this, query);
    };
    return real(options);
  };
  Object.defineProperty(globalThis, 'Page', { configurable: true, get: () => real && counted, set: (value) => { real = value; } });
})()`;

export interface Visit {
  /** As in app.json. */
  readonly page: string;
  readonly persona: string;
  /** The page is about a dispute of this person's in one of these states. */
  readonly states?: readonly DisputeState[];
}

/** Opens each page in the demo community as somebody whose page it is. A page about a dispute that the demo lacks is left out. */
export async function measurePages(visits: readonly Visit[]): Promise<PageCost[]> {
  const demo = new Demo();
  await demo.start();
  const { executablePath, args } = chromeSettings();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const costs: PageCost[] = [];
    for (const visit of visits) {
      const { page, persona } = visit;
      const query = await queryOf(demo.url, visit);
      if (query === undefined) continue;
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, bypassCSP: true });
      await context.route(/^https:/, (route) => route.abort());
      const tab = await context.newPage();
      await tab.addInitScript(COUNT);
      const rest = () => tab.waitForFunction(`window.__last && window.__open === 0 && performance.now() - window.__last > ${REST_MS}`, undefined, { timeout: 20_000 });
      await tab.goto(`${demo.url}/?as=${persona}#/${FIRST}`);
      await rest();
      if (page !== FIRST) {
        // As from a tap: the session is known, and only what this page asks is counted.
        await tab.evaluate(`window.__sets.length = 0; window.__calls = 0; window.__last = 0; location.hash = '#/${page}${query}'`);
        await rest();
      }
      const sets = await tab.evaluate<{ page: string; size: number; calls: number }[]>('window.__sets');
      const own = sets.filter((each) => each.page === page);
      costs.push({ page, persona, setData: own.length, largest: Math.max(0, ...own.map(({ size }) => size)), cloudCalls: own.at(-1)?.calls ?? 0 });
      await context.close();
    }
    return costs;
  } finally {
    await browser.close();
    await demo.stop();
  }
}

/** `?id=…` for a page about a dispute, empty for others; nothing when there is no such dispute. */
async function queryOf(url: string, { persona, states }: Visit): Promise<string | undefined> {
  if (!states) return '';
  const page = await (await fetch(`${url}/`)).text();
  const { hostKey } = JSON.parse(/<script id="host-data"[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? '{}') as { hostKey: string };
  const list = async (action: string, input: object) => {
    const body = JSON.stringify({ action, input, attemptId: crypto.randomUUID() });
    const response = await fetch(`${url}/fn/dispute`, { method: 'POST', headers: { 'x-host-key': hostKey, 'x-wx-openid': `demo-${persona}` }, body });
    const { result } = (await response.json()) as { result: Reply<DisputePage> };
    return result.ok ? result.data.disputes : [];
  };
  const desks = await Promise.all(['triage', 'active', 'followUp', 'done'].map((desk) => list('dispute.desk', { desk })));
  const found = [...(await list('dispute.listMine', {})), ...desks.flat()].find(({ state }) => states.includes(state));
  return found && `?id=${found.id}`;
}
