/** The territory as a list: each place with what lies directly in it. */
import type { Place, PlaceKind } from '../../../../typings/contract/identity';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { placeKindLabels, placeKinds } from '../../../domain/identity/labels';
import { parentKinds, placesWithPhone } from '../../../domain/identity/territory';

export interface PlaceItem {
  readonly id: string;
  readonly name: string;
  /** `3号楼，01网格`, for the ear too. */
  readonly words: string;
  readonly isRetired: boolean;
}

export interface PlaceGroup {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly note: string;
  readonly isRetired: boolean;
  readonly items: readonly PlaceItem[];
  /** What can be added to it, as `加楼栋`. */
  readonly adds: readonly { readonly kind: PlaceKind; readonly label: string }[];
}

/** What is changed or added. */
export interface PlaceForm {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly parentId: string;
  readonly gridId: string;
  readonly hasProperty: boolean;
  readonly phone: string;
  /** Whether a place of this kind has a telephone that people are given. */
  readonly hasPhone: boolean;
  readonly isRetired: boolean;
}

/** Where the most is changed comes first. Buildings and grids are shown inside what they lie in. */
const groupKinds: readonly PlaceKind[] = ['compound', 'policeGrid', 'community', 'street', 'station'];
const itemKinds: readonly PlaceKind[] = ['building', 'grid'];

export function groupsOf(places: readonly Place[]): PlaceGroup[] {
  return groupKinds.flatMap((kind) => places.filter((place) => place.kind === kind).map((place) => groupOf(place, places)));
}

function groupOf({ id, kind, name, hasProperty, phone = '', isRetired }: Place, places: readonly Place[]): PlaceGroup {
  return {
    id,
    title: name,
    kind: placeKindLabels[kind],
    note: kind === 'compound' ? (hasProperty === true ? '有物业' : '没有物业') : phone,
    isRetired,
    items: places.filter((place) => place.parentId === id && itemKinds.includes(place.kind)).map((place) => itemOf(place, places)),
    adds: placeKinds.filter((each) => parentKinds[each] === kind).map((each) => ({ kind: each, label: `加${placeKindLabels[each]}` })),
  };
}

function itemOf({ id, kind, name, gridId, isRetired }: Place, places: readonly Place[]): PlaceItem {
  const grid = places.find((place) => place.id === gridId)?.name ?? '没有归网格';
  const words = [name, ...(kind === 'building' ? [grid] : []), ...(isRetired ? ['已停用'] : [])].join('，');
  return { id, name, words, isRetired };
}

export function gridChips(places: readonly Place[]): Chip[] {
  return places.filter(({ kind, isRetired }) => kind === 'grid' && !isRetired).map(({ id, name }) => ({ value: id, label: name }));
}

export function formOf({ id, kind, name, parentId = '', gridId = '', hasProperty = false, phone = '', isRetired }: Place): PlaceForm {
  return { id, kind, name, parentId, gridId, hasProperty, phone, hasPhone: placesWithPhone.includes(kind), isRetired };
}

export function newForm(kind: PlaceKind, parentId: string): PlaceForm {
  return formOf({ id: '', kind, name: '', parentId, isRetired: false });
}

/** What the cloud is sent: a field that does not belong to the kind stays away. */
export function inputOf({ id, kind, name, parentId, gridId, hasProperty, phone, hasPhone, isRetired }: PlaceForm) {
  return {
    ...(id !== '' && { id, isRetired }),
    kind,
    name: name.trim(),
    ...(parentId !== '' && { parentId }),
    ...(kind === 'building' && gridId !== '' && { gridId }),
    ...(kind === 'compound' && { hasProperty }),
    ...(hasPhone && phone.trim() !== '' && { phone: phone.trim() }),
  };
}
