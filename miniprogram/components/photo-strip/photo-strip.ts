/** Photos that are there already; a tap shows one large. */
import type { MediaView } from '../../../typings/contract/media';
import { openPhotos } from '../../platform/media';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    photos: { type: Array, value: [] as MediaView[] },
  },

  methods: {
    onOpen({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      openPhotos(this.data.photos.map(({ url }) => url), currentTarget.dataset.url);
    },
  },
});
