/**
 * What every page needs: its status, one action at a time, and sentences instead of errors.
 *
 * A page, whole (WXML below). Its root is always <page-frame>, which brings the look (dark, large text, the phone's
 * font scale), the skeleton, the empty and failed states, the problem line and the privacy sheet for guests:
 *
 *   Page({
 *     data: { ...pageData, card: null as StoryCard | null },
 *     id: '',
 *     async onLoad({ id = '' }) { this.id = id; await this.load(); },
 *     async onRetry() { await this.load(); },
 *     async onPullDownRefresh() { await this.load(); },      // show() also stops the spinner
 *     async onWithdraw() {
 *       await act(this, 'withdraw', async (attemptId) => {
 *         await call('dispute.withdraw', { id: this.id, reason: this.data.reason }, attemptId);
 *         await this.load();
 *       });
 *     },
 *     async load() {                                         // name it `load`: act() calls it when it is stale
 *       await show(this, async () => ({ card: cardOf(await call('dispute.open', { id: this.id })) }));
 *     },
 *   });
 *
 *   <page-frame status="{{status}}" problem="{{problem}}" has-bar bind:retry="onRetry">
 *     …
 *     <action-bar label="撤回" busy="{{busy === 'withdraw'}}" bind:act="onWithdraw" />
 *   </page-frame>
 *
 * - `show` sets what the fetch returns and `status: 'ready'`; return `status: 'empty'` when there is nothing. A second
 *   fetch that fails leaves the screen as it is and says why in `problem`.
 * - `act` runs one action at a time: a second tap sends nothing. It asks a guest for consent first, keeps the attemptId
 *   of an intention until it succeeded, puts INVALID_INPUT's `details` into `problems` by field, and reloads when somebody
 *   was quicker (CONFLICT) or the thing has moved on (INVALID_MOVE).
 *   It resolves to true when the deed was done. Inside, `await` what must be waited for and let errors through.
 * - `more` appends the next page of a list, once at a time.
 * - `leave('存好了')` ends a form: it says so and goes back.
 * - Types that a view file needs live in a view file too (`photo-picker.view.ts`): tests compile those without `wx`.
 * - A form with nothing to fetch starts from `formData` instead of `pageData`.
 * - Write handlers as `async onX() { await … }`: `return this.load()` makes TypeScript go round in circles.
 * - Fields: <word-field data-field="reason" value="{{reason}}" problem="{{problems.reason}}" bind:change="onType" />
 *   with `onType(event: FieldEvent) { type(this, event); }`.
 */
import { CallError, newAttemptId } from './call';
import { sentenceForReading, sentenceForSending } from './sentences';
import { ensureConsent, type Needs } from './session';

export type Status = 'loading' | 'ready' | 'empty' | 'failed' | 'offline';

export interface PageData {
  status: Status;
  /** Why the newest thing asked for did not work; what is on the screen stays. */
  problem: string;
  /** What is wrong with which field of the form, as `{ story: '…' }`. */
  problems: Record<string, string>;
  /** The action that is running; empty when none is. */
  busy: string;
}

export const pageData: PageData = { status: 'loading', problem: '', problems: {}, busy: '' };
export const formData: PageData = { ...pageData, status: 'ready' };

/** As much of a page or component as is needed here. */
interface Shown {
  readonly data: PageData;
  setData(data: object): void;
}

/** Fetches and shows. Never rejects. */
export async function show(page: Shown, fetch: () => Promise<object>): Promise<void> {
  try {
    page.setData({ status: 'ready', problem: '', ...(await fetch()) });
  } catch (error) {
    const isShown = page.data.status === 'ready' || page.data.status === 'empty';
    const lost: Status = error instanceof CallError && error.isOffline ? 'offline' : 'failed';
    page.setData({ status: isShown ? page.data.status : lost, problem: sentenceForReading(error) });
  } finally {
    wx.stopPullDownRefresh({ fail: () => undefined });
  }
}

/** Fetches the next page of a list while the list stays as it is. Never rejects. */
export async function more(page: Shown, fetch: () => Promise<object>): Promise<void> {
  if (page.data.busy !== '') return;
  page.setData({ busy: 'more', problem: '' });
  try {
    page.setData(await fetch());
  } catch (error) {
    page.setData({ problem: sentenceForReading(error) });
  } finally {
    page.setData({ busy: '' });
  }
}

/** Does what the person asked for, once. Never rejects; true when it was done. */
export async function act(
  page: Shown,
  name: string,
  run: (attemptId: string) => Promise<unknown>,
  needs: Needs = {},
): Promise<boolean> {
  if (page.data.busy !== '') return false;
  page.setData({ busy: name, problem: '', problems: {} });
  try {
    if (!(await ensureConsent(needs))) return false;
    await run(attemptIdOf(page, name));
    forget(page, name);
    return true;
  } catch (error) {
    const failure = error instanceof CallError ? error.failure : undefined;
    // what was sent must change, so the next try is another intention
    if (failure?.code === 'INVALID_INPUT') forget(page, name);
    if (failure?.code === 'CONFLICT' || failure?.code === 'INVALID_MOVE') await reload(page);
    page.setData({ problem: sentenceForSending(error), problems: failure?.details ?? {} });
    return false;
  } finally {
    page.setData({ busy: '' });
  }
}

/** What a field tells: its `data-field` names the key of `data` that it fills. */
export type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: string }>;

/** Keeps what was typed or chosen, and takes back what was said to be wrong with it. */
export function type(page: Shown, { detail, currentTarget }: FieldEvent): void {
  const { field } = currentTarget.dataset;
  const { [field]: _mended, ...problems } = page.data.problems;
  page.setData({ [field]: detail.value, problems });
}

/** Says that it is done and goes back to where the person came from; home, when a message or a shared card led here. */
export async function leave(said: string): Promise<void> {
  if (getCurrentPages().length > 1) await wx.navigateBack();
  else await wx.switchTab({ url: '/pages/home/home' });
  await wx.showToast({ title: said, icon: 'none' });
}

/** One intention of one page, by the name of its action: however often it is sent, the cloud acts once. */
const attempts = new WeakMap<object, Map<string, string>>();

function attemptIdOf(page: object, name: string): string {
  const ids = attempts.get(page) ?? new Map<string, string>();
  attempts.set(page, ids);
  const id = ids.get(name) ?? newAttemptId();
  ids.set(name, id);
  return id;
}

function forget(page: object, name: string): void {
  attempts.get(page)?.delete(name);
}

async function reload(page: object): Promise<void> {
  const load: unknown = Reflect.get(page, 'load');
  if (typeof load === 'function') await load.call(page);
}
