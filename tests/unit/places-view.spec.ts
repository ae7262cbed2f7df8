/** The territory, as an admin changes it. */
import { formOf, groupsOf, inputOf, newForm } from '../../miniprogram/features/identity/places/places.view';
import { scopesOf } from '../../miniprogram/features/identity/components/grant-form/grant-form.view';
import { compoundToOpen, placeOf } from '../../miniprogram/components/place-picker/place-picker.view';
import type { Compound, Place } from '../../typings/contract/identity';

const places: Place[] = [
  { id: 'st', kind: 'station', name: '桐里派出所', isRetired: false },
  { id: 'co', kind: 'community', name: '桐花里社区', parentId: 'st', isRetired: false },
  { id: 'pg', kind: 'policeGrid', name: '一警格', parentId: 'co', phone: '05120000000', isRetired: false },
  { id: 'g1', kind: 'grid', name: '01网格', parentId: 'pg', isRetired: false },
  { id: 'g9', kind: 'grid', name: '旧网格', parentId: 'pg', isRetired: true },
  { id: 'c1', kind: 'compound', name: '桐花苑', parentId: 'co', hasProperty: true, isRetired: false },
  { id: 'b1', kind: 'building', name: '1号楼', parentId: 'c1', gridId: 'g1', isRetired: false },
  { id: 'b2', kind: 'building', name: '2号楼', parentId: 'c1', isRetired: true },
];

test('each compound shows its buildings with their grids, and what was retired', () => {
  const compound = groupsOf(places).find(({ id }) => id === 'c1');
  expect(compound).toMatchObject({ title: '桐花苑', note: '有物业', adds: [{ kind: 'building', label: '加楼栋' }] });
  expect(compound?.items.map(({ words }) => words)).toEqual(['1号楼，01网格', '2号楼，没有归网格，已停用']);
});

test('only what belongs to the kind is sent', () => {
  expect(inputOf({ ...newForm('building', 'c1'), name: ' 3号楼 ', gridId: 'g1', hasProperty: true })).toEqual({ kind: 'building', name: '3号楼', parentId: 'c1', gridId: 'g1' });
  expect(inputOf(formOf(places[5] as Place))).toEqual({ id: 'c1', isRetired: false, kind: 'compound', name: '桐花苑', parentId: 'co', hasProperty: true });
});

test('a community takes 警格 and compounds; its telephone is sent, and no other place’s', () => {
  expect(groupsOf(places).find(({ id }) => id === 'co')?.adds.map(({ label }) => label)).toEqual(['加警格', '加小区']);
  expect(inputOf({ ...newForm('policeGrid', 'co'), name: '二警格', phone: '05120000001' })).toMatchObject({ phone: '05120000001' });
  expect(inputOf({ ...newForm('grid', 'pg'), name: '03网格', phone: '05120000001' })).not.toHaveProperty('phone');
});

test('a role is offered over the places it can be held over, and never over a retired one', () => {
  expect(scopesOf(places, 'gridWorker').map(({ value }) => value)).toEqual(['g1']);
  expect(scopesOf(places, 'leader').map(({ value }) => value)).toEqual(['st']);
});

const compounds: Compound[] = [
  { id: 'c1', name: '桐花苑', hasProperty: true, buildings: [{ id: 'b1', name: '1号楼', gridId: 'g1' }] },
  { id: 'c2', name: '纺机宿舍', hasProperty: false, buildings: [{ id: 'f1', name: '1栋', gridId: 'g3' }] },
];

test('the picker opens at the chosen building’s compound, else at home', () => {
  const home = { compoundId: 'c1', buildingId: 'b1', text: '桐花苑 1号楼' };
  expect(compoundToOpen(compounds, 'f1', home)).toBe('c2');
  expect(compoundToOpen(compounds, '', home)).toBe('c1');
  expect(compoundToOpen(compounds, '', undefined)).toBe('');
  expect(compoundToOpen(compounds.slice(1), '', undefined)).toBe('c2');
});

test('a building that the territory no longer has is no place', () => {
  expect(placeOf(compounds, 'f1')).toEqual({ buildingId: 'f1', text: '纺机宿舍 1栋' });
  expect(placeOf(compounds, 'gone')).toBeUndefined();
});
