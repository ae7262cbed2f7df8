/** 说事: the questions, what is still missing, the words of the summary, and what is sent. */
import type { DangerAnswers, DisputeCategory, FileInput, MapPoint } from '../../../../typings/contract/dispute';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import type { KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import type { KeptVoice } from '../../../components/voice-recorder/voice-recorder.view';
import { hasDanger } from '../../../domain/dispute/grading';
import { canMeet } from '../../../domain/dispute/guards';
import { categoryLabels, dangerQuestions, disputeCategories } from '../../../domain/dispute/labels';
import { isPhone } from '../../../domain/identity/policy';

export type Step = 'what' | 'where' | 'story' | 'other' | 'danger' | 'review';

/** What was said so far; kept on the phone until it has arrived. */
export interface Report {
  step: Step;
  /** Told by voice: then nobody asks what it is and who the other one is. */
  isSpoken: boolean;
  category: DisputeCategory | '';
  buildingId: string;
  place: string;
  /** With it `buildingId` is the 小区 nearby. */
  point: MapPoint | null;
  door: string;
  story: string;
  voice: KeptVoice | null;
  photos: KeptPhoto[];
  otherName: string;
  otherPhone: string;
  /** A question that was not answered yet is missing. */
  danger: Partial<DangerAnswers>;
  /** An own case that ended long ago; empty when it is about none. */
  earlierId: string;
  /** The id of the sending, with what was sent under it: the same again is the same intention. */
  attempt: { id: string; sent: string } | null;
}

export const emptyReport: Report = {
  step: 'what', isSpoken: false, category: '', buildingId: '', place: '', point: null, door: '', story: '', voice: null, photos: [],
  otherName: '', otherPhone: '', danger: {}, earlierId: '', attempt: null,
};

const inWords: readonly Step[] = ['what', 'where', 'story', 'other', 'danger', 'review'];
const inVoice: readonly Step[] = ['story', 'where', 'danger', 'review'];

const questions: Readonly<Record<Step, { readonly title: string; readonly note: string }>> = {
  what: { title: '是什么事', note: '选最像的一样就行' },
  where: { title: '在哪里', note: '先点小区，再点哪一栋；不在楼里就点地图' },
  story: { title: '怎么回事', note: '说一段或写几句，都行' },
  other: { title: '对方是谁', note: '知道多少写多少，不知道就跳过' },
  danger: { title: '人要不要紧', note: '有一样，民警就先顾人。拿着棍子、砖头也算' },
  review: { title: '看一遍，没错就交', note: '' },
};

const icons: Readonly<Record<DisputeCategory, string>> = {
  noise: 'sound-high', leak: 'rain-medium', parking: 'vehicle', pets: 'cat', money: 'wallet', family: 'home', property: 'building-1', unsure: 'chat-bubble-help',
};

export const categoryTiles: Choice[] = disputeCategories.map((value) => ({ value, label: categoryLabels[value], icon: icons[value] }));

export interface DangerRow {
  readonly key: keyof DangerAnswers;
  readonly question: string;
  /** `有` or `是`, as the question is put. */
  readonly yes: string;
  readonly no: string;
  readonly answer: 'yes' | 'no' | '';
}

export interface SummaryRow {
  readonly step: Step;
  readonly label: string;
  readonly text: string;
}

export interface ReportView {
  readonly title: string;
  readonly note: string;
  /** `第2步，共6步`, and how much of the way that is, in percent. */
  readonly progress: string;
  readonly percent: number;
  readonly next: string;
  readonly dangers: readonly DangerRow[];
  readonly isDangerous: boolean;
  /** Why the two will not be brought together; empty when they may be. */
  readonly apart: string;
  readonly summary: readonly SummaryRow[];
}

export function reportView(report: Report): ReportView {
  const steps = stepsOf(report);
  const at = steps.indexOf(report.step);
  const danger = dangerOf(report);
  const isDangerous = hasDanger(danger);
  return {
    ...questions[report.step],
    progress: `第${at + 1}步，共${steps.length}步`,
    percent: Math.round(((at + 1) / steps.length) * 100),
    next: report.step === 'danger' && !isDangerous ? '都没有，下一步' : '下一步',
    dangers: dangerRows(report),
    isDangerous,
    apart: canMeet({ danger })?.message ?? '',
    summary: summaryOf(report),
  };
}

export function stepsOf({ isSpoken }: Pick<Report, 'isSpoken'>): readonly Step[] {
  return isSpoken ? inVoice : inWords;
}

/** One step on, or one back with −1; the last and the first stay where they are. */
export function stepFrom(report: Report, by: 1 | -1): Step {
  const steps = stepsOf(report);
  const to = Math.min(steps.length - 1, Math.max(0, steps.indexOf(report.step) + by));
  return steps[to] ?? 'what';
}

/** What must be said before going on, by field; nothing when the step is done. `hasHome`: 我家楼里 is on offer. */
export function missingIn({ step, category, buildingId, story, voice, photos, otherPhone }: Report, hasHome: boolean): Record<string, string> {
  switch (step) {
    case 'what':
      return category === '' ? { category: '选最像的一样；说不清就选“说不清”。' } : {};
    case 'where':
      return buildingId === '' ? { buildingId: hasHome ? '还没说在哪里，点“我家楼里”最快。' : '还没说在哪里，先点小区，再点哪一栋。' } : {};
    case 'story':
      if (voice && voice.id === '') return { voice: '语音还没传上，等它传完或点它重传。' };
      if (photos.some(({ state }) => state === 'sending')) return { photos: '照片还在传，稍等一下。' };
      if (photos.some(({ state }) => state === 'failed')) return { photos: '有照片没传上，点它重传，或者去掉它。' };
      return story.trim() === '' && !voice ? { story: '写几个字，或者说一段，民警才知道怎么回事。' } : {};
    case 'other':
      return otherPhone.trim() !== '' && !isPhone(otherPhone) ? { 'respondent.phone': '电话好像不对：手机号是 11 位，座机要带区号。' } : {};
    default:
      return {};
  }
}

/** Fields that an answer mends, where they are not named as the answer is. */
const mends: Readonly<Partial<Record<keyof Report, readonly string[]>>> = {
  voice: ['voice', 'story'], otherName: ['respondent.name'], otherPhone: ['respondent.phone'],
}; // prettier-ignore

/** What is still wrong after more was said. */
export function stillWrong(problems: Readonly<Record<string, string>>, said: Partial<Report>): Record<string, string> {
  const mended = (Object.keys(said) as (keyof Report)[]).flatMap((key) => mends[key] ?? [key]);
  return Object.fromEntries(Object.entries(problems).filter(([field]) => !mended.includes(field)));
}

const stepOfField: Readonly<Record<string, Step>> = {
  category: 'what', buildingId: 'where', door: 'where', story: 'story', photos: 'story', voice: 'story', respondent: 'other', danger: 'danger', earlierId: 'what',
};

/** Where to mend what the post could not take; nothing when it is none of the questions. */
export function stepToMend(problems: Record<string, string>): Step | undefined {
  const [field = ''] = Object.keys(problems)[0]?.split('.') ?? [];
  return stepOfField[field];
}

export function inputOf(report: Report): FileInput {
  const { category, buildingId, point, door, story, voice, photos, otherName, otherPhone, earlierId } = report;
  const phone = otherPhone.trim();
  const name = otherName.trim();
  return {
    category: category === '' ? 'unsure' : category,
    buildingId,
    story: story.trim() || spokenWords(voice),
    danger: dangerOf(report),
    ...(point && { point }),
    ...(door.trim() !== '' && { door: door.trim() }),
    ...((name !== '' || phone !== '') && { respondent: { name: name || '不清楚姓名', ...(phone !== '' && { phone }) } }),
    ...(photos.length > 0 && { photos: photos.map(({ id }) => id) }),
    ...(voice && { voice: voice.id }),
    ...(earlierId !== '' && { earlierId }),
  };
}

/** The id to send under: the last one while nothing has changed since, for it may have arrived. */
export function attemptFor({ attempt }: Report, input: FileInput, fresh: string): { id: string; sent: string } {
  const sent = JSON.stringify(input);
  return attempt?.sent === sent ? attempt : { id: fresh, sent };
}

/** Whether there is anything that would be a pity to lose. */
export function isBegun({ category, story, voice, buildingId }: Report): boolean {
  return category !== '' || story !== '' || voice !== null || buildingId !== '';
}

function dangerOf({ danger }: Report): DangerAnswers {
  const { isHurt = false, isThreatened = false, isChildAtRisk = false, isHomeViolence = false } = danger;
  return { isHurt, isThreatened, isChildAtRisk, isHomeViolence };
}

function dangerRows({ danger }: Report): DangerRow[] {
  return (Object.keys(dangerQuestions) as (keyof DangerAnswers)[]).map((key) => {
    const said = danger[key];
    const { question } = dangerQuestions[key];
    const words = question.startsWith('是') ? { yes: '是', no: '不是' } : { yes: '有', no: '没有' };
    return { key, question, ...words, answer: said === undefined ? '' : said ? 'yes' : 'no' };
  });
}

function summaryOf(report: Report): SummaryRow[] {
  const { isSpoken, category, place, door, story, voice, photos, otherName, otherPhone } = report;
  const danger = dangerOf(report);
  const dangers = dangerRows(report).filter(({ key }) => danger[key]).map(({ key }) => dangerQuestions[key].yes);
  const told = [story.trim(), spokenWords(voice), photos.length > 0 ? `照片 ${photos.length} 张` : ''].filter((part) => part !== '');
  const rows: SummaryRow[] = [
    { step: 'where', label: '在哪里', text: [place, door.trim()].filter((part) => part !== '').join(' ') },
    { step: 'story', label: '怎么回事', text: told.join('\n') },
    { step: 'danger', label: '人要不要紧', text: dangers.join('、') || '没有人有危险' },
  ];
  if (isSpoken) return rows;
  const other = [otherName.trim(), otherPhone.trim()].filter((part) => part !== '').join(' ');
  rows.unshift({ step: 'what', label: '什么事', text: category === '' ? '' : categoryLabels[category] });
  rows.splice(3, 0, { step: 'other', label: '对方', text: other || '不清楚' });
  return rows;
}

/** `语音一段，23秒`: what a list shows of somebody who did not write. */
function spokenWords(voice: KeptVoice | null): string {
  return voice ? `语音一段，${voice.file.seconds ?? 0}秒` : '';
}
