/** 更新进展: what can be recorded now, what each asks for, and what is sent. Pure. */
import { disputePage } from '../../../components/dispute-card/dispute-card.view';
import type { ActionName, InputOf } from '../../../../typings/contract/actions';
import type { Channel, DisputeMove, DisputeView, MediatorChoice, PartyView, PersonInput, Side } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { attached, photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { whyApart } from '../../../domain/dispute/guards';
import { channelLabels, channels, sideLabels } from '../../../domain/dispute/labels';
import { spokenClauseDay } from '../../../domain/dispute/next';
import { reaching } from '../../../domain/dispute/policy';
import { obstacleOf } from '../../../domain/dispute/on-the-spot';
import { phonePattern } from '../../../domain/identity/policy';
import { DAY, HOUR, MINUTE, startOfDay } from '../../../domain/time/format';

/** Recorded on this page. */
export type Deed = 'reached' | 'missed' | 'accept' | 'assign' | 'kept' | 'broken' | 'supervised' | 'fail' | 'refuse' | 'correct' | 'unreachable' | 'withdraw' | 'contact' | 'note';
/** Done on a page of its own. */
type Way = 'triage' | 'invite' | 'settle' | 'calendar' | 'session' | 'agreement' | 'seal' | 'followup';

interface Offer {
  readonly value: Deed | Way;
  readonly move: DisputeMove;
  readonly label: string | ((dispute: DisputeView) => string);
  readonly icon: string;
  readonly isWay?: true;
  readonly when?: (dispute: DisputeView) => boolean;
  /** It brings both together, which danger forbids. */
  readonly isMeeting?: true;
}

/** In the order in which things go; what ends or corrects a dispute comes last. */
const offers: readonly Offer[] = [
  { value: 'triage', move: 'triage', label: '分流定级', icon: 'fork', isWay: true, when: ({ state }) => state === 'submitted' },
  { value: 'settle', move: 'settle', label: '当场说和', icon: 'thumb-up', isWay: true, when: (dispute) => obstacleOf(dispute) === '' },
  { value: 'contact', move: 'contact', label: '单独联系过了', icon: 'call', when: (dispute) => whyApart(dispute) !== '' },
  { value: 'reached', move: 'invite', label: '联系上了', icon: 'call', isMeeting: true },
  { value: 'missed', move: 'invite', label: '没联系上', icon: 'call-off', isMeeting: true },
  { value: 'invite', move: 'invite', label: '邀请对方', icon: 'mail', isWay: true, isMeeting: true, when: ({ invitation }) => invitation?.isBound !== true },
  { value: 'invite', move: 'letIn', label: '请对方用手机看', icon: 'mail', isWay: true, when: ({ parties, invitation }) => parties.some(({ side, hasAccount }) => side === 'respondent' && hasAccount === false) && invitation?.isBound !== true },
  { value: 'accept', move: 'accept', label: '对方愿意谈', icon: 'check-circle', isMeeting: true },
  { value: 'assign', move: 'assign', label: '请谁调解', icon: 'user-add' },
  { value: 'calendar', move: 'schedule', label: ({ state }) => (state === 'scheduled' ? '改时间' : '约好了'), icon: 'calendar', isWay: true, isMeeting: true },
  { value: 'session', move: 'sit', label: '开始谈', icon: 'chat', isWay: true, isMeeting: true },
  { value: 'session', move: 'adjourn', label: '谈过一次', icon: 'chat', isWay: true },
  { value: 'agreement', move: 'draft', label: ({ agreement }) => (agreement ? '看约定和签字' : '谈成了'), icon: 'file', isWay: true },
  { value: 'seal', move: 'seal', label: '签字盖章', icon: 'edit', isWay: true },
  { value: 'kept', move: 'prove', label: '有一条做到了', icon: 'check-circle', when: ({ agreement }) => agreement?.clauses.some(({ state }) => state !== 'kept') ?? false },
  { value: 'broken', move: 'default', label: '有一条没做到', icon: 'error-circle' },
  { value: 'supervised', move: 'supervise', label: '督促过了', icon: 'notification', when: ({ agreement }) => agreement?.clauses.some(({ state }) => state === 'broken') ?? false },
  { value: 'followup', move: 'close', label: '回访', icon: 'service', isWay: true },
  { value: 'note', move: 'note', label: '记一笔', icon: 'edit' },
  { value: 'fail', move: 'fail', label: '没谈成', icon: 'close-circle' },
  { value: 'unreachable', move: 'unreachable', label: '一直联系不上', icon: 'call-off', when: ({ contactTries }) => contactTries >= reaching.tries },
  { value: 'refuse', move: 'refuse', label: '有一方不愿意', icon: 'close-circle', when: ({ moves }) => !moves.includes('fail') },
  { value: 'withdraw', move: 'withdraw', label: '申请人要撤回', icon: 'rollback' },
  { value: 'triage', move: 'decline', label: '改分流，或不办', icon: 'fork', isWay: true },
  { value: 'correct', move: 'correctRespondent', label: '换了对方', icon: 'swap' },
];

/** Only what the table allows this person now, and danger does not forbid. */
export function tilesOf(dispute: DisputeView): Choice[] {
  const isBarred = whyApart(dispute) !== '';
  return offers
    .filter(({ move, when, isMeeting }) => dispute.moves.includes(move) && when?.(dispute) !== false && !(isBarred && isMeeting))
    .map(({ value, label, icon }) => ({ value, icon, label: typeof label === 'string' ? label : label(dispute) }));
}

/** The page on which it is done, or nothing when it is done here. */
export function pageOf(value: string, id: string): string | undefined {
  const way = offers.find((offer) => offer.value === value)?.isWay;
  return way && disputePage(value, id);
}

export interface ProgressForm {
  deed: Deed | '';
  channel: Channel;
  words: string;
  name: string;
  phone: string;
  /** The respondent's name or phone is to be put right. */
  hasNews: boolean;
  side: Side | '';
  hasAgreed: boolean;
  isNoticeRead: boolean;
  mediatorId: string;
  /** The position of a clause, as a tile's value. */
  clause: string;
  undisputed: string;
  /** Both agreed that what is undisputed be noted. */
  hasBothAgreed: boolean;
  isInternal: boolean;
  photos: KeptPhoto[];
  /** When the respondent said yes on the telephone: days ago, and `18:30`. */
  heardDay: string;
  heardTime: string;
}

export const emptyForm: ProgressForm = {
  deed: '', channel: 'call', words: '', name: '', phone: '', hasNews: false, side: '', hasAgreed: false, isNoticeRead: false,
  mediatorId: '', clause: '', undisputed: '', hasBothAgreed: false, isInternal: false, photos: [], heardDay: '0', heardTime: '',
}; // prettier-ignore

/** What the form shows for one deed. */
export interface Asked {
  readonly title: string;
  readonly action: string;
  readonly isFinal: boolean;
  readonly note: string;
  readonly words: string;
  readonly placeholder: string;
  readonly quick: readonly string[];
  readonly channel: boolean;
  readonly person: boolean;
  /** Which clause it is about. */
  readonly clause: boolean;
  /** On which day somebody with an account said yes on the telephone; empty when nobody is asked that. */
  readonly heard: readonly { readonly value: string; readonly label: string }[];
  /** The respondent is known, so the fields show only when something changed. */
  readonly isKnown: boolean;
}

type Wanted = Partial<Asked> & Pick<Asked, 'title'>;

const asked: Readonly<Record<Deed, Wanted>> = {
  reached: { title: '联系上了', channel: true, words: '对方怎么说', quick: ['说明了来意，对方要想想', '对方愿意谈', '约了再打'], person: true },
  missed: { title: '没联系上', channel: true, words: '什么情况', quick: ['没人接', '关机', '敲门没人应', '贴了门条'], person: true },
  accept: { title: '对方愿意谈', action: '双方都愿意，开始调解', note: '念给双方听，听明白了再记。从今天起30天内谈出结果。' },
  assign: { title: '请谁调解', action: '就请这位', note: '先问过双方想请谁，没有主意再推荐。' },
  kept: { title: '哪一条做到了', clause: true, words: '怎么做到的', placeholder: '例如 转账截图看过了' },
  broken: { title: '哪一条没做到', clause: true, words: '什么情况', placeholder: '例如 说手头紧，要晚一周', note: '警务室会督促，双方也会知道。' },
  supervised: { title: '督促的是哪一条', clause: true, words: '怎么督促的', placeholder: '例如 上门催过，说周日做', note: '人民调解法 第31条：没做到的，调解委员会要督促。双方都会看到。' },
  fail: { title: '没谈成', action: '记下，结束调解', isFinal: true, words: '为什么没谈成' },
  refuse: { title: '有一方不愿意', action: '记下，结束调解', isFinal: true, words: '为什么不愿意，可以不写', note: '调解要双方自愿，记下后马上停，双方会看到还有哪些办法。' },
  withdraw: { title: '申请人要撤回', action: '记下，撤回', isFinal: true, words: '他怎么说，可以不写', note: '只有申请人自己能撤回（人民调解法 第23条）。记下后这件事不再办，约好的时间也取消，双方都会知道。' },
  correct: { title: '换了对方', words: '为什么换', placeholder: '例如 房子已经转租', person: true, note: '原来的对方会退出，重新联系新的对方。' },
  unreachable: { title: '一直联系不上', action: '记下，到此为止', isFinal: true, words: '怎么联系过', placeholder: '几时、用什么办法、有没有人应', note: '这次到此为止，申请人会看到还有哪些办法。您写的只有工作人员看得到。' },
  contact: { title: '单独联系过了', words: '怎么联系的，人安不安全', placeholder: '例如：已单独见面，住到妹妹家了', note: '不要让两个人碰面。对方看不到。' },
  note: { title: '记一笔', words: '写什么', placeholder: '看到的、听到的、答应了的' },
};

/** The respondent has an account and has not said yes there: what was said on the telephone is written down. */
function mustBeHeard({ parties }: DisputeView): boolean {
  return parties.some(({ side, hasAccount, hasConsented }) => side === 'respondent' && hasAccount === true && !hasConsented);
}

const byTelephone = {
  heard: ['今天', '昨天', '前天'].map((label, daysAgo) => ({ value: String(daysAgo), label })),
  words: '电话里他怎么说',
  placeholder: '例如：愿意谈，周六有空',
  note: '对方自己有账号，最好请他在手机上点“我愿意谈”。他是在电话里说的，请写明几点、怎么说的。',
};

export function askedOf(deed: Deed | '', dispute: DisputeView): Asked | null {
  if (deed === '') return null;
  const isAccount = deed === 'accept' && mustBeHeard(dispute);
  const isKnown = deed !== 'correct' && dispute.parties.some(({ side }) => side === 'respondent');
  return { action: '记下', isFinal: false, note: '', words: '', placeholder: '', quick: [], channel: false, person: false, clause: false, heard: [], isKnown, ...asked[deed], ...(isAccount && byTelephone) };
}

export const channelChips = channels.map((value) => ({ value, label: channelLabels[value] }));

export function sideTiles({ parties }: DisputeView): Choice[] {
  return parties.map(({ side, name }) => ({ value: side, label: name, note: sideLabels[side] }));
}

/** The respondent's name as it stands: a new number goes under it. */
export function knownName(parties: readonly PartyView[]): string {
  return parties.find(({ side }) => side === 'respondent')?.name ?? '';
}

/** Clauses that are still open, with those that were broken where it is about them: kept late, or urged. The value is the position. */
export function clauseTiles({ agreement, parties, now }: DisputeView, deed: Deed | '' = ''): Choice[] {
  const states = { kept: ['open', 'broken'], supervised: ['broken'] }[deed as string] ?? ['open'];
  const nameOf = (side: Side) => parties.find((party) => party.side === side)?.name ?? sideLabels[side];
  return (agreement?.clauses ?? []).flatMap(({ side, what, byDay, state }, position) =>
    states.includes(state) ? [{ value: String(position), label: `${nameOf(side)} ${what}`, note: spokenClauseDay(byDay, now) }] : [],
  );
}

export function mediatorTiles(mediators: readonly MediatorChoice[]): Choice[] {
  return mediators.map(({ id, name, about, openCases }) => ({ value: id, label: name, note: `${about} · 手上${openCases}件` }));
}

/** What is wrong with which field. */
export function problemsOf(form: ProgressForm, dispute: DisputeView): Record<string, string> {
  const { deed } = form;
  const wants = askedOf(deed, dispute);
  const hasPerson = wants?.person === true && (!wants.isKnown || form.hasNews);
  const checks: readonly (readonly [string, boolean, string])[] = [
    ['clause', wants?.clause === true && form.clause === '', '请选是哪一条。'],
    ['side', (deed === 'refuse' || deed === 'contact') && form.side === '', deed === 'contact' ? '请选联系的是哪一方。' : '请选是哪一方不愿意。'],
    ['mediatorId', deed === 'assign' && form.mediatorId === '', '请选一位调解员。'],
    ['words', wants?.words !== '' && deed !== 'refuse' && deed !== 'withdraw' && isBlank(form.words), '请写一两句。'], // nobody owes a reason for saying no
    ['name', hasPerson && isBlank(form.name), '请写对方怎么称呼。'],
    ['phone', hasPerson && !isBlank(form.phone) && !phonePattern.test(compact(form.phone)), '电话不对，请填11位手机号，或带区号的座机。'],
    ['hasAgreed', deed === 'accept' && !form.hasAgreed, '要双方都愿意，才能开始调解。'],
    ['hasBothAgreed', deed === 'fail' && !isBlank(form.undisputed) && !form.hasBothAgreed, '没有争议的事实，要双方都同意才能记。'],
    ['heard.at', deed === 'accept' && mustBeHeard(dispute) && form.heardTime === '', '请选几点打的电话。'],
    ['isNoticeRead', deed === 'accept' && !form.isNoticeRead, '请先把权利和义务念给双方听。'],
    ['photos', photoProblem(form.photos) !== '', photoProblem(form.photos)],
  ];
  return Object.fromEntries(checks.filter(([, isWrong]) => isWrong).map(([field, , sentence]) => [field, sentence]));
}

/** One call, with its own kind of input. */
export type Sending = { [A in ActionName]: { readonly action: A; readonly input: InputOf<A> } }[ActionName];

/** What is sent; call it once `problemsOf` found nothing. `isApplicantAsked`: of the rest of a partial agreement, which the applicant did not file. */
export function sendingOf(id: string, form: ProgressForm, isApplicantAsked = false, now = 0): Sending {
  const words = form.words.trim();
  const photos = attached(form.photos);
  switch (form.deed) {
    case 'reached':
    case 'missed':
      return { action: 'dispute.invite', input: { id, channel: form.channel, isReached: form.deed === 'reached', words, ...(!isBlank(form.name) && { respondent: personOf(form) }) } };
    case 'accept':
      return { action: 'dispute.accept', input: { id, hasRespondentAgreed: form.hasAgreed, isRightsNoticeRead: form.isNoticeRead, ...(isApplicantAsked && { hasApplicantAgreed: form.hasAgreed }), ...(form.heardTime !== '' && { heard: { at: heardAt(form, now), words } }) } };
    case 'assign':
      return { action: 'dispute.assign', input: { id, mediatorId: form.mediatorId } };
    case 'kept':
      return { action: 'dispute.prove', input: { id, clause: Number(form.clause), words, ...photos } };
    case 'broken':
      return { action: 'dispute.default', input: { id, clause: Number(form.clause), words } };
    case 'supervised':
      return { action: 'dispute.supervise', input: { id, clause: Number(form.clause), words } };
    case 'fail':
      return { action: 'dispute.fail', input: { id, reason: words, ...(!isBlank(form.undisputed) && { undisputed: form.undisputed.trim(), haveBothAgreed: form.hasBothAgreed }) } };
    case 'refuse':
      return { action: 'dispute.refuse', input: { id, side: form.side || 'respondent', ...reasonOf(words) } };
    case 'correct':
      return { action: 'dispute.correctRespondent', input: { id, respondent: personOf(form), reason: words } };
    case 'withdraw':
      return { action: 'dispute.withdraw', input: { id, isForApplicant: true, ...reasonOf(words) } };
    case 'contact':
      return { action: 'dispute.contact', input: { id, words, ...(form.side === 'respondent' && { side: form.side }) } };
    case 'unreachable':
      return { action: 'dispute.unreachable', input: { id, words } };
    default:
      return { action: 'dispute.note', input: { id, words, isInternal: form.isInternal, ...photos } };
  }
}

function heardAt({ heardDay, heardTime }: ProgressForm, now: number): number {
  const [hour = 0, minute = 0] = heardTime.split(':').map(Number);
  return startOfDay(now) - Number(heardDay) * DAY + hour * HOUR + minute * MINUTE;
}

/** Nobody owes a reason. */
function reasonOf(words: string): { reason?: string } {
  return words === '' ? {} : { reason: words };
}

function personOf({ name, phone }: ProgressForm): PersonInput {
  return { name: name.trim(), ...(!isBlank(phone) && { phone: compact(phone) }) };
}

function compact(phone: string): string {
  return phone.replace(/[\s-]/g, '');
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
