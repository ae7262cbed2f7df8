import type { DisputeView, PartyView } from '../../../../typings/contract/dispute';
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { stateLabels } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, pageData, show } from '../../../platform/page';
import { complain, keepField, type FieldEvent } from '../../../platform/form';
import { goToStory } from '../../../components/dispute-card/to-story';
import {
  answerTiles, askedBefore, askedPeople, emptyForm, inputOf, lastWords, mayBeginAgain, planOf, problemsOf, promisesOf, wordsOfPromises, type FollowUpForm, type Plan,
} from './followup.view'; // prettier-ignore

Page({
  data: {
    ...pageData,
    limits: disputeLimits,
    answers: answerTiles,
    card: null as DisputeCard | null,
    parties: [] as PartyView[],
    people: [] as ReturnType<typeof askedPeople>,
    promises: [] as ReturnType<typeof promisesOf>,
    told: [] as ReturnType<typeof wordsOfPromises>,
    last: null as ReturnType<typeof lastWords>,
    before: [] as ReturnType<typeof askedBefore>,
    form: emptyForm,
    plan: null as Plan | null,
    /** It is written down that somebody is not content: what next. */
    isUnkept: false,
    reason: '',
    emptyTitle: '',
    emptyNote: '',
  },

  id: '',
  draftKey: '',
  dispute: undefined as DisputeView | undefined,

  onLoad({ id = '' }): Promise<void> {
    this.id = id;
    this.draftKey = `followup:${id}`;
    this.setData({ form: { ...emptyForm, ...draftOf<FollowUpForm>(this.draftKey) } });
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
    if (this.dispute) this.setData({ plan: planOf(this.data.form, this.dispute) });
  },

  async onRecord() {
    await this.record(this.data.plan?.action ?? 'followUp');
  },

  /** Written down, and still open. */
  async onKeepOpen() {
    await this.record('followUp');
  },

  onReason({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: detail.value, problem: '' });
  },

  async onReopen() {
    const reason = this.data.reason.trim();
    if (complain(this, reason === '' ? { reason: '请写为什么重新办。' } : {})) return;
    if (await act(this, 'reopen', (attemptId) => call('dispute.reopen', { id: this.id, reason }, attemptId))) goToStory(this.id);
  },

  onLeave() {
    goToStory(this.id);
  },

  async record(action: Plan['action']) {
    const { form } = this.data;
    if (!this.dispute || complain(this, problemsOf(form))) return;
    if (!(await act(this, action, (attemptId) => call(`dispute.${action}`, inputOf(this.id, form), attemptId)))) return;
    dropDraft(this.draftKey);
    if (action === 'close' || !mayBeginAgain(form, this.dispute)) goToStory(this.id);
    else this.setData({ isUnkept: true, reason: form.words.trim(), problems: {} });
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const { moves, relations, state, now, parties, askedBy } = dispute;
      this.dispute = dispute;
      if (!moves.includes('close') && !moves.includes('followUp')) {
        const isOwn = relations.includes('mediator');
        return { status: 'empty', emptyTitle: isOwn || askedBy !== undefined ? '请别人来回访' : '现在不用回访', emptyNote: askedBy ?? (isOwn ? '谈的人不问自己谈得怎么样。' : `现在是：${stateLabels[state]}`) };
      }
      return {
        card: disputeCardOf(dispute, now), parties, people: askedPeople(dispute), promises: promisesOf(dispute), told: wordsOfPromises(dispute), last: lastWords(dispute),
        before: askedBefore(dispute), plan: planOf(this.data.form, dispute),
      }; // prettier-ignore
    });
  },
});
