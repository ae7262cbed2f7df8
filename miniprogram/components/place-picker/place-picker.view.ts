/** Where it is: compounds and their buildings, as chips; or a point of the map, in a 小区. */
import type { MapPoint } from '../../../typings/contract/dispute';
import type { Compound, HomeAddress } from '../../../typings/contract/identity';

export interface ChosenPlace {
  readonly buildingId: string;
  /** `桐花苑 3号楼` */
  readonly text: string;
  /** With it `buildingId` is the 小区 in which it lies. */
  readonly point?: MapPoint;
}

/** The place of a building; nothing when the territory has no such building any more. */
export function placeOf(compounds: readonly Compound[], buildingId: string): ChosenPlace | undefined {
  for (const { name, buildings } of compounds) {
    const building = buildings.find(({ id }) => id === buildingId);
    if (building) return { buildingId, text: `${name} ${building.name}` };
  }
  return undefined;
}

/** The place of a point in this 小区. */
export function placeAt(compounds: readonly Compound[], compoundId: string, point: MapPoint): ChosenPlace | undefined {
  const compound = compounds.find(({ id }) => id === compoundId);
  return compound && { buildingId: compoundId, text: `${compound.name} ${point.name}`, point };
}

/** The compound to open first: the chosen one, else the person's own, else the only one. */
export function compoundToOpen(compounds: readonly Compound[], chosenId: string, home: HomeAddress | undefined): string {
  const holder = compounds.find(({ id, buildings }) => id === chosenId || buildings.some((building) => building.id === chosenId));
  const only = compounds.length === 1 ? compounds[0]?.id : undefined;
  return holder?.id ?? home?.compoundId ?? only ?? '';
}
