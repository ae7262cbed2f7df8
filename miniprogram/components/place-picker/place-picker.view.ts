/** Where it is: compounds and their buildings, as chips. */
import type { Compound, HomeAddress } from '../../../typings/contract/identity';

export interface ChosenPlace {
  readonly buildingId: string;
  /** `桐花苑 3号楼` */
  readonly text: string;
}

/** The place of a building; nothing when the territory has no such building any more. */
export function placeOf(compounds: readonly Compound[], buildingId: string): ChosenPlace | undefined {
  for (const { name, buildings } of compounds) {
    const building = buildings.find(({ id }) => id === buildingId);
    if (building) return { buildingId, text: `${name} ${building.name}` };
  }
  return undefined;
}

/** The compound to open first: the chosen building's, else the person's own, else the only one. */
export function compoundToOpen(compounds: readonly Compound[], buildingId: string, home: HomeAddress | undefined): string {
  const holder = compounds.find(({ buildings }) => buildings.some(({ id }) => id === buildingId));
  const only = compounds.length === 1 ? compounds[0]?.id : undefined;
  return holder?.id ?? home?.compoundId ?? only ?? '';
}
