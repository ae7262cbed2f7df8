/** What `dispute.board` answers in tests of the board: two mediators and an office that are late, and a month with few of some. */
import type { DisputeBoard } from '../../typings/contract/dispute-board';
import { now } from './home-answers';

const HOUR = 3_600_000;

export const someBoard: DisputeBoard = {
  now,
  month: '2026-03',
  open: 23,
  overdue: 8,
  red: 2,
  openedThisMonth: 9,
  stuck: [
    {
      who: '丁调解员',
      count: 7,
      disputes: [
        { id: 'case-1', number: '桂花27', state: 'assigned', place: '桐花苑 3号楼', next: { what: '约时间', who: '调解员', dueAt: now - 26 * HOUR, isOverdue: true } },
        { id: 'case-2', number: '兰花8', state: 'mediating', place: '桐花苑 7号楼', next: { what: '谈出结果', who: '双方和调解员', dueAt: now - HOUR, isOverdue: true } },
      ],
    },
    { who: '城管', count: 1, disputes: [{ id: 'case-3', number: '桂花5', state: 'transferred', place: '澄光商街', next: { what: '等接手单位答复', who: '接手单位', dueAt: now - HOUR, isOverdue: true } }] },
  ],
  told: 21,
  before: { told: 17, resolved: { part: 10, whole: 14 }, onTheSpot: { part: 3, whole: 17 }, replied: { part: 9, whole: 9 }, contested: { part: 1, whole: 2 } },
  resolved: { part: 12, whole: 15 },
  onTheSpot: { part: 0, whole: 21 },
  replied: { part: 2, whole: 2 },
  contested: { part: 0, whole: 0 },
  settledAt: [{ level: 'grid', count: 6 }, { level: 'community', count: 2 }],
  hours: [{ state: 'submitted', hours: 1.5, count: 20 }, { state: 'mediating', hours: 60, count: 4 }, { state: 'transferred', hours: 9, count: 2 }],
};
