/** 谈话记录: before, while and after both sit at the table. Pure. */
import type { DisputeView } from '../../../../typings/contract/dispute';
import { photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { sideLabels } from '../../../domain/dispute/labels';
import { whyApart } from '../../../domain/dispute/guards';
import { earlyMinutes } from '../../../domain/dispute/policy';
import { MINUTE, spokenTime } from '../../../domain/time/format';
import type { ChosenSlot } from '../components/slot-picker/slot-picker.view';

export type Outcome = 'again' | 'agreed' | 'failed';

export interface SessionForm {
  record: string;
  outcome: Outcome | '';
  reason: string;
  undisputed: string;
  /** Both agreed that it be noted. */
  haveBothAgreed: boolean;
  /** Handwriting that was typed up, and then read to both. */
  photos: KeptPhoto[];
  isReadBack: boolean;
  /** A minor's guardian was told (程序规定 第181条). */
  isGuardianTold: boolean;
}

export const emptyForm: SessionForm = { record: '', outcome: '', reason: '', undisputed: '', haveBothAgreed: false, photos: [], isReadBack: false, isGuardianTold: false };

/** Where the page is: before both sit down, while they talk, and what came of it. */
export type Step = 'before' | 'talk' | 'after';

export const safetyTiles = [
  { value: 'safe', label: '都平静，可以谈', icon: 'check-circle' },
  { value: 'unsafe', label: '有人激动或有危险', icon: 'error-circle' },
];

export const outcomeTiles = [
  { value: 'again', label: '还要再谈', note: '约下一次', icon: 'calendar' },
  { value: 'agreed', label: '谈成了', note: '接着写约定', icon: 'file' },
  { value: 'failed', label: '没谈成', note: '说明原因，告诉双方别的办法', icon: 'close-circle' },
];

/** What a record should hold, as openings of a line. */
export const openings: readonly string[] = ['到场的人：', '申请人说：', '对方说：', '争在哪里：', '商量过的办法：'];

export const actions: Readonly<Record<Outcome, string>> = { again: '记下，约下一次', agreed: '记下，去写约定', failed: '记下，结束调解' };

export function stepOf({ moves }: DisputeView): Step | undefined {
  if (moves.includes('sit')) return 'before';
  return moves.includes('adjourn') ? 'talk' : undefined;
}

/** Who, when and where, and how often they met. */
export function meetingOf({ session, parties, sessionsHeld, now, danger, state, security }: DisputeView) {
  const held = state === 'mediating' ? sessionsHeld : sessionsHeld + 1;
  return {
    time: session ? spokenTime(session.startAt, now) : '',
    room: session?.room ?? '',
    people: parties.map(({ side, name }) => `${sideLabels[side]} ${name}`),
    count: `第 ${held} 次谈`,
    /** What forbids them to meet at all, whatever the mediator sees. */
    bar: whyApart({ danger }),
    isEarly: session !== undefined && now < session.startAt - earlyMinutes * MINUTE,
    needsGuardian: security?.hasMinor === true && !security.isGuardianTold,
  };
}

/** The text with one more opening on a line of its own. */
export function withOpening(record: string, opening: string): string {
  const text = record.trimEnd();
  return text === '' ? opening : `${text}\n${opening}`;
}

export function problemsOf(form: SessionForm, slot: ChosenSlot | null): Record<string, string> {
  const checks: readonly (readonly [string, boolean, string])[] = [
    ['record', isBlank(form.record), '先写几句谈了什么。'],
    ['photos', photoProblem(form.photos) !== '', photoProblem(form.photos)],
    ['isReadBack', form.photos.length > 0 && !form.isReadBack, '照着手写整理的，请先念给双方听。'],
    ['outcome', form.outcome === '', '请选谈得怎么样。'],
    ['slot', form.outcome === 'again' && !slot, '请选下一次的时间。'],
    ['reason', form.outcome === 'failed' && isBlank(form.reason), '请写为什么没谈成。'],
    ['haveBothAgreed', form.outcome === 'failed' && !isBlank(form.undisputed) && !form.haveBothAgreed, '没有争议的事实，要双方都同意才能记。'],
  ];
  return Object.fromEntries(checks.filter(([, isWrong]) => isWrong).map(([field, , sentence]) => [field, sentence]));
}

/** Before one says what came of it: the record itself. */
export function recordProblems(form: SessionForm): Record<string, string> {
  const own = ['record', 'photos', 'isReadBack'];
  return Object.fromEntries(Object.entries(problemsOf(form, null)).filter(([field]) => own.includes(field)));
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
