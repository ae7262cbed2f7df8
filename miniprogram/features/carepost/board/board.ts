/** 到站名册, for one hand: every tap is kept on the phone and shown at once, and sent when there is a network. */
import type { RosterBoard } from '../../../../typings/contract/childcare';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { onReconnect } from '../../../platform/network';
import { pageData, show } from '../../../platform/page';
import type { RowDeed } from '../components/roster-row/roster-row';
import { heldBoard, hold } from '../held';
import { keepTap, sendUnsent, unsentNow } from '../unsent';
import { readBoard, readPosts } from './board.source';
import { boardView, type BoardView } from './board.view';

/** Another carer's taps show without a finger's having to pull. */
const REFRESH = 30_000;

Page({
  data: { ...pageData, post: '', posts: [] as Chip[], view: null as BoardView | null, unsent: unsentNow(), done: '' },

  board: undefined as RosterBoard | undefined,
  /** The server's clock less the phone's. */
  ahead: 0,
  timer: 0,
  /** `coming`: whoever opened this waits for arrivals. */
  part: '',
  unwatch: (): void => undefined,

  onLoad({ post = '', part = '' }) {
    this.part = part;
    const held = heldBoard();
    if (held && (post === '' || held.board.postId === post)) this.take(held.board, held.now);
    this.setData({ post: post || (held?.board.postId ?? '') });
  },
  async onShow() {
    this.timer = setInterval(() => void this.refresh(), REFRESH);
    this.unwatch = onReconnect(() => void this.refresh());
    await this.refresh();
  },
  onHide() {
    this.stop();
  },
  onUnload() {
    this.stop();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.refresh();
  },
  async onPullDownRefresh() {
    await this.refresh();
  },
  async onPost({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ post: detail.value, status: 'loading', view: null });
    await this.load();
  },

  async onDeed({ detail: { done, deed } }: WechatMiniprogram.CustomEvent<RowDeed>) {
    await this.tap(done, deed);
  },
  async onDuty() {
    const isOn = this.data.view?.isOnDuty !== true;
    await this.tap(isOn ? '您在岗了' : '您下岗了', { action: 'childcare.shift', input: { postId: this.data.post, isOn }, what: isOn ? '我在岗' : '下岗' });
  },
  async onBar() {
    if (this.data.view?.isOnDuty !== true) await this.onDuty();
    else await wx.navigateTo({ url: `/features/carepost/walkin/walkin?post=${this.data.post}` });
  },
  async onUnsent() {
    await this.refresh();
  },

  /** Kept, shown, and felt, before anything is sent. */
  async tap(done: string, deed: RowDeed['deed']) {
    keepTap({ ...deed, at: this.now() });
    void wx.vibrateShort({ type: 'light', fail: () => undefined });
    this.setData({ done, problem: '' });
    this.draw();
    await this.refresh();
  },
  async refresh() {
    await sendUnsent();
    await this.load();
  },
  async load() {
    await show(this, async () => {
      const post = this.data.post || (await this.choose());
      if (post === '') return { status: 'empty' };
      const board = await readBoard(post, this.board !== undefined);
      if (post !== this.data.post) return {}; // another post was chosen meanwhile
      hold(board);
      this.board = board;
      this.ahead = board.now - Date.now();
      return this.shown(board);
    });
    if (this.board) this.draw();
  },
  async choose(): Promise<string> {
    const posts = await readPosts();
    const post = posts[0]?.value ?? '';
    this.setData({ post, posts });
    return post;
  },
  take(board: RosterBoard, now: number) {
    this.board = board;
    this.ahead = now - Date.now();
    this.setData({ status: 'ready', ...this.shown(board) });
  },
  draw() {
    if (this.board) this.setData(this.shown(this.board));
  },
  shown(board: RosterBoard) {
    const unsent = unsentNow();
    return { view: boardView(board, unsent, this.now(), this.part === 'coming'), unsent };
  },
  now(): number {
    return Date.now() + this.ahead;
  },
  stop() {
    clearInterval(this.timer);
    this.unwatch();
  },
});
