import type { DisputeView, PartyView, Side } from '../../../../typings/contract/dispute';
import { stateLabels } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';
import { dayKey } from '../../../domain/time/format';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { choosePhotos, sendFile } from '../../../platform/media';
import { act, pageData, show } from '../../../platform/page';
import { complain, keepField, type FieldEvent } from '../../../platform/form';
import { sealPage } from '../pages';
import { goToStory } from '../../../components/dispute-card/to-story';
import {
  copyChips, emptyForm, formOf, formTilesFor, inputOf, problemsOf, readingOf, signersOf, signNote,
  type DraftForm, type Reading, type SignerRow,
} from './agreement.view'; // prettier-ignore

type Mode = 'write' | 'read' | 'sign';

Page({
  data: {
    ...pageData,
    limits: disputeLimits,
    tiles: { forms: formTilesFor({}), copies: copyChips },
    mode: 'write',
    form: emptyForm,
    parties: [] as PartyView[],
    category: 'unsure',
    reading: null as Reading | null,
    signers: [] as SignerRow[],
    signNote: '',
    /** There is a text to sign: what was changed since may be dropped. */
    isDrafted: false,
    isOral: false,
    now: 0,
    /** Where police mediate, who must write down when it happened; else empty. */
    today: '',
    emptyNote: '',
  },

  id: '',
  draftKey: '',
  dispute: undefined as DisputeView | undefined,

  onLoad({ id = '' }): Promise<void> {
    this.id = id;
    this.draftKey = `agreement:${id}`;
    return this.load();
  },

  onRetry(): Promise<void> {
    return this.load();
  },
  onPullDownRefresh(): Promise<void> {
    return this.load();
  },
  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
  },

  /** Many fields at once: which of them has changed is not said, and positions may have moved. */
  onPart(event: FieldEvent) {
    this.setData({ problems: {} });
    keepField(this, this.draftKey, event);
  },

  onRead() {
    const { form, now, parties } = this.data;
    if (complain(this, problemsOf(form, now, this.dispute?.track))) return;
    this.setData({ mode: 'read', problem: '', reading: readingOf(form, parties, this.dispute?.number ?? '', this.dispute?.track) });
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onWrite() {
    this.setData({ mode: 'write', problem: '' });
  },
  /** Back to the text on the table, as it is. */
  onKeep() {
    dropDraft(this.draftKey);
    return this.load();
  },

  async onDraft() {
    const isDone = await act(this, 'draft', (attemptId) => call('dispute.draft', inputOf(this.id, this.data.form, this.dispute?.track), attemptId));
    if (!isDone) return;
    dropDraft(this.draftKey);
    await this.load();
  },

  /** By word, or on paper that both have before them: one photograph a side. */
  async onSign({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { side: Side; how: 'paper' | 'spoken' }>): Promise<void> {
    const { side, how } = currentTarget.dataset;
    const digest = this.dispute?.agreement?.digest ?? '';
    const [photo] = how === 'paper' && this.data.busy === '' ? await choosePhotos(1) : [];
    if (how === 'paper' && !photo) return;
    let state = '';
    const isDone = await act(this, `${how}:${side}`, async (attemptId) => {
      const file = photo && { file: await sendFile('photo', photo) };
      ({ state } = await call('dispute.sign', { id: this.id, digest, side, how, ...file }, attemptId));
    });
    if (!isDone) return;
    if (state === 'agreed') return void wx.redirectTo({ url: sealPage(this.id) });
    return state === 'mediating' ? this.load() : goToStory(this.id); // by word it holds with the last yes
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const { agreement, parties, number, now, moves, state } = dispute;
      if (!moves.includes('draft')) return { status: 'empty', emptyNote: `现在是：${stateLabels[state]}` };
      this.dispute = dispute;
      const kept = draftOf<DraftForm>(this.draftKey);
      const mode: Mode = agreement && kept.facts === undefined ? 'sign' : 'write';
      const form = { ...formOf(dispute), ...kept };
      const signing = agreement && { signers: signersOf(agreement, parties, now), signNote: signNote(agreement, dispute), isOral: agreement.form === 'oral' };
      return { form, 'tiles.forms': formTilesFor(dispute), parties, now, mode, category: dispute.category, isDrafted: agreement !== undefined, reading: readingOf(form, parties, number, dispute.track), today: dispute.track === 'security' ? dayKey(now) : '', ...signing };
    });
  },
});
