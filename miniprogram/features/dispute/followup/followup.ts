import type { PartyView } from '../../../../typings/contract/dispute';
import { disputeCardOf, type DisputeCard } from '../../../components/dispute-card/dispute-card.view';
import { stateLabels } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, pageData, show } from '../../../platform/page';
import { complain, keepField, type FieldEvent } from '../form';
import { goToStory } from '../to-story';
import {
  answerTiles, askedPeople, emptyForm, inputOf, lastWords, noteOf, problemsOf, promisesOf, warningOf, type FollowUpForm,
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
    last: null as ReturnType<typeof lastWords>,
    form: emptyForm,
    warning: '',
    emptyTitle: '',
    emptyNote: '',
  },

  id: '',
  draftKey: '',

  onLoad({ id = '' }): Promise<void> {
    this.id = id;
    this.draftKey = `followup:${id}`;
    const form: FollowUpForm = { ...emptyForm, ...draftOf<FollowUpForm>(this.draftKey) };
    this.setData({ form, warning: warningOf(form) });
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
    this.setData({ warning: warningOf(this.data.form) });
  },

  async onClose() {
    const { form } = this.data;
    if (complain(this, problemsOf(form))) return;
    this.leave(await act(this, 'close', (attemptId) => call('dispute.close', inputOf(this.id, form), attemptId)));
  },

  /** Written down, and still open. */
  async onNote() {
    const { form } = this.data;
    const { words } = problemsOf(form);
    if (complain(this, words === undefined ? {} : { words })) return;
    this.leave(await act(this, 'note', (attemptId) => call('dispute.note', noteOf(this.id, form), attemptId)));
  },

  leave(isDone: boolean) {
    if (!isDone) return;
    dropDraft(this.draftKey);
    goToStory(this.id);
  },

  load(): Promise<void> {
    return show(this, async () => {
      const dispute = await call('dispute.open', { id: this.id });
      const { moves, relations, state, now, parties } = dispute;
      if (!moves.includes('close')) {
        const isOwn = relations.includes('mediator');
        return { status: 'empty', emptyTitle: isOwn ? '请别的民警来回访' : '现在不用回访', emptyNote: isOwn ? '谈的人不问自己谈得怎么样。' : `现在是：${stateLabels[state]}` };
      }
      return { card: disputeCardOf(dispute, now), parties, people: askedPeople(dispute), promises: promisesOf(dispute), last: lastWords(dispute) };
    });
  },
});
