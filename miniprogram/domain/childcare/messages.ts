/** 托管 childcare: who is told what after a move, and at each rung of a ladder. No surname and no note stands in a message. */
import type { VisitMove } from '../../../typings/contract/childcare-words';
import type { DueMark } from '../case/clock';
import { spokenTime, timeOfDay } from '../time/format';
import type { VisitClock, VisitFacts } from './facts';
import { lateLadder, noShowLadder } from './policy';

/** Somebody by what they are to the visit. */
export type Audience = 'guardians' | 'carer' | 'officer' | 'leader';

export interface Told {
  readonly to: readonly Audience[];
  readonly sentence: string;
}

const sayings: Readonly<Partial<Record<VisitMove, (facts: VisitFacts, now: number) => readonly Told[]>>> = {
  book: ({ nickname, post, startAt }, now) => [{ to: ['guardians'], sentence: `${nickname}约好了：${spokenTime(startAt, now)}，${post}。` }],
  queue: ({ nickname, startAt }, now) => [{ to: ['guardians'], sentence: `${nickname}在排队：${spokenTime(startAt, now)}。有位了马上告诉您。` }],
  offer: ({ nickname, offeredUntil = 0 }) => [{ to: ['guardians'], sentence: `${nickname}有位了，${timeOfDay(offeredUntil)}前点一下确认。` }],
  pass: ({ nickname }) => [{ to: ['guardians'], sentence: `${nickname}的位子给了下一位，还在排队。` }],
  askFetch: ({ nickname }) => [{ to: ['officer'], sentence: `有家长急事，请去学校接${nickname}，请马上看。` }],
  takeFetch: ({ nickname, fetch: errand }) => [{ to: ['guardians'], sentence: `${errand?.officer ?? '民警'}去接${nickname}了。` }],
  declineFetch: ({ nickname }) => [{ to: ['guardians'], sentence: `这会儿人手不够，没法去接${nickname}，点开看还能怎么办。` }],
  pickUp: ({ nickname }) => [{ to: ['guardians'], sentence: `${nickname}接到了，正在去警务室。` }],
  checkIn: ({ nickname, post }, now) => [{ to: ['guardians'], sentence: `${nickname}${timeOfDay(now)}到${post}了。` }],
  walkIn: ({ nickname, post }, now) => [{ to: ['guardians', 'officer'], sentence: `${nickname}${timeOfDay(now)}到${post}了，请家长补上同意。` }],
  ask: ({ nickname, asked }) => [{ to: ['guardians'], sentence: `${asked?.called ?? '有人'}来接${nickname}，正在核对。` }],
  release: ({ nickname, releasedTo }, now) => [{ to: ['guardians'], sentence: `${nickname}${timeOfDay(now)}已交给${releasedTo?.called ?? '家里人'}。` }],
  releaseByException: ({ nickname, releasedTo }, now) => [{ to: ['guardians', 'leader'], sentence: `${nickname}${timeOfDay(now)}由两位民警核对后交给${releasedTo?.called ?? '家里人'}。` }],
  refuseRelease: ({ nickname }) => [
    { to: ['officer', 'leader'], sentence: `${nickname}暂不能交接，请值班民警马上过去。` },
    { to: ['guardians'], sentence: `有人来接${nickname}，没有核对上，孩子在警务室，请打警务室电话。` },
  ],
  claimOffline: ({ nickname }) => [{ to: ['officer', 'leader'], sentence: `${nickname}断网时交出，请核实。` }],
  confirmClaim: ({ nickname, releasedTo }) => [{ to: ['guardians'], sentence: `${nickname}已交给${releasedTo?.called ?? '家里人'}，核实过了。` }],
  doubtClaim: ({ nickname }) => [{ to: ['officer', 'leader', 'guardians'], sentence: `${nickname}的交接没核实上，请马上联系警务室。` }],
  noShow: ({ nickname }) => [{ to: ['guardians'], sentence: `${nickname}过了25分钟还没到，民警在找，请马上联系警务室。` }],
  cancel: ({ nickname, startAt, isUnseated, fetch: errand }, now) => [
    ...(errand ? [{ to: ['officer'] as const, sentence: `家长自己接${nickname}了，不用去学校了。` }] : []),
    { to: ['guardians'], sentence: isUnseated ? `${nickname}${spokenTime(startAt, now)}没排到位子，可以看看别的时段。` : `${nickname}${spokenTime(startAt, now)}的托管取消了。` },
  ],
  transfer: ({ nickname, transferredTo = '儿童督导员' }) => [{ to: ['guardians', 'officer'], sentence: `${nickname}转交${transferredTo}照看，请马上联系警务室。` }],
};

export function messagesAfter(move: VisitMove, facts: VisitFacts, now: number): readonly Told[] {
  return sayings[move]?.(facts, now) ?? [];
}

/** What each rung asks of whom, from the minute on which it is due. */
interface Rung {
  readonly minute: number;
  /** Of the staff; they read it on the board too. */
  readonly to: readonly Audience[];
  readonly words: string;
  /** A family is told in words of its own. */
  readonly family?: (nickname: string) => string;
}

export const noShowRungs: readonly Rung[] = [
  { minute: noShowLadder.message, to: ['carer'], words: '还没到，请到门口看看', family: (nickname) => `${nickname}还没到，请看看孩子走到哪里了。` },
  { minute: noShowLadder.callGuardian, to: ['carer'], words: '还没到，请给家长打电话' },
  { minute: noShowLadder.callSchool, to: ['carer', 'officer'], words: '还没到，请给学校打电话' },
  { minute: noShowLadder.search, to: ['officer', 'leader'], words: '还没到，请值班民警去找' },
];

export const lateRungs: readonly Rung[] = [
  { minute: lateLadder.message, to: [], words: '到时间了，等家里人来接', family: (nickname) => `${nickname}到时间了，请来接。` },
  {
    minute: lateLadder.callGuardians, to: ['carer'], words: '还没人接，请给两位家长打电话',
    family: (nickname) => `${lateLadder.callGuardians}分钟了还没人接${nickname}，警务室正在给您打电话，请尽快来或请能接的人来。`,
  }, // prettier-ignore
  { minute: lateLadder.callContacts, to: ['carer', 'officer'], words: '还没人接，请给能接的人打电话' },
  { minute: lateLadder.leader, to: ['leader', 'officer'], words: '一小时没人接，请所领导联系儿童督导员' },
];

const ladders: Readonly<Partial<Record<VisitClock, readonly Rung[]>>> = { arrival: noShowRungs, pickup: lateRungs };

/** The rung that a mark stands for. A clock's marks are the shares of its ladder's last minute. */
export function remindersAt({ clock, mark }: DueMark<VisitClock>, { nickname }: VisitFacts): readonly Told[] {
  const ladder = ladders[clock.name];
  if (clock.name === 'consent') return [{ to: ['guardians'], sentence: `${nickname}还缺家长本人同意，请在手机上点同意。` }, { to: ['carer'], sentence: `${nickname}还缺家长本人同意，请打电话提醒家长。` }];
  if (clock.name === 'fetch') return [{ to: mark < 100 ? ['officer'] : ['officer', 'leader'], sentence: `还没人去学校接${nickname}，请马上看。` }];
  const last = ladder?.[ladder.length - 1];
  if (!ladder || !last) return [];
  const reached = ladder.filter(({ minute }) => (minute / last.minute) * 100 <= mark);
  const rung = reached[reached.length - 1];
  return rung ? sentencesOf(rung, nickname) : [];
}

function sentencesOf({ to, words, family }: Rung, nickname: string): readonly Told[] {
  return [...(family ? [{ to: ['guardians'] as const, sentence: family(nickname) }] : []), ...(to.length > 0 ? [{ to, sentence: `${nickname}${words}。` }] : [])];
}

/** The rung that is due by now, as staff see it on the board. */
export function rungDue(ladder: readonly Rung[], minutesOver: number): string | undefined {
  const reached = ladder.filter(({ minute }) => minute <= minutesOver);
  return reached[reached.length - 1]?.words;
}
