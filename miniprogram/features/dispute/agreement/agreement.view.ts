/** 写约定: the form, what is missing, how it reads aloud, and who still signs. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { AgreementForm, AgreementView, ClauseInput, DisputeView, PartyView, Side, Track } from '../../../../typings/contract/dispute';
import { attached, photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { emptyOccurrence, occurrenceFormOf, occurrenceLines, occurrenceOf, occurrenceProblems, type OccurrenceForm } from '../components/occurrence-fields/occurrence-fields.view';
import { agreementForms, formLabels, sideLabels } from '../../../domain/dispute/labels';
import { momentOfDay, monthAndDay, spokenTime, startOfDay } from '../../../domain/time/format';

export interface DraftForm {
  form: AgreementForm;
  facts: string;
  clauses: ClauseInput[];
  unsettled: string;
  /** What else 人民调解法 第29条 lets it say; folded until it is wanted. */
  isFull: boolean;
  disputed: string;
  responsibility: string;
  /** `2`, `3`, `4`; empty for what is not said. */
  copies: string;
  /** Handwriting that is typed up here. */
  photos: KeptPhoto[];
  /** Where police mediate: when and where it happened, and why (程序规定 第184条). */
  occurrence: OccurrenceForm;
}

export const emptyForm: DraftForm = { form: 'written', facts: '', clauses: [], unsettled: '', isFull: false, disputed: '', responsibility: '', copies: '', photos: [], occurrence: emptyOccurrence };

export const copyChips = ['2', '3', '4'].map((value) => ({ value, label: `${value} 份` }));

const formNotes: Readonly<Record<AgreementForm, string>> = { written: '双方签字', oral: '小事，双方说了就算', partial: '先定能定的' };
/** What police mediated is always written (程序规定 第184条). */
export function formTilesFor({ track }: Pick<DisputeView, 'track'>) {
  return agreementForms.filter((value) => track !== 'security' || value !== 'oral').map((value) => ({ value, label: formLabels[value], note: formNotes[value] }));
}

/** What is on the table when the page opens: the text that was drafted before, else the story as the facts. */
export function formOf({ agreement, story, place }: DisputeView): DraftForm {
  const occurrence = occurrenceFormOf(agreement?.occurrence, place);
  if (!agreement) return { ...emptyForm, facts: story, occurrence };
  const { form, facts, clauses, unsettled = '', disputed = '', responsibility = '', copies } = agreement;
  const isFull = disputed !== '' || responsibility !== '' || copies !== undefined;
  return { ...emptyForm, occurrence, form, facts, unsettled, isFull, disputed, responsibility, copies: copies === undefined ? '' : String(copies), clauses: clauses.map(({ side, what, byDay, proof }) => ({ side, what, byDay, proof })) };
}

function nameOf(parties: readonly PartyView[], side: Side): string {
  return parties.find((party) => party.side === side)?.name ?? sideLabels[side];
}

/** What is wrong with which field; clauses as `clauses.0.what`. */
export function problemsOf({ form, facts, clauses, unsettled, photos, occurrence }: DraftForm, now: number, track?: Track): Record<string, string> {
  const problems: Record<string, string> = track === 'security' ? occurrenceProblems(occurrence, now) : {};
  if (isBlank(facts)) problems.facts = '请写明是怎么回事、争的是什么。';
  if (clauses.length === 0) problems.clauses = '至少写一条约定：谁、做什么、哪天前、怎么算做到。';
  clauses.forEach(({ what, byDay, proof }, position) => {
    const add = (field: string, sentence: string) => (problems[`clauses.${position}.${field}`] = `第${position + 1}条${sentence}`);
    if (isBlank(what)) add('what', '还没写做什么。');
    else if (what.includes('＿')) add('what', '还有空没填。');
    if (!(momentOfDay(byDay) >= startOfDay(now))) add('byDay', '的日子要从今天往后。');
    if (isBlank(proof)) add('proof', '还没写怎么算做到。');
  });
  if (form === 'partial' && isBlank(unsettled)) problems.unsettled = '只谈成一部分的，请写明还有哪些没谈成。';
  if (photoProblem(photos) !== '') problems.photos = photoProblem(photos);
  return problems;
}

/** It is sent from where it was read to both, so what was typed up was read back. */
export function inputOf(id: string, { form, facts, clauses, unsettled, photos, occurrence, ...more }: DraftForm, track?: Track): InputOf<'dispute.draft'> {
  return {
    id,
    form,
    facts: facts.trim(),
    clauses: clauses.map(({ side, what, byDay, proof }) => ({ side, what: what.trim(), byDay, proof: proof.trim() })),
    ...(form === 'partial' && { unsettled: unsettled.trim() }),
    ...(track === 'security' && { occurrence: occurrenceOf(occurrence) }),
    ...(more.isFull && fullOf(more)),
    ...(photos.length > 0 && { ...attached(photos), isReadBack: true }),
  };
}

function fullOf({ disputed, responsibility, copies }: Pick<DraftForm, 'disputed' | 'responsibility' | 'copies'>): Pick<InputOf<'dispute.draft'>, 'disputed' | 'responsibility' | 'copies'> {
  return {
    ...(!isBlank(disputed) && { disputed: disputed.trim() }),
    ...(!isBlank(responsibility) && { responsibility: responsibility.trim() }),
    ...(copies !== '' && { copies: Number(copies) }),
  };
}

/** How it is read to both: short sentences, one below the other. */
export interface Reading {
  readonly title: string;
  readonly people: string;
  readonly facts: string;
  /** `时间：…`, `争在哪里：…`, `各自的责任：…`, `一式 3 份`. */
  readonly more: readonly string[];
  readonly clauses: readonly { readonly order: string; readonly what: string; readonly proof: string }[];
  readonly unsettled: string;
  readonly end: string;
}

export function readingOf(draft: DraftForm, parties: readonly PartyView[], number: string, track?: Track): Reading {
  const [one, other] = [nameOf(parties, 'applicant'), nameOf(parties, 'respondent')];
  return {
    title: `${number} 的约定`,
    people: `${one}和${other}`,
    facts: draft.facts.trim(),
    more: [...(track === 'security' ? occurrenceLines(occurrenceOf(draft.occurrence)) : []), ...(draft.isFull ? moreOf(draft) : [])],
    clauses: draft.clauses.map(({ side, what, byDay, proof }, position) => ({
      order: `第${position + 1}条`,
      what: `${nameOf(parties, side)}，${monthAndDay(momentOfDay(byDay))}前，${what.trim()}。`,
      proof: `怎么算做到：${proof.trim()}。`,
    })),
    unsettled: draft.form === 'partial' ? draft.unsettled.trim() : '',
    end: draft.form === 'oral' ? '双方都说同意，就算定了，都要照做。' : '双方签字，调解员签名盖章，就算定了，都要照做。',
  };
}

function moreOf({ disputed, responsibility, copies }: DraftForm): string[] {
  const said = [['争在哪里：', disputed], ['各自的责任：', responsibility]] as const;
  return [...said.flatMap(([label, words]) => (isBlank(words) ? [] : [`${label}${words.trim()}`])), ...(copies === '' ? [] : [`一式 ${copies} 份`])];
}

export interface SignerRow {
  readonly side: Side;
  readonly name: string;
  readonly role: string;
  /** `纸上签了 · 今天 16:40`; empty while it is missing. */
  readonly signed: string;
}

const ways: Readonly<Record<'phone' | 'paper' | 'spoken', string>> = { phone: '手机上签了', paper: '纸上签了', spoken: '口头同意了' };

export function signersOf({ signedBy }: AgreementView, parties: readonly PartyView[], now: number): SignerRow[] {
  return parties.map(({ side, name }) => {
    const signature = signedBy.find((each) => each.side === side);
    return { side, name, role: sideLabels[side], signed: signature ? `${ways[signature.how]} · ${spokenTime(signature.at, now)}` : '' };
  });
}

/** How the rest is signed, in a sentence; of many people each must agree too. */
export function signNote({ form, paperOnly }: AgreementView, { groups, track }: Pick<DisputeView, 'groups' | 'track'>): string {
  const missing = groups.flatMap(({ members }) => members).filter(({ hasAgreed }) => !hasAgreed).length;
  if (missing > 0) return `代表签了还不算，还有 ${missing} 人没说同意这份约定，请在“一起办”里记下。`;
  if (paperOnly !== undefined) return paperOnly;
  return form === 'oral' ? '口头约定，双方当面说同意就行。' : `本人打开这件事就能在手机上签；或者在纸上签好，拍下来。给双方的那份，请签上您的名字，盖${track === 'security' ? '派出所' : '调解委员会'}的章。`;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
