/** 更新进展: what each deed asks for, and what is wrong with it. Pure. */
import type { Channel, DisputeView, MediatorChoice, PartyView, Side } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import { photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { channelLabels, channels, sideLabels } from '../../../domain/dispute/labels';
import { spokenClauseDay } from '../../../domain/dispute/next';
import { phonePattern } from '../../../domain/identity/policy';
import type { Deed } from './progress.offers';

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
  supervised: { title: '督促的是哪一条', clause: true, words: '怎么督促的', placeholder: '例如 上门催过，说周日做', note: '没做到的，调解委员会要督促（人民调解法 第31条）。双方都会看到。' },
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

/** What is said differently where police mediate (程序规定 第179、184、185条). */
const askedByPolice: Partial<Readonly<Record<Deed, string>>> = {
  broken: '双方都会知道。不履行的，要依法处理（公安机关办理行政案件程序规定 第185条）。',
  supervised: '签了的协议要照做（公安机关办理行政案件程序规定 第184条）。双方都会看到。',
  refuse: '有一方明确不愿意的，不适用调解（公安机关办理行政案件程序规定 第179条）。记下后马上停，接下来依法处理。',
  withdraw: '申请人不愿意调解了（公安机关办理行政案件程序规定 第179条）。记下后不再调解，约好的时间也取消；违法的部分依法处理。',
};

export function askedOf(deed: Deed | '', dispute: DisputeView): Asked | null {
  if (deed === '') return null;
  const isAccount = deed === 'accept' && mustBeHeard(dispute);
  const isKnown = deed !== 'correct' && dispute.parties.some(({ side }) => side === 'respondent');
  return { action: '记下', isFinal: false, note: '', words: '', placeholder: '', quick: [], channel: false, person: false, clause: false, heard: [], isKnown, ...asked[deed], ...noteByPolice(deed, dispute), ...(isAccount && byTelephone) };
}

function noteByPolice(deed: Deed, { track }: DisputeView): Partial<Pick<Asked, 'note'>> {
  const note = track === 'security' ? askedByPolice[deed] : undefined;
  return note === undefined ? {} : { note };
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
  return (agreement?.clauses ?? []).flatMap(({ side, what, byDay, state, claimedAt }, position) =>
    states.includes(state) || (deed === 'broken' && state === 'broken' && claimedAt !== undefined) ? [{ value: String(position), label: `${nameOf(side)} ${what}`, note: spokenClauseDay(byDay, now) }] : [],
  );
}

export function mediatorTiles(mediators: readonly MediatorChoice[]): Choice[] {
  return mediators.map(({ id, name, about, openCases }) => ({ value: id, label: name, note: `${about} · 手上${openCases}件` }));
}

type Check = readonly [field: string, isWrong: boolean, sentence: string];

/** What is wrong with which field. */
export function problemsOf(form: ProgressForm, dispute: DisputeView): Record<string, string> {
  const checks = [...wordChecks(form, dispute), ...choiceChecks(form, dispute)];
  return Object.fromEntries(checks.filter(([, isWrong]) => isWrong).map(([field, , sentence]) => [field, sentence]));
}

function wordChecks({ deed, words, name, phone, hasNews, photos }: ProgressForm, dispute: DisputeView): Check[] {
  const wants = askedOf(deed, dispute);
  const hasPerson = wants?.person === true && (!wants.isKnown || hasNews);
  return [
    ['words', wants?.words !== '' && deed !== 'refuse' && deed !== 'withdraw' && isBlank(words), '请写一两句。'], // nobody owes a reason for saying no
    ['name', hasPerson && isBlank(name), '请写对方怎么称呼。'],
    ['phone', hasPerson && !isBlank(phone) && !phonePattern.test(compact(phone)), '电话不对，请填11位手机号，或带区号的座机。'],
    ['photos', photoProblem(photos) !== '', photoProblem(photos)],
  ];
}

function choiceChecks({ deed, ...form }: ProgressForm, dispute: DisputeView): Check[] {
  return [
    ['clause', askedOf(deed, dispute)?.clause === true && form.clause === '', '请选是哪一条。'],
    ['side', (deed === 'refuse' || deed === 'contact') && form.side === '', deed === 'contact' ? '请选联系的是哪一方。' : '请选是哪一方不愿意。'],
    ['mediatorId', deed === 'assign' && form.mediatorId === '', '请选一位调解员。'],
    ['hasAgreed', deed === 'accept' && !form.hasAgreed, '要双方都愿意，才能开始调解。'],
    ['hasBothAgreed', deed === 'fail' && !isBlank(form.undisputed) && !form.hasBothAgreed, '没有争议的事实，要双方都同意才能记。'],
    ['heard.at', deed === 'accept' && mustBeHeard(dispute) && form.heardTime === '', '请选几点打的电话。'],
    ['isNoticeRead', deed === 'accept' && !form.isNoticeRead, '请先把权利和义务念给双方听。'],
  ];
}

export function compact(phone: string): string {
  return phone.replace(/[\s-]/g, '');
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
