/** Says it instead of writing it: one voice note, sent as soon as it is spoken. One that did not arrive is sent again by a tap. */
import { mostSeconds } from '../../domain/media/policy';
import type { ChosenFile } from '../../domain/media/chosen-file';
import { recordVoice, sendFile } from '../../platform/media';
import { SpokenError } from '../../platform/sentences';
import { ensureConsent } from '../../platform/session';
import type { KeptVoice, VoiceChange } from './voice-recorder.view';

type State = 'idle' | 'recording' | 'sending' | 'sent' | 'failed';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    label: { type: String, value: '直接说一段' },
    help: { type: String, value: '' },
    /** What a draft kept from last time. */
    kept: { type: Object, value: null as unknown as KeptVoice },
  },

  data: {
    state: 'idle',
    voice: null as KeptVoice | null,
    elapsed: 0,
    most: mostSeconds,
    problem: '',
  },

  observers: {
    kept(kept: KeptVoice | null) {
      if (kept && !this.data.voice) this.setData({ voice: kept, state: kept.id === '' ? 'failed' : 'sent' });
    },
  },

  lifetimes: {
    detached() {
      this.stop();
    },
  },

  methods: {
    stop: (): void => undefined,

    onTap() {
      const { state, voice } = this.data;
      if (state === 'recording') return this.stop();
      if (state === 'failed' && voice) return this.send(voice.file);
      return state === 'idle' ? this.record() : undefined;
    },

    onDrop() {
      this.change('idle', null);
    },

    async record() {
      if (!(await ensureConsent())) return;
      const { stop, done } = recordVoice();
      this.setData({ state: 'recording', elapsed: 0, problem: '' });
      const ticking = setInterval(() => this.setData({ elapsed: Math.min(this.data.elapsed + 1, mostSeconds) }), 1000);
      this.stop = stop;
      try {
        await this.send(await done);
      } catch (error) {
        if (!(error instanceof SpokenError)) throw error;
        this.setData({ state: 'idle', problem: error.message });
      } finally {
        this.stop = () => undefined;
        clearInterval(ticking);
      }
    },

    async send(file: ChosenFile) {
      this.change('sending', { file, id: '' });
      try {
        this.change('sent', { file, id: await sendFile('voice', file) });
      } catch (error) {
        console.warn('voice', error);
        this.change('failed', { file, id: '' });
      }
    },

    change(state: State, voice: KeptVoice | null) {
      this.setData({ state, voice, problem: state === 'failed' ? '语音没传上，点它重传。' : '' });
      const detail: VoiceChange = { voice, isSending: state === 'sending' };
      this.triggerEvent('change', detail);
    },
  },
});
