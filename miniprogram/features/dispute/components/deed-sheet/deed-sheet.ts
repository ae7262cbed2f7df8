/** A sheet that names what will happen, asks for a few words, and does it. `send` carries them. */
import { disputeLimits } from '../../../../domain/dispute/policy';
import type { PhotosChange } from '../../../../components/photo-picker/photo-picker.view';
import type { Deed } from '../../story/story.deeds';

/** Detail of `send`. */
export interface DeedGiven {
  words: string;
  photos: string[];
}

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** Open while there is one. */
    deed: { type: Object, value: null as unknown as Deed },
    /** What it is about, such as a clause. */
    about: { type: String, value: '' },
    words: { type: String, value: '' },
    problem: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },

  data: { photos: [] as string[], isSending: false, missing: '', most: disputeLimits.reason, mostPhotos: disputeLimits.photos },

  observers: {
    deed() {
      this.setData({ photos: [], isSending: false, missing: '' });
    },
  },

  methods: {
    onWords({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ missing: '' });
      this.triggerEvent('change', detail);
    },

    onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
      const missing = detail.failed > 0 ? '有照片没传上，点它重传，或者去掉它。' : '';
      this.setData({ photos: detail.ids, isSending: detail.isSending, missing });
    },

    onVisible({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!detail.visible) this.onClose();
    },

    onClose() {
      if (!this.data.busy) this.triggerEvent('close');
    },

    onSend() {
      const { deed, words, photos, isSending, missing, busy } = this.data;
      if (busy || isSending || missing !== '') return;
      if (!deed.isFree && words.trim() === '') {
        this.setData({ missing: '请写几个字，一句话就行。' });
        return;
      }
      const detail: DeedGiven = { words, photos };
      this.triggerEvent('send', detail);
    },
  },
});
