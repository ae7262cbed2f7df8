/** 桐花里社区: the demo's places, made by its admin one after another. */
import type { PlaceKind } from '../../typings/contract/identity';
import { STATION } from '../founding';
import type { Actor } from './actor';

/** Which buildings of a 小区 belong to which grid. */
const compounds: readonly { readonly name: string; readonly hasProperty: boolean; readonly grids: Readonly<Record<string, readonly string[]>> }[] = [
  { name: '桐花苑', hasProperty: true, grids: { '01网格': numbered(1, 6, '号楼'), '02网格': numbered(7, 12, '号楼') } },
  { name: '纺机宿舍', hasProperty: false, grids: { '03网格': numbered(1, 6, '栋') } },
  { name: '望河新城', hasProperty: true, grids: { '04网格': ['A座'], '05网格': ['B座'] } },
  { name: '澄光商街', hasProperty: false, grids: { '06网格': ['东段', '西段'] } },
];
const policeGrids: Readonly<Record<string, readonly string[]>> = { 一警格: ['01网格', '02网格', '03网格'], 二警格: ['04网格', '05网格', '06网格'] };

/** Ids of places by their names; a building by its 小区 and its name, as `桐花苑 3号楼`. */
export type Territory = ReadonlyMap<string, string>;

/** Makes the places. A telephone of nothing but zeros rings nowhere. */
export async function makeTerritory(admin: Actor): Promise<Territory> {
  const ids = new Map<string, string>([['桐里派出所', STATION]]);
  const add = async (kind: PlaceKind, name: string, parent: string, more: { gridId?: string; hasProperty?: boolean; phone?: string } = {}) => {
    const { id } = await admin.does('identity.savePlace', { kind, name, parentId: ids.get(parent) ?? '', ...more });
    ids.set(kind === 'building' ? `${parent} ${name}` : name, id);
  };
  await add('street', '桐里街道', '桐里派出所');
  await add('community', '桐花里社区', '桐里街道', { phone: '010-00000110' });
  for (const [policeGrid, grids] of Object.entries(policeGrids)) {
    await add('policeGrid', policeGrid, '桐花里社区');
    for (const grid of grids) await add('grid', grid, policeGrid);
  }
  for (const { name, hasProperty, grids } of compounds) {
    await add('compound', name, '桐花里社区', { hasProperty });
    for (const [grid, buildings] of Object.entries(grids)) {
      for (const building of buildings) await add('building', building, name, { gridId: ids.get(grid) ?? '' });
    }
  }
  return ids;
}

function numbered(first: number, last: number, word: string): string[] {
  return Array.from({ length: last - first + 1 }, (_, step) => `${first + step}${word}`);
}
