/** 报隐患: three questions, what is still missing, and what is sent. */
import type { ChecklistName, HazardReport } from '../../../../typings/contract/hazard';
import type { Role } from '../../../../typings/contract/identity';
import type { Choice } from '../../../components/choice-tiles/choice-tiles.view';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { attached, photoProblem, type KeptPhoto } from '../../../components/photo-picker/photo-picker.view';
import { checklistNames, checklists } from '../../../domain/hazard/checklists';
import { patrolOffices } from '../../../domain/hazard/relations';

export type Step = 'what' | 'where' | 'more';

/** What was said so far; kept on the phone until it has arrived. */
export interface Report {
  step: Step;
  isDangerNow: boolean;
  checklist: ChecklistName | '';
  items: string[];
  buildingId: string;
  place: string;
  door: string;
  photos: KeptPhoto[];
  story: string;
  /** They were told on the spot: who, and what was said. */
  hasAdvised: boolean;
  responsible: string;
  advice: string;
  companionId: string;
}

export const emptyReport: Report = {
  step: 'what', isDangerNow: false, checklist: '', items: [], buildingId: '', place: '', door: '', photos: [], story: '',
  hasAdvised: false, responsible: '', advice: '', companionId: '',
};

const steps: readonly Step[] = ['what', 'where', 'more'];
const titles: Readonly<Record<Step, { readonly title: string; readonly note: string }>> = {
  what: { title: '看到了什么', note: '先点哪一类，再点是哪几样' },
  where: { title: '在哪里', note: '先点小区，再点哪一栋' },
  more: { title: '拍一张，说一句', note: '照片能让复查的人站在同一个地方看' },
};
const icons: Readonly<Record<ChecklistName, string>> = { charging: 'battery-charging', corridor: 'indicator', shop: 'shop', basement: 'building-1', gas: 'error-triangle', other: 'ellipsis' };

export const checklistTiles: Choice[] = checklistNames.map((value) => ({ value, label: checklists[value].name, note: checklists[value].note, icon: icons[value] }));

export interface ItemRow {
  readonly key: string;
  readonly what: string;
  readonly isOn: boolean;
}

export interface ReportView {
  readonly title: string;
  readonly note: string;
  readonly progress: string;
  readonly rows: readonly ItemRow[];
}

export function reportView({ step, checklist, items }: Report): ReportView {
  const rows = checklist === '' ? [] : checklists[checklist].items.map(({ key, what }) => ({ key, what, isOn: items.includes(key) }));
  return { ...titles[step], progress: `第${steps.indexOf(step) + 1}步，共${steps.length}步`, rows };
}

/** One step on, or one back with −1; the last and the first stay where they are. */
export function stepFrom(step: Step, by: 1 | -1): Step {
  return steps[Math.min(steps.length - 1, Math.max(0, steps.indexOf(step) + by))] ?? 'what';
}

/** What must be said before going on, by field. */
export function missingIn({ step, checklist, items, buildingId, photos, story, hasAdvised, responsible, advice }: Report): Record<string, string> {
  if (step === 'what') {
    if (checklist === '') return { checklist: '选最像的一类；都不像就选“别的”。' };
    return items.length === 0 ? { items: '点一下看到了哪几样。' } : {};
  }
  if (step === 'where') return buildingId === '' ? { buildingId: '还没说在哪里，先点小区，再点哪一栋。' } : {};
  const photo = photoProblem(photos);
  return {
    ...(photo !== '' && { photos: photo }),
    ...(items.includes('unlisted') && story.trim() === '' && { story: '写一句是什么，别人才看得懂。' }),
    ...(hasAdvised && responsible.trim() === '' && { responsible: '写一下提醒了谁，例如：面馆店主。' }),
    ...(hasAdvised && advice.trim() === '' && { advice: '写一句怎么说的。' }),
  };
}

export function inputOf(report: Report): HazardReport {
  const { checklist, items, story, buildingId, door, isDangerNow, photos, hasAdvised, responsible, advice, companionId } = report;
  const [words, where, who] = [story.trim(), door.trim(), responsible.trim()];
  return {
    checklist: checklist === '' ? 'other' : checklist,
    items: [...items],
    ...(words !== '' && { story: words }),
    buildingId,
    ...(where !== '' && { door: where }),
    isDangerNow,
    ...attached(photos),
    ...(hasAdvised && { responsible: { name: who }, advice: advice.trim() }),
    ...(companionId !== '' && { companionId }),
  };
}

const stepOfField: Readonly<Record<string, Step>> = { checklist: 'what', items: 'what', buildingId: 'where', door: 'where' };

/** Where to mend what the post could not take. */
export function stepToMend(problems: Record<string, string>): Step | undefined {
  const [field = ''] = Object.keys(problems)[0]?.split('.') ?? [];
  return field === '' ? undefined : (stepOfField[field] ?? 'more');
}

export function isPatrol(roles: readonly Role[]): boolean {
  return roles.some((role) => (patrolOffices as readonly Role[]).includes(role));
}

/** 和谁一起看的: nobody comes first. */
export function companionChips(people: readonly { id: string; name: string }[]): Chip[] {
  return [{ value: '', label: '我一个人' }, ...people.map(({ id, name }) => ({ value: id, label: name }))];
}
