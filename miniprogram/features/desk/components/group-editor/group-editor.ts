/** 很多人一起的: staff write down names, who speaks, and who has agreed. Tells `done` when it is kept. */
import type { GroupMember, PartyView, Side } from '../../../../../typings/contract/dispute';
import type { Chip } from '../../../../components/filter-chips/filter-chips.view';
import { call } from '../../../../platform/call';
import { draftOf, dropDraft, keepDraft } from '../../../../platform/drafts';
import { act, formData } from '../../../../platform/page';
import { allMarked, groupSentence, marked, marksFor, membersOf, problemOf, sideChips, withNames, type Mark } from './group-editor.view';

type Groups = { side: Side; members: GroupMember[] }[];

const first: { side: Side } = { side: 'applicant' };

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    caseId: { type: String, value: '' },
    groups: { type: Array, value: [] as Groups },
    parties: { type: Array, value: [] as PartyView[] },
    /** There is a text to which each may agree. */
    hasText: { type: Boolean, value: false },
    /** Of that text. */
    digest: { type: String, value: '' },
  },

  data: { ...formData, sides: [] as Chip[], ...first, members: [] as GroupMember[], sentence: '', pasted: '', marks: marksFor(false), most: 2000 },

  observers: {
    'parties, hasText'(parties: PartyView[], hasText: boolean) {
      this.setData({ sides: sideChips({ parties }), marks: marksFor(hasText) });
    },
    'groups, caseId'() {
      this.look(this.data.side);
    },
  },

  methods: {
    onSide({ detail }: WechatMiniprogram.CustomEvent<{ value: Side }>) {
      this.look(detail.value);
    },
    onPaste({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ pasted: detail.value });
    },
    onAdd() {
      this.put(withNames(this.data.members, this.data.pasted));
      this.setData({ pasted: '' });
    },
    onMark({ currentTarget: { dataset } }: WechatMiniprogram.TouchEvent<object, object, { index: number; mark: Mark }>) {
      this.put(marked(this.data.members, dataset.index, dataset.mark));
    },
    onAll({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { mark: Mark }>) {
      this.put(allMarked(this.data.members, currentTarget.dataset.mark));
    },
    onRemove({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.put(this.data.members.filter((_, index) => index !== currentTarget.dataset.index));
    },
    async onSave() {
      const { caseId, side, members, digest } = this.data;
      const problem = problemOf(members);
      if (problem !== '') {
        this.setData({ problem });
        return;
      }
      if (!(await act(this, `group:${side}`, (attemptId) => call('dispute.group', { id: caseId, side, members, ...(digest !== '' && { digest }) }, attemptId)))) return;
      dropDraft(this.draftKey(side));
      this.triggerEvent('done');
    },

    /** One side, as it is kept or as it was left half written. */
    look(side: Side) {
      const { members } = draftOf<{ members: GroupMember[] }>(this.draftKey(side));
      const shown = members ?? membersOf({ groups: this.data.groups }, side);
      this.setData({ side, members: shown, sentence: groupSentence(shown, this.data.hasText), problem: '' });
    },
    put(members: GroupMember[]) {
      keepDraft(this.draftKey(this.data.side), { members });
      this.setData({ members, sentence: groupSentence(members, this.data.hasText), problem: '' });
    },
    draftKey(side: Side): string {
      return `group:${this.data.caseId}:${side}`;
    },
    /** Somebody was quicker. */
    load() {
      this.triggerEvent('stale');
    },
  },
});
