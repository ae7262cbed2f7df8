/** A voice note that is there already; a tap plays it, another stops it. */
import { playVoice } from '../../platform/media';
import { SpokenError } from '../../platform/sentences';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    url: { type: String, value: '' },
    seconds: { type: Number, value: 0 },
  },

  data: { isPlaying: false, problem: '' },

  lifetimes: {
    detached() {
      this.stop();
    },
  },

  methods: {
    stop: (): void => undefined,

    async onTap() {
      if (this.data.isPlaying) {
        this.stop();
        return;
      }
      const { stop, done } = playVoice(this.data.url);
      this.stop = stop;
      this.setData({ isPlaying: true, problem: '' });
      try {
        await done;
      } catch (error) {
        if (!(error instanceof SpokenError)) throw error;
        this.setData({ problem: error.message });
      } finally {
        this.stop = () => undefined;
        this.setData({ isPlaying: false });
      }
    },
  },
});
