/** 隐患 hazards: who is told what after a move. Nobody who told of one is named, and nothing that would give him away. */
import type { HazardMove } from '../../../typings/contract/hazard';
import type { DueMark } from '../case/clock';
import type { HazardClock, HazardFacts } from './facts';

/** Somebody by what they are to the hazard. */
export type Audience = 'finder' | 'responsible' | 'officer' | 'gridWorker' | 'leader';

export interface Told {
  readonly to: readonly Audience[];
  readonly sentence: string;
}

const sayings: Readonly<Partial<Record<HazardMove, (facts: HazardFacts) => readonly Told[]>>> = {
  find: ({ number, place, isDangerNow }) => [{ to: ['officer'], sentence: `${number}：${place.text}有人报了隐患，${isDangerNow ? '说现在就有危险，请马上看' : '等您看'}。` }],
  advise: ({ number }) => [
    { to: ['finder', 'officer'], sentence: `${number}：已经提醒对方整改。` },
    { to: ['responsible'], sentence: `${number}：警务室提醒您有隐患要整改，点开看是哪几项。` },
  ],
  order: ({ number }) => [
    { to: ['finder'], sentence: `${number}：已经要求对方限期整改。` },
    { to: ['responsible'], sentence: `${number}：警务室要求您限期整改隐患，点开看是哪几项、哪天前。` },
  ],
  dismiss: ({ number }) => [{ to: ['finder'], sentence: `${number}：看过了，不算隐患，点开看为什么。` }],
  bind: ({ number }) => [{ to: ['officer', 'gridWorker'], sentence: `${number}：责任人打开了邀请，会自己说整改得怎样。` }],
  present: ({ number }) => [
    { to: ['finder'], sentence: `${number}：对方说整改好了，会换一个人去复查。` },
    { to: ['officer', 'gridWorker'], sentence: `${number}：整改好了，等复查。` },
  ],
  close: ({ number }) => [{ to: ['finder', 'responsible'], sentence: `${number}：复查过了。` }],
  sendBack: ({ number }) => [{ to: ['finder', 'responsible', 'officer'], sentence: `${number}：复查没全过，还要整改。` }],
  escalate: ({ number, department = '' }) => [{ to: ['finder', 'responsible', 'leader'], sentence: `${number}：已转给${department}。` }],
};

export function messagesAfter(move: HazardMove, facts: HazardFacts): readonly Told[] {
  return sayings[move]?.(facts) ?? [];
}

const duties: Readonly<Record<HazardClock, string>> = { look: '去看', rectify: '整改好', recheck: '复查' };

/** 50 % → whoever has it, 80 % → the leader as well, 100 % → both again. */
export function remindersAt({ clock, mark }: DueMark<HazardClock>, { number }: HazardFacts): readonly Told[] {
  const owners: readonly Audience[] = clock.name === 'rectify' ? ['responsible', 'officer'] : ['officer'];
  const said = mark === 100 ? '已过了说好的时间' : mark === 50 ? '时间过半' : '快到时间了';
  return [{ to: mark === 50 ? owners : [...owners, 'leader'], sentence: `${number}：${said}，还没有${duties[clock.name]}。` }];
}
