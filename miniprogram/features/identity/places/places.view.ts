/** The territory as a list: each place with what lies directly in it. */
import type { Place, PlaceKind } from '../../../../typings/contract/identity';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { placeKindLabels } from '../../../domain/identity/labels';

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
  /** What can be added to it. */
  readonly adds: PlaceKind | '';
  readonly addLabel: string;
}

/** What is changed or added. */
export interface PlaceForm {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly parentId: string;
  readonly gridId: string;
  readonly hasProperty: boolean;
  readonly isRetired: boolean;
}

/** The kind that lies directly in another; grids and compounds are both in a community. */
const inside: Readonly<Partial<Record<PlaceKind, PlaceKind>>> = {
  station: 'street',
  street: 'community',
  community: 'compound',
  policeGrid: 'grid',
  compound: 'building',
};

/** Every place but the buildings is a group; those with the most to look after come first. */
export function groupsOf(places: readonly Place[]): PlaceGroup[] {
  const order: readonly PlaceKind[] = ['compound', 'policeGrid', 'grid', 'community', 'street', 'station'];
  return order.flatMap((kind) => places.filter((place) => place.kind === kind).map((place) => groupOf(place, places)));
}

function groupOf(place: Place, places: readonly Place[]): PlaceGroup {
  const { id, kind, name, hasProperty, isRetired } = place;
  const adds = inside[kind] ?? '';
  return {
    id,
    title: name,
    kind: placeKindLabels[kind],
    note: kind === 'compound' ? (hasProperty === true ? '有物业' : '没有物业') : '',
    isRetired,
    items: kind === 'compound' ? places.filter(({ parentId }) => parentId === id).map((building) => itemOf(building, places)) : [],
    adds,
    addLabel: adds === '' ? '' : `加${placeKindLabels[adds]}`,
  };
}

function itemOf({ id, name, gridId, isRetired }: Place, places: readonly Place[]): PlaceItem {
  const grid = places.find((place) => place.id === gridId)?.name;
  return { id, name, words: `${name}${grid === undefined ? '，没有归网格' : `，${grid}`}${isRetired ? '，已停用' : ''}`, isRetired };
}

export function gridChips(places: readonly Place[]): Chip[] {
  return places.filter(({ kind, isRetired }) => kind === 'grid' && !isRetired).map(({ id, name }) => ({ value: id, label: name }));
}

export function formOf({ id, kind, name, parentId = '', gridId = '', hasProperty = false, isRetired }: Place): PlaceForm {
  return { id, kind, name, parentId, gridId, hasProperty, isRetired };
}

export function newForm(kind: PlaceKind, parentId: string): PlaceForm {
  return { id: '', kind, name: '', parentId, gridId: '', hasProperty: false, isRetired: false };
}

/** What the cloud is sent: a field that does not belong to the kind stays away. */
export function inputOf({ id, kind, name, parentId, gridId, hasProperty, isRetired }: PlaceForm) {
  return {
    ...(id !== '' && { id, isRetired }),
    kind,
    name: name.trim(),
    ...(parentId !== '' && { parentId }),
    ...(kind === 'building' && gridId !== '' && { gridId }),
    ...(kind === 'compound' && { hasProperty }),
  };
}
