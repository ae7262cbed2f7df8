/** Where it is: 我家楼里 in one tap, else 小区 and then building. Nobody chooses a grid. */
import type { MapPoint } from '../../../typings/contract/dispute';
import type { Compound, HomeAddress } from '../../../typings/contract/identity';
import { choosePoint } from '../../platform/map';
import { sentenceForReading } from '../../platform/sentences';
import { myself, territory } from '../../platform/session';
import { compoundToOpen, placeAt, placeOf, type ChosenPlace } from './place-picker.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    label: { type: String, value: '在哪里' },
    /** The chosen building's id. */
    value: { type: String, value: '' },
    problem: { type: String, value: '' },
    /** Whether 我家楼里 is offered. */
    offersHome: { type: Boolean, value: true },
    /** Whether a point of the map will do: the page keeps it with the rest of what was chosen. */
    offersPoint: { type: Boolean, value: false },
    point: { type: Object, value: null as unknown as MapPoint },
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

    async onPoint() {
      this.setData({ trouble: '' });
      try {
        const point = await choosePoint();
        if (point) this.tell(placeAt(this.data.compounds, this.data.openId, point));
      } catch (error) {
        this.setData({ trouble: sentenceForReading(error) });
      }
    },

    choose(buildingId: string) {
      this.tell(placeOf(this.data.compounds, buildingId));
    },

    /** Tells `change` with a `ChosenPlace`. */
    tell(place: ChosenPlace | undefined) {
      if (!place) return;
      const { buildingId, point = null } = place;
      this.setData({ value: buildingId, point, openId: compoundToOpen(this.data.compounds, buildingId, undefined) });
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
