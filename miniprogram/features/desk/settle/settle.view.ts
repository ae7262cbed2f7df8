/** 当场说和: what the form holds, why it cannot be settled here, and what is sent. Pure. */
import type { DisputeCategory, DisputeView, PersonInput } from '../../../../typings/contract/dispute';
import type { InputOf } from '../../../../typings/contract/actions';
import { attached, photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { proposeColour } from '../../../domain/dispute/grading';
import { DANGEROUS } from '../../../domain/dispute/on-the-spot';
import { noDanger } from '../../../components/danger-questions/danger-questions.view';

export interface SettleForm {
  category: DisputeCategory | '';
  buildingId: string;
  door: string;
  applicantName: string;
  respondentName: string;
  story: string;
  settledHow: string;
  /** Somebody is hurt, threatened or in danger: then nothing is settled on the spot. */
  isDangerous: boolean;
  haveBothAgreed: boolean;
  photos: KeptPhoto[];
}

export const emptyForm: SettleForm = {
  category: '', buildingId: '', door: '', applicantName: '', respondentName: '', story: '', settledHow: '', isDangerous: false, haveBothAgreed: false,
  photos: [],
}; // prettier-ignore

/** Why this belongs to the police and not into sixty seconds; empty when nothing speaks against it. */
export function obstacleTo({ category, story, isDangerous }: Pick<SettleForm, 'category' | 'story' | 'isDangerous'>): string {
  if (isDangerous) return DANGEROUS;
  if (category === '') return '';
  const { colour, reasons } = proposeColour({ category, story, danger: noDanger });
  return colour === 'blue' ? '' : `这件事${reasons.join('、')}，不能当场了结，请登记后交给民警。`;
}

/** What is wrong with which field, in the order of the page; an existing dispute needs only the end of it. */
export function problemsOf(form: SettleForm, isNew: boolean, isNameless = false): Record<string, string> {
  const told: readonly (readonly [string, boolean, string])[] = [
    ['category', form.category === '', '还没选是什么事。'],
    ['story', isBlank(form.story), '请用一句话写下为什么事。'],
  ];
  const people: typeof told = [
    ['applicantName', isBlank(form.applicantName), '请写一方怎么称呼。'],
    ['respondentName', isBlank(form.respondentName), '请写另一方怎么称呼。'],
  ];
  const where: typeof told = [['buildingId', form.buildingId === '', '还没选在哪栋楼。']];
  const settled: typeof told = [
    ['settledHow', isBlank(form.settledHow), '请写下两边怎么说好的。'],
    ['haveBothAgreed', !form.haveBothAgreed, '要两边都说同意，才算当场说好。'],
    ['photos', photoProblem(form.photos) !== '', photoProblem(form.photos)],
  ];
  const wrong = [...(isNew ? told : []), ...(isNew || isNameless ? people : []), ...(isNew ? where : []), ...settled].filter(([, isWrong]) => isWrong);
  return Object.fromEntries(wrong.map(([field, , sentence]) => [field, sentence]));
}

/** Of a lead nobody may be known: whoever settles it writes down who they were. */
export function isNamelessOf({ parties }: Pick<DisputeView, 'parties'>): boolean {
  return parties.some(({ side, name }) => side === 'applicant' && name === '');
}

export function peopleOf({ applicantName, respondentName }: SettleForm): { applicant: PersonInput; respondent: PersonInput } {
  return { applicant: { name: applicantName.trim() }, respondent: { name: respondentName.trim() } };
}

/** The form as it is sent; call it once `problemsOf` found nothing. */
export function inputOf(form: SettleForm): InputOf<'dispute.settleNow'> {
  const door = form.door.trim();
  return {
    category: form.category || 'unsure',
    buildingId: form.buildingId,
    ...peopleOf(form),
    story: form.story.trim(),
    settledHow: form.settledHow.trim(),
    haveBothAgreed: form.haveBothAgreed,
    ...(door !== '' && { door }),
    ...attached(form.photos),
  };
}

/** What goes over to 代录 when it cannot be settled here. */
export function asRecord({ category, buildingId, door, applicantName, respondentName, story, photos }: SettleForm): object {
  return { source: 'patrol', category, buildingId, door, applicantName, respondentName, story, photos };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
