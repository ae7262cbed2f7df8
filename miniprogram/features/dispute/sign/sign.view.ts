/** 签约定: the agreement as it can be read aloud, and how this reader may sign it. */
import type { AgreementView, ClauseInput, DisputeView, PartyView, Side, Track } from '../../../../typings/contract/dispute';
import type { MediaView } from '../../../../typings/contract/media';
import { formLabels, sideLabels } from '../../../domain/dispute/labels';
import { spokenClauseDay } from '../../../domain/dispute/next';
import { spokenTime } from '../../../domain/time/format';
import { occurrenceLines } from '../components/occurrence-fields/occurrence-fields.view';

/** `sign`: with the finger. `agree`: the same, for what was agreed by word. `paper`: not here. `signed`: done. `none`: nothing to sign. */
export type Way = 'sign' | 'agree' | 'paper' | 'signed' | 'none';

export interface SignView {
  readonly title: string;
  readonly number: string;
  readonly facts: string;
  readonly clauses: readonly { readonly order: string; readonly who: string; readonly what: string; readonly byDay: string; readonly proof: string }[];
  readonly unsettled: string;
  /** `时间：…`, `争在哪里：…`, `各自的责任：…`, `一式 3 份`. */
  readonly more: readonly string[];
  /** The handwriting that it was typed from. */
  readonly photos: readonly MediaView[];
  readonly signatures: readonly { readonly who: string; readonly state: string; readonly isSigned: boolean }[];
  readonly way: Way;
  readonly side: Side;
  readonly digest: string;
  /** Why, or what happens next; under the heading of the way. */
  readonly note: string;
  readonly action: string;
}

const hows = { phone: '在手机上签了', paper: '在纸上签了', spoken: '当面说同意' } as const;

export function signView(dispute: DisputeView): SignView | null {
  const { number, agreement, parties, now, track } = dispute;
  if (!agreement) return null;
  const { form, facts, clauses, unsettled, occurrence, disputed, responsibility, copies, digest, signedBy, paperOnly } = agreement;
  const way = wayOf(dispute);
  return {
    title: formLabels[form],
    number,
    facts,
    clauses: clauses.map((clause, index) => clauseOf(clause, index, parties, now)),
    unsettled: unsettled ?? '',
    signatures: [
      ...parties.map((party) => {
        const signature = signedBy.find(({ side }) => side === party.side);
        return { who: nameOf(party, parties), state: signature ? `${spokenTime(signature.at, now)} ${hows[signature.how]}` : '还没签', isSigned: signature !== undefined };
      }),
      ...sealRow(agreement, now),
    ],
    photos: agreement.photos,
    more: [...(occurrence ? occurrenceLines(occurrence) : []), ...(disputed === undefined ? [] : [`争在哪里：${disputed}`]), ...(responsibility === undefined ? [] : [`各自的责任：${responsibility}`]), ...(copies === undefined ? [] : [`一式 ${copies} 份`])],
    way,
    side: parties.find(({ isMe }) => isMe)?.side ?? 'applicant',
    digest,
    note: way === 'paper' ? (paperOnly ?? '') : noteOf(track)[way],
    action: form === 'oral' ? '我同意' : '确认签字',
  };
}

/** By the article that binds them to it. */
function noteOf(track: Track | undefined): Readonly<Record<Exclude<Way, 'paper'>, string>> {
  const basis = track === 'security' ? '公安机关办理行政案件程序规定 第184条' : '人民调解法 第31条';
  return {
    sign: `每一条都愿意，再签。签了以后双方都要照着做（${basis}）；不愿意，可以不签，接着谈。`,
    agree: `每一条都愿意，再签个名表示同意。说好了就要照着做（${basis}）；不愿意，可以接着谈。`,
    signed: '您签过了。双方都签好，调解员签字盖章，约定就开始算数。',
    none: '这份约定现在不用您签。',
  };
}

function wayOf({ agreement, parties, moves, state }: DisputeView): Way {
  const me = parties.find(({ isMe }) => isMe);
  if (!me || !agreement || state !== 'mediating' || !moves.includes('sign')) return me?.hasSigned ? 'signed' : 'none';
  if (me.hasSigned) return 'signed';
  if (agreement.paperOnly !== undefined) return 'paper';
  return agreement.form === 'oral' ? 'agree' : 'sign';
}

/** Without the mediator's signature and the seal a written one does not hold (人民调解法 第29条; 程序规定 第184条). */
function sealRow({ form, effectiveAt }: AgreementView, now: number): SignView['signatures'] {
  if (form === 'oral') return [];
  return [{ who: '调解员签字盖章', state: effectiveAt === undefined ? '还没盖' : `${spokenTime(effectiveAt, now)} 生效`, isSigned: effectiveAt !== undefined }];
}

function clauseOf({ side, what, byDay, proof }: ClauseInput, index: number, parties: readonly PartyView[], now: number): SignView['clauses'][number] {
  const party = parties.find((each) => each.side === side);
  return { order: `第${index + 1}条`, who: party ? nameOf(party, parties) : sideLabels[side], what, byDay: spokenClauseDay(byDay, now), proof };
}

function nameOf({ isMe, name }: PartyView, parties: readonly PartyView[]): string {
  if (!parties.some((each) => each.isMe)) return name;
  return `${isMe ? '您' : '对方'}（${name}）`;
}
