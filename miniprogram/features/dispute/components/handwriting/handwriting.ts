/** 手写的: photographs of paper, mostly of what is typed up and read to both. Its `change` carries them as `value`. */
import type { KeptPhoto, PhotosChange } from '../../../../components/photo-picker/photo-picker.view';
import { disputeLimits } from '../../../../domain/dispute/policy';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    label: { type: String, value: '手写的，拍下来' },
    help: { type: String, value: '照着打进来，再念给双方听；没有就不用拍' },
    most: { type: Number, value: disputeLimits.photos },
    /** What a draft kept from last time. */
    kept: { type: Array, value: [] as KeptPhoto[] },
    problem: { type: String, value: '' },
  },

  methods: {
    onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
      this.triggerEvent('change', { value: detail.photos });
    },
  },
});
