import type { Place, PlaceKind } from '../../../../typings/contract/identity';
import { placeKindLabels } from '../../../domain/identity/labels';
import { identityLimits } from '../../../domain/identity/policy';
import { call } from '../../../platform/call';
import { act, pageData, show } from '../../../platform/page';
import { formOf, gridChips, groupsOf, inputOf, newForm, type PlaceForm } from './places.view';

Page({
  data: {
    ...pageData,
    ...viewOf([]),
    form: null as PlaceForm | null,
    isOpen: false,
    limits: identityLimits,
    kinds: placeKindLabels,
  },

  places: [] as Place[],

  async onLoad() {
    await this.load();
  },

  async onPullDownRefresh() {
    await this.load();
  },

  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },

  onPlace({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const place = this.places.find(({ id }) => id === currentTarget.dataset.id);
    if (place) this.setData({ form: formOf(place), isOpen: true, problem: '', problems: {} });
  },

  onAdd({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { kind: PlaceKind; parent: string }>) {
    const { kind, parent } = currentTarget.dataset;
    this.setData({ form: newForm(kind, parent), isOpen: true, problem: '', problems: {} });
  },

  onSheet({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    this.setData({ isOpen: detail.visible });
  },

  onName({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'form.name': detail.value, 'problems.name': '' });
  },

  onGrid({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'form.gridId': detail.value, 'problems.gridId': '' });
  },

  onPhone({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'form.phone': detail.value, 'problems.phone': '' });
  },

  onProperty({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ 'form.hasProperty': detail.value });
  },

  onRetired({ detail }: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.setData({ 'form.isRetired': detail.value });
  },

  async onSave() {
    const { form } = this.data;
    if (!form) return;
    await act(this, 'save', async (attemptId) => {
      await call('identity.savePlace', inputOf(form), attemptId);
      this.setData({ isOpen: false });
      await this.load();
    });
  },

  async load() {
    await show(this, async () => {
      const { places } = await call('identity.places', {});
      this.places = places;
      return viewOf(places);
    });
  },
});

function viewOf(places: readonly Place[]) {
  return { groups: groupsOf(places), grids: gridChips(places) };
}
