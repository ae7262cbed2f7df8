/** The mini-program in Chromium, in one person's hand. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromeSettings } from './chrome';

const PICTURES = resolve(__dirname, '../../dist/pictures');
/** A microphone that hums, and no question about it. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

export interface PhoneOptions {
  dark?: boolean;
  /** WeChat's text size, as `wx.getAppBaseInfo().fontSizeScaleFactor`. */
  fontScale?: number;
  /** Goes on with what this person's last phone of the same file had in its storage; else it is new. */
  keepState?: boolean;
  /** Fingers instead of a mouse. */
  touch?: boolean;
  /** By default 390×844. */
  viewport?: { width: number; height: number };
}

export interface Phone {
  phone: Page;
  /** What must not have happened: unknown wx functions, uncaught errors, console.error. Expect it to be empty. */
  faults(): Promise<string[]>;
  /** Keeps a screenshot as `dist/pictures/<name>.png`. */
  keepPicture(name: string): Promise<void>;
  close(): Promise<void>;
}

let browser: Promise<Browser> | undefined;
const states = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

/** One browser a spec file, however many phones. */
afterAll(async () => {
  await (await browser)?.close();
  browser = undefined;
});

/** `page` as in app.json, with its query: `features/dispute/open/open?id=7`. Empty is the first page. */
export async function openPhone(baseUrl: string, persona: string, page = '', options: PhoneOptions = {}): Promise<Phone> {
  const { dark = false, fontScale = 1, keepState = false, touch = false, viewport = { width: 390, height: 844 } } = options;
  browser ??= launch();
  const state = keepState ? states.get(persona) : undefined;
  const context = await (await browser).newContext({
    viewport,
    deviceScaleFactor: 2,
    hasTouch: touch,
    isMobile: touch,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    permissions: ['microphone', 'clipboard-read', 'clipboard-write'],
    ...(state && { storageState: state }),
  });
  // nothing from outside: what needs it would fail for everybody without a network
  await context.route(/^https:/, (route) => route.abort());
  const phone = await context.newPage();
  phone.setDefaultTimeout(20_000); // a step that hangs is named, and not the whole test
  const crashes: string[] = [];
  phone.on('pageerror', (error) => crashes.push(`uncaught: ${error.message}`));
  const font = fontScale === 1 ? '' : `&font=${fontScale}`;
  await phone.goto(`${baseUrl}/?as=${persona}${font}${page && `#/${page}`}`);

  return {
    phone,
    faults: async () => (await phone.evaluate<string[] | null>('window.__jiaan?.faults ?? null')) ?? [...crashes, 'the host did not start'],
    keepPicture: async (name) => {
      const path = resolve(PICTURES, `${name}.png`);
      mkdirSync(dirname(path), { recursive: true });
      await phone.screenshot({ path });
    },
    close: async () => {
      states.set(persona, await context.storageState());
      await context.close();
    },
  };
}

function launch(): Promise<Browser> {
  const { executablePath, args } = chromeSettings();
  return chromium.launch({ executablePath, args: [...args, ...MICROPHONE] });
}
