/** 司法确认 and 多谈几天 on the story of a dispute: until when, who has asked, what this reader may do. Pure. */
import type { DisputeView, PartyView, Side } from '../../../../../typings/contract/dispute';
import { confirmationLabels } from '../../../../domain/dispute/confirmation';
import { isStaff } from '../../../../domain/dispute/relations';
import { DAY, momentOfDay, monthAndDay } from '../../../../domain/time/format';
import { courtPage, extendPage } from '../../pages';

export interface AskedRow {
  readonly side: Side;
  readonly who: string;
  readonly said: string;
  readonly tone: 'ok' | 'warm';
}

export interface SideCard {
  readonly heading: string;
  readonly note: string;
  readonly rows: readonly AskedRow[];
  /** The way to join in; none when the label is empty. */
  readonly label: string;
  readonly page: string;
}

/** Nothing before it holds, and nothing once the thirty days have gone by unused. */
export function courtCardOf(dispute: DisputeView): SideCard | null {
  const { id, now, confirmation, confirmationBar, confirmationUntil, parties, moves, agreement } = dispute;
  if (agreement?.effectiveAt === undefined) return null;
  const heading = '司法确认';
  if (confirmationBar !== undefined) return { heading, note: confirmationBar, rows: [], label: '', page: '' };
  const state = confirmation?.state ?? 'asked';
  if (state !== 'asked') return { heading, note: answerOf(dispute), rows: [], label: moves.includes('recordConfirmation') && (state === 'applied' || state === 'accepted') ? '记法院的答复' : '', page: courtPage(id) };
  const lastDay = momentOfDay(confirmationUntil ?? '');
  if (!(now < lastDay + DAY)) return null;
  const rows = askedRows(parties, confirmation?.sides ?? [], '申请了');
  return {
    heading,
    note: `${monthAndDay(lastDay)}前，双方可以一起请法院确认这份约定。确认了，有人不做就能直接请法院执行，不用再打官司。`,
    rows,
    label: moves.includes('askConfirmation') ? labelFor(dispute, rows, ['申请司法确认', '一起申请', '替没有账号的一方记']) : '',
    page: courtPage(id),
  };
}

/** While they talk: nobody is pressed to ask, and who was asked sees it. */
export function moreDaysCardOf(dispute: DisputeView): SideCard | null {
  const { id, extension, parties, moves, state } = dispute;
  const asking = extension && extension.sides.length < 2 ? extension : undefined;
  if (!moves.includes('askExtend') || (state !== 'mediating' && !asking)) return null;
  const rows = asking ? askedRows(parties, asking.sides, `想多谈${asking.days}天`) : [];
  const label = labelFor(dispute, rows, ['想多谈几天', '看一看，同意就点', '替没有账号的一方记']);
  if (label === '' && !asking) return null;
  return { heading: '多谈几天', note: '一般30天内谈完；双方都同意，可以再加几天。', rows, label, page: extendPage(id) };
}

/** Each party, and whether it has asked. */
export function askedRows(parties: readonly PartyView[], asked: readonly Side[], words: string): AskedRow[] {
  const isForParty = parties.some(({ isMe }) => isMe);
  return parties.map(({ side, name, isMe }) => {
    const hasAsked = asked.includes(side);
    return { side, who: isForParty ? `${isMe ? '您' : '对方'}（${name}）` : name, said: hasAsked ? words : '还没说', tone: hasAsked ? 'ok' : 'warm' };
  });
}

/** Who may still say so here: a party for itself, staff for who has no account. */
export function stillSilent({ parties, relations }: DisputeView, asked: readonly Side[]): PartyView[] {
  const silent = parties.filter(({ side }) => !asked.includes(side));
  return silent.filter(({ isMe, hasAccount }) => (isStaff(relations) ? hasAccount === false : isMe));
}

function labelFor(dispute: DisputeView, rows: readonly AskedRow[], [first, join, forOther]: readonly [string, string, string]): string {
  const asked = rows.filter(({ tone }) => tone === 'ok').map(({ side }) => side);
  if (stillSilent(dispute, asked).length === 0) return '';
  if (isStaff(dispute.relations)) return forOther;
  return asked.length > 0 ? join : first;
}

function answerOf({ confirmation }: DisputeView): string {
  if (!confirmation) return '';
  const { state, court = '', number } = confirmation;
  return `${confirmationLabels[state]}：${court}${number === undefined ? '' : `，案号 ${number}`}`;
}
