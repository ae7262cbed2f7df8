/** 核对交接: the carer sees who it is, the server says whether. */
import type { InputOf } from '../../../../typings/contract/actions';
import { attached, photoProblem, type KeptPhoto, type PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import { tapsOf } from '../../../domain/childcare/taps';
import { call, CallError } from '../../../platform/call';
import { act, leave, pageData, show } from '../../../platform/page';
import { heldChild } from '../held';
import { handOverOffline } from '../offline';
import { sendUnsent, unsentNow } from '../unsent';
import { doorView, offlineView, type DoorView } from './door.view';

Page({
  data: { ...pageData, id: '', view: null as DoorView | null, photos: [] as KeptPhoto[], mayGoOffline: false, unsent: unsentNow() },

  async onLoad({ id = '' }) {
    this.setData({ id });
    await this.load();
  },
  async onRetry() {
    await sendUnsent();
    await this.load();
  },
  async onPullDownRefresh() {
    await this.onRetry();
  },

  async onAsk({ detail }: WechatMiniprogram.CustomEvent<Omit<InputOf<'childcare.ask'>, 'id'>>) {
    const { id, view } = this.data;
    if (view?.step === 'offline') await this.handOver(detail.personId);
    else await this.move(`ask:${detail.proof}:${detail.personId}`, (attemptId) => this.ask({ id, ...detail }, attemptId));
  },
  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    this.setData({ photos: detail.photos, problem: '' });
  },
  async onRelease() {
    const { id, photos, view } = this.data;
    const problem = photoProblem(photos) || (view?.needsPhoto === true && photos.length === 0 ? '拍一张交接照片，再点交给他。' : '');
    this.setData({ problem });
    if (problem !== '') return;
    const [photo] = attached(photos).photos ?? [];
    await this.move('release', (attemptId) => call('childcare.release', { id, ...(photo !== undefined && { photo }) }, attemptId));
  },
  async onBack() {
    await this.move('back', (attemptId) => call('childcare.back', { id: this.data.id }, attemptId));
  },
  async onRefuse({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    await this.move('refuse', (attemptId) => call('childcare.refuseRelease', { id: this.data.id, ...detail }, attemptId));
  },
  /** Once more, the same person or another: the child is still here. */
  onAgain() {
    const { view } = this.data;
    if (view) this.setData({ view: { ...view, step: 'who' }, problem: '' });
  },
  onReview() {
    void wx.navigateTo({ url: `/features/carepost/review/review?id=${this.data.id}` });
  },
  onFetch() {
    void wx.redirectTo({ url: `/features/carepost/fetch/fetch?id=${this.data.id}` });
  },
  async onBoard() {
    await leave(this.data.view?.state ?? '');
  },
  onOffline() {
    this.take();
  },

  /** 今天换人接: whom the guardian named on the telephone just now is confirmed first. */
  async ask(input: InputOf<'childcare.ask'>, attemptId: string) {
    const { view } = this.data;
    const { personId, proof } = input;
    const isNamed = proof === 'callback' && view?.persons.some(({ id, isWaiting }) => id === personId && isWaiting) === true;
    if (isNamed) await call('childcare.confirmPerson', { id: view.childId, personId, words: '回拨了家长留的电话，说好由他来接。' }, attemptId);
    return call('childcare.ask', input, attemptId);
  },
  /** The answer is looked at again on the server: two may stand at one door. */
  async move(name: string, run: (attemptId: string) => Promise<unknown>) {
    const send = async (attemptId: string) => {
      try {
        await run(attemptId);
      } catch (error) {
        this.setData({ mayGoOffline: isSilence(error) && heldChild(this.data.id) !== undefined });
        throw error;
      }
    };
    if (await act(this, name, send)) await this.load();
  },
  async handOver(personId: string) {
    if (!handOverOffline(this.data.id, personId)) {
      this.setData({ problem: '离线名册过期了，请打电话给值班民警。' });
      return;
    }
    this.take();
    await sendUnsent();
    await this.load();
  },
  /** What the phone knows without a network; false when that is nothing. */
  take(): boolean {
    const { id } = this.data;
    const held = heldChild(id);
    const unsent = unsentNow();
    const isTaken = tapsOf(unsent, id).some(({ action }) => action === 'childcare.claimOffline');
    if (held) this.setData({ status: 'ready', view: offlineView(held, isTaken), unsent, mayGoOffline: false });
    return held !== undefined;
  },
  async load() {
    await show(this, async () => {
      const { id } = this.data;
      try {
        return { view: doorView(await call('childcare.open', { id })), unsent: unsentNow(), mayGoOffline: false };
      } catch (error) {
        if (isSilence(error) && this.take()) return { problem: '' };
        throw error;
      }
    });
  },
});

function isSilence(error: unknown): boolean {
  return error instanceof CallError && error.silence !== undefined;
}
