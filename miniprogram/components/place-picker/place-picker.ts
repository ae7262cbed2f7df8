/** Where it is: 我家楼里 in one tap, else 小区 and then building. Nobody chooses a grid. */
import type { Compound, HomeAddress } from '../../../typings/contract/identity';
import { sentenceForReading } from '../../platform/sentences';
import { myself, territory } from '../../platform/session';
import { compoundToOpen, placeOf } from './place-picker.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    label: { type: String, value: '在哪里' },
    /** The chosen building's id. */
    value: { type: String, value: '' },
    problem: { type: String, value: '' },
    /** Whether 我家楼里 is offered. */
    offersHome: { type: Boolean, value: true },
  },

  data: {
    compounds: [] as Compound[],
    openId: '',
    home: null as HomeAddress | null,
    /** The community has no buildings in the system yet. */
    hasNone: false,
    /** What could not be fetched. */
    trouble: '',
  },

  observers: {
    /** Chosen by the page, as from a pasted message: it must be seen to be checked. */
    value(buildingId: string) {
      const { compounds } = this.data;
      if (buildingId !== '' && compounds.length > 0) this.setData({ openId: compoundToOpen(compounds, buildingId, undefined) });
    },
  },

  lifetimes: {
    attached() {
      void this.load();
    },
  },

  methods: {
    onHome() {
      const { home } = this.data;
      if (home) this.choose(home.buildingId);
    },

    onCompound({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.setData({ openId: currentTarget.dataset.id });
    },

    onBuilding({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.choose(currentTarget.dataset.id);
    },

    /** Tells `change` with a `ChosenPlace`. */
    choose(buildingId: string) {
      const place = placeOf(this.data.compounds, buildingId);
      if (!place) return;
      this.setData({ value: buildingId, openId: compoundToOpen(this.data.compounds, buildingId, undefined) });
      this.triggerEvent('change', place);
    },

    async load() {
      this.setData({ trouble: '' });
      try {
        const [{ compounds }, me] = await Promise.all([territory(), myself().catch(() => undefined)]);
        this.setData({ compounds, hasNone: compounds.length === 0, home: me?.home ?? null, openId: compoundToOpen(compounds, this.data.value, me?.home) });
      } catch (error) {
        this.setData({ trouble: sentenceForReading(error) });
      }
    },
  },
});
