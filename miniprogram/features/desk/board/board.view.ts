/** 所里看板: four numbers, with whom things are stuck, and rates that show what they are a part of. Pure. */
import type { DisputeBoard, Rate, SettledLevel, StuckWith } from '../../../../typings/contract/dispute-board';
import { storyPage } from '../../../components/dispute-card/dispute-card.view';
import { dueWords } from '../../../components/next-step/next-step.view';
import { stateLabels } from '../../../domain/dispute/labels';
import { dayKey, duration, HOUR } from '../../../domain/time/format';

/** Fewer cases say nothing, and would say who. */
const fewest = 3;
/** So far one may look back. */
const mostMonths = 12;

export interface BoardFigure {
  readonly label: string;
  readonly value: number;
  readonly note: string;
  readonly shape: string;
  readonly tone: 'brand' | 'danger' | 'plain';
}

export interface StuckCase {
  readonly id: string;
  readonly number: string;
  readonly what: string;
  readonly due: string;
  readonly page: string;
}

export interface StuckGroup {
  readonly who: string;
  readonly count: number;
  readonly cases: readonly StuckCase[];
  /** Those that are not listed. */
  readonly others: number;
}

/** A rate in words, or why there is none. */
export interface RateRow {
  readonly label: string;
  readonly about: string;
  /** `12/15 件 80%` */
  readonly figure: string;
  readonly isCounted: boolean;
  /** Of the bar; 0 draws none. */
  readonly percent: number;
  readonly tone: 'ok' | 'danger';
  /** `上个月 10/14 件 71%`; empty where there is nothing to compare. */
  readonly before: string;
}

export interface BoardView {
  readonly figures: readonly BoardFigure[];
  readonly stuck: readonly StuckGroup[];
  readonly month: string;
  /** The neighbouring months, as they are asked for; empty when there is none. */
  readonly earlier: string;
  readonly later: string;
  /** `21 件，上个月 17 件`. */
  readonly told: string;
  /** Cases of this month still go on: what it says of them will change. */
  readonly isUnderWay: boolean;
  readonly rates: readonly RateRow[];
  readonly levels: readonly RateRow[];
  readonly hours: readonly { readonly state: string; readonly mean: string; readonly count: string }[];
}

const levelLabels: Readonly<Record<SettledLevel, string>> = { grid: '网格里', policeGrid: '警格里', community: '社区里', street: '街道里', station: '所里' };

export function boardView(board: DisputeBoard): BoardView {
  const { now, month, stuck, told, resolved, onTheSpot, replied, contested, before, settledAt, hours } = board;
  const settled = settledAt.reduce((sum, { count }) => sum + count, 0);
  return {
    figures: figuresOf(board),
    stuck: stuck.map((group) => stuckGroup(group, now)),
    month: spokenMonth(month),
    earlier: month > monthsAfter(monthOf(now), -mostMonths) ? monthsAfter(month, -1) : '',
    later: month < monthOf(now) ? monthsAfter(month, 1) : '',
    told: `${told} 件，上个月 ${before.told} 件`,
    isUnderWay: month === monthOf(now),
    rates: [
      rateRow('化解率', '双方都愿意谈的，谈成并且做到了', resolved, before.resolved),
      rateRow('当场说好', '说来的事，当场就说和了', onTheSpot, before.onTheSpot),
      rateRow('对方答复', '联系过的人，有了答复', replied, before.replied),
      rateRow('说没解决', '办完的事，又有人说没解决', contested, before.contested, 'danger'),
    ],
    levels: settled < fewest ? [] : settledAt.map(({ level, count }) => rateRow(levelLabels[level], '', { part: count, whole: settled })),
    hours: hours.filter(({ count }) => count >= fewest).map(({ state, hours: mean, count }) => ({ state: stateLabels[state], mean: duration(mean * HOUR), count: `${count} 件` })),
  };
}

function figuresOf({ open, overdue, red, openedThisMonth, now }: DisputeBoard): BoardFigure[] {
  return [
    { label: '在办', value: open, note: '现在', shape: '', tone: 'brand' },
    { label: '超时', value: overdue, note: `共 ${open} 件在办`, shape: '', tone: overdue > 0 ? 'danger' : 'plain' },
    { label: '紧急', value: red, note: `共 ${open} 件在办`, shape: '■', tone: red > 0 ? 'danger' : 'plain' },
    { label: '本月新说', value: openedThisMonth, note: spokenMonth(monthOf(now)), shape: '', tone: 'plain' },
  ];
}

function stuckGroup({ who, count, disputes }: StuckWith, now: number): StuckGroup {
  return {
    who,
    count,
    cases: disputes.map(({ id, number, state, place, next }) => ({
      id,
      number,
      what: `${place} · ${next?.what ?? stateLabels[state]}`,
      due: next?.dueAt === undefined ? '' : dueWords(next.dueAt, now, next.isOverdue),
      page: storyPage(id),
    })),
    others: count - disputes.length,
  };
}

/** With what it was the month before, where both are enough to be compared. */
function rateRow(label: string, about: string, rate: Rate, last?: Rate, tone: RateRow['tone'] = 'ok'): RateRow {
  const { whole } = rate;
  if (whole < fewest) return { label, about, figure: whole === 0 ? '还没有' : `不到 ${fewest} 件，先不算`, isCounted: false, percent: 0, tone, before: '' };
  return { label, about, figure: rateWords(rate), isCounted: true, percent: percentOf(rate), tone, before: last && last.whole >= fewest ? `上个月 ${rateWords(last)}` : '' };
}

/** `12/15 件 80%` */
function rateWords(rate: Rate): string {
  return `${rate.part}/${rate.whole} 件 ${percentOf(rate)}%`;
}

function percentOf({ part, whole }: Rate): number {
  return Math.round((part / whole) * 100);
}

/** `2026年11月` */
function spokenMonth(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
}

function monthOf(at: number): string {
  return dayKey(at).slice(0, 7);
}

function monthsAfter(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
}
