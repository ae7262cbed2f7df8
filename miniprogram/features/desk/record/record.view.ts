/** 代录: what the form holds, what is missing, and what is sent. Pure. */
import type { DangerAnswers, DisputeCategory, DisputeSource, FileInput, MapPoint, PersonInput } from '../../../../typings/contract/dispute';
import type { Role } from '../../../../typings/contract/identity';
import { attached, photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { categoryLabels, disputeCategories, disputeSources, sourceLabels } from '../../../domain/dispute/labels';
import { phonePattern } from '../../../domain/identity/policy';
import { noDanger } from '../../../components/danger-questions/danger-questions.view';

export interface RecordForm {
  source: DisputeSource | '';
  sourceNumber: string;
  sourceOfficer: string;
  pasted: string;
  category: DisputeCategory | '';
  story: string;
  buildingId: string;
  /** With it `buildingId` is the 小区 nearby. */
  point: MapPoint | null;
  door: string;
  applicantName: string;
  applicantPhone: string;
  hasAgreed: boolean;
  respondentName: string;
  respondentPhone: string;
  /** Yuan and people, as they are typed. */
  amount: string;
  peopleCount: string;
  danger: DangerAnswers;
  photos: KeptPhoto[];
  /** The case that this one goes on from, long after. */
  earlierId: string;
}

export const emptyForm: RecordForm = {
  source: '', sourceNumber: '', sourceOfficer: '', pasted: '', category: '', story: '', buildingId: '', point: null, door: '',
  applicantName: '', applicantPhone: '', hasAgreed: false, respondentName: '', respondentPhone: '',
  amount: '', peopleCount: '', danger: noDanger, photos: [], earlierId: '',
}; // prettier-ignore

export const categoryChips = disputeCategories.map((value) => ({ value, label: categoryLabels[value] }));

/** 110 passes cases on to the police alone. */
export function sourceChips(roles: readonly Role[]): { value: DisputeSource; label: string }[] {
  const isPolice = roles.includes('officer') || roles.includes('auxiliary');
  return disputeSources
    .filter((source) => source !== 'app' && (source !== '110' || isPolice))
    .map((value) => ({ value, label: sourceLabels[value] }));
}

/** What is wrong with which field, in the order of the page. */
export function problemsOf(form: RecordForm): Record<string, string> {
  const checks: readonly (readonly [string, boolean, string])[] = [
    ['source', form.source === '', '还没选这件事从哪来。'],
    ['sourceNumber', form.source === '110' && isBlank(form.sourceNumber), '请填110的警情编号。'],
    ['sourceOfficer', form.source === '110' && isBlank(form.sourceOfficer), '请填是哪位民警转来的。'],
    ['category', form.category === '', '还没选是什么事。'],
    ['story', isBlank(form.story), '请用一两句话写下是什么事。'],
    ['buildingId', form.buildingId === '', '还没选在哪栋楼。'],
    ['applicantName', isBlank(form.applicantName), '请写来说的人怎么称呼。'],
    ['applicantPhone', isWrongPhone(form.applicantPhone), '电话不对，请填11位手机号，或带区号的座机。'],
    ['hasAgreed', !form.hasAgreed, '先问过本人，愿意登记再存。'],
    ['respondentPhone', isWrongPhone(form.respondentPhone), '电话不对，请填11位手机号，或带区号的座机。'],
    ['respondentName', isBlank(form.respondentName) && !isBlank(form.respondentPhone), '请写对方怎么称呼，可以写“楼上住户”。'],
    ['amount', !isBlank(form.amount) && !(Number(form.amount) > 0), '金额请写数字，例如 2800。'],
    ['peopleCount', !isBlank(form.peopleCount) && !/^[1-9]\d{0,3}$/.test(form.peopleCount.trim()), '人数请写整数。'],
    ['photos', photoProblem(form.photos) !== '', photoProblem(form.photos)],
  ];
  return Object.fromEntries(checks.filter(([, isWrong]) => isWrong).map(([field, , sentence]) => [field, sentence]));
}

/** The form as it is sent; call it once `problemsOf` found nothing. */
export function inputOf(form: RecordForm): FileInput {
  const { source, category, danger, buildingId, point, hasAgreed } = form;
  const [door, number, people] = [form.door.trim(), form.sourceNumber.trim(), form.peopleCount.trim()];
  return {
    category: category || 'unsure',
    story: form.story.trim(),
    buildingId,
    danger,
    applicant: { ...personOf(form.applicantName, form.applicantPhone), hasAgreed },
    ...(form.earlierId !== '' && { earlierId: form.earlierId }),
    ...(point && { point }),
    ...(door !== '' && { door }),
    ...(source !== '' && { source }),
    ...(source === '110' && { sourceNumber: number, sourceOfficer: form.sourceOfficer.trim() }),
    ...(!isBlank(form.respondentName) && { respondent: personOf(form.respondentName, form.respondentPhone) }),
    ...(people !== '' && { peopleCount: Number(people) }),
    ...(!isBlank(form.amount) && { amountFen: Math.round(Number(form.amount) * 100) }),
    ...attached(form.photos),
  };
}

function personOf(name: string, phone: string): PersonInput {
  return { name: name.trim(), ...(!isBlank(phone) && { phone: compact(phone) }) };
}

function isWrongPhone(phone: string): boolean {
  return !isBlank(phone) && !phonePattern.test(compact(phone));
}

function compact(phone: string): string {
  return phone.replace(/[\s-]/g, '');
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
