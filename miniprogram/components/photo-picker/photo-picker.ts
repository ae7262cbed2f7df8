/** Takes photos and sends each at once. One that did not arrive says so, and is sent again by a tap. */
import type { KeptPhoto, PhotosChange } from './photo-picker.view';
import { choosePhotos, sendFile } from '../../platform/media';
import { SpokenError } from '../../platform/sentences';
import { ensureConsent } from '../../platform/session';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    label: { type: String, value: '照片' },
    help: { type: String, value: '' },
    most: { type: Number, value: 9 },
    /** What a draft kept from last time. */
    kept: { type: Array, value: [] as KeptPhoto[] },
  },

  data: {
    photos: [] as KeptPhoto[],
    problem: '',
  },

  observers: {
    /** Nobody is sending any more what was under way when the page was left. */
    kept(kept: KeptPhoto[]) {
      if (kept.length === 0 || this.data.photos.length > 0) return;
      this.change(kept.map((photo) => (photo.state === 'sending' ? { ...photo, state: 'failed' } : photo)));
    },
  },

  methods: {
    async onAdd() {
      if (!(await ensureConsent())) return;
      try {
        const files = await choosePhotos(this.data.most - this.data.photos.length);
        const last = Math.max(0, ...this.data.photos.map(({ key }) => key));
        const added = files.map((file, index): KeptPhoto => ({ key: last + index + 1, file, state: 'sending', id: '' }));
        this.change([...this.data.photos, ...added]);
        await Promise.all(added.map((photo) => this.send(photo)));
      } catch (error) {
        if (!(error instanceof SpokenError)) throw error;
        this.setData({ problem: error.message });
      }
    },

    onPhoto({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: number }>) {
      const photo = this.data.photos.find(({ key }) => key === currentTarget.dataset.key);
      return photo?.state === 'failed' ? this.send(photo) : undefined;
    },

    /** A draft outlives the phone's copy: what has arrived is safe, what has not must be taken again. */
    onLost({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: number }>) {
      const photo = this.data.photos.find(({ key }) => key === currentTarget.dataset.key);
      if (!photo) return;
      if (photo.state === 'sent') {
        this.setData({ photos: this.data.photos.map((each) => (each.key === photo.key ? { ...each, isLost: true } : each)) });
        return;
      }
      this.change(this.data.photos.filter(({ key }) => key !== photo.key));
      this.setData({ problem: '有照片手机里找不到了，请再选一次。' });
    },

    onRemove({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { key: number }>) {
      this.change(this.data.photos.filter(({ key }) => key !== currentTarget.dataset.key));
    },

    async send(photo: KeptPhoto): Promise<void> {
      this.replace({ ...photo, state: 'sending' });
      try {
        this.replace({ ...photo, state: 'sent', id: await sendFile('photo', photo.file) });
      } catch (error) {
        console.warn('photo', error);
        this.replace({ ...photo, state: 'failed' });
      }
    },

    replace(photo: KeptPhoto) {
      this.change(this.data.photos.map((each) => (each.key === photo.key ? photo : each)));
    },

    change(photos: KeptPhoto[]) {
      const failed = photos.flatMap(({ state }, index) => (state === 'failed' ? [index + 1] : []));
      const problem = failed.length > 0 ? `第${failed.join('、')}张照片没传上，其余都在，点它重传。` : '';
      this.setData({ photos, problem });
      const detail: PhotosChange = {
        photos,
        ids: photos.flatMap(({ id }) => (id === '' ? [] : [id])),
        isSending: photos.some(({ state }) => state === 'sending'),
        failed: failed.length,
      };
      this.triggerEvent('change', detail);
    },
  },
});
