/** One line of how many others told of the same; silent for a guest, and whenever it is not known. */
import type { DisputeCategory } from '../../../../../typings/contract/dispute';
import { call } from '../../../../platform/call';
import { myself } from '../../../../platform/session';
import { isPublicNuisance, similarWords } from './similar-note.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** The building, or the 小区 of a point. */
    placeId: { type: String, value: '' },
    isInBuilding: { type: Boolean, value: true },
    category: { type: String, value: '' },
  },

  data: { words: '' },

  observers: {
    'placeId, category'() {
      void this.load();
    },
  },

  methods: {
    async load() {
      this.setData({ words: '' });
      const { placeId, category } = this.data;
      if (placeId === '' || !isPublicNuisance(category as DisputeCategory)) return;
      const words = await this.ask(placeId, category as DisputeCategory).catch(() => ''); // a pity, and no reason to stop anybody
      if (placeId === this.data.placeId && category === this.data.category) this.setData({ words });
    },

    async ask(buildingId: string, category: DisputeCategory): Promise<string> {
      const { isGuest } = await myself();
      return isGuest ? '' : similarWords(await call('dispute.similarCount', { buildingId, category }), this.data.isInBuilding);
    },
  },
});
