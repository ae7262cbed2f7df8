/** Recording by MediaRecorder, playing by an audio element. */
import { textOf } from '../runtime/faults';
import { fileUrl } from '../runtime/file-url';
import { Signal } from '../runtime/signal';
import { addTempFile, extensionOf } from '../runtime/temp-files';
import { loud } from './api';

interface RecorderOptions {
  /** Milliseconds; WeChat's default is 60000. */
  duration?: number;
}

const NO_RECORDER = '这个浏览器不能录音';
const DEFAULT_MS = 60_000;

let recorder: ReturnType<typeof makeRecorder> | undefined;

/** There is one in an app, as in WeChat. */
export function getRecorderManager() {
  return (recorder ??= makeRecorder());
}

function makeRecorder() {
  const signals = {
    start: new Signal<void>(),
    stop: new Signal<{ tempFilePath: string; duration: number; fileSize: number }>(),
    pause: new Signal<void>(),
    resume: new Signal<void>(),
    error: new Signal<{ errMsg: string }>(),
  };
  let active: MediaRecorder | undefined;

  async function start({ duration = DEFAULT_MS }: RecorderOptions = {}): Promise<void> {
    if (!('MediaRecorder' in window) || !('mediaDevices' in navigator)) throw new Error(NO_RECORDER);
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const chunks: Blob[] = [];
    const begun = performance.now();
    active = new MediaRecorder(stream);
    active.ondataavailable = ({ data }) => chunks.push(data);
    active.onstop = () => {
      for (const track of stream.getTracks()) track.stop();
      const blob = new Blob(chunks, { type: active?.mimeType ?? 'audio/webm' });
      const { path } = addTempFile(blob, extensionOf(blob.type));
      signals.stop.emit({ tempFilePath: path, duration: Math.round(performance.now() - begun), fileSize: blob.size });
      active = undefined;
    };
    active.start();
    signals.start.emit();
    const current = active;
    window.setTimeout(() => current.state !== 'inactive' && current.stop(), duration);
  }

  return loud('RecorderManager', {
    start: (options?: RecorderOptions) => {
      start(options).catch((error: unknown) => signals.error.emit({ errMsg: `operateRecorder:fail ${textOf(error) || NO_RECORDER}` }));
    },
    stop: () => active?.stop(),
    pause: () => { active?.pause(); signals.pause.emit(); },
    resume: () => { active?.resume(); signals.resume.emit(); },
    onStart: (listener: () => void) => signals.start.on(listener),
    onStop: (listener: (result: { tempFilePath: string; duration: number; fileSize: number }) => void) => signals.stop.on(listener),
    onPause: (listener: () => void) => signals.pause.on(listener),
    onResume: (listener: () => void) => signals.resume.on(listener),
    onError: (listener: (error: { errMsg: string }) => void) => signals.error.on(listener),
    onFrameRecorded: () => undefined,
    onInterruptionBegin: () => undefined,
    onInterruptionEnd: () => undefined,
  });
}

/** WeChat's events by the audio element's. */
const EVENTS = {
  Canplay: 'canplay', Play: 'playing', Pause: 'pause', Ended: 'ended', TimeUpdate: 'timeupdate', Waiting: 'waiting',
  Seeking: 'seeking', Seeked: 'seeked', Error: 'error',
} as const;

export function createInnerAudioContext() {
  const audio = new Audio();
  let source = '';
  let isStopping = false;
  const stopSignal = new Signal<void>();
  const context: Record<string, unknown> = {
    play: () => void audio.play().catch(() => audio.dispatchEvent(new Event('error'))),
    pause: () => audio.pause(),
    stop: () => {
      isStopping = true;
      audio.pause();
      audio.currentTime = 0;
      isStopping = false;
      stopSignal.emit();
    },
    seek: (seconds: number) => (audio.currentTime = seconds),
    destroy: () => { audio.pause(); audio.removeAttribute('src'); },
    onStop: (listener: () => void) => stopSignal.on(listener),
    offStop: (listener?: () => void) => stopSignal.off(listener),
  };
  for (const [name, type] of Object.entries(EVENTS)) defineEvent(name, type);
  return loud('InnerAudioContext', Object.defineProperties(context, {
    src: { get: () => source, set: (value: string) => { source = value; audio.src = fileUrl(value); } },
    duration: { get: () => (Number.isFinite(audio.duration) ? audio.duration : 0) },
    currentTime: { get: () => audio.currentTime },
    paused: { get: () => audio.paused },
    volume: { get: () => audio.volume, set: (value: number) => (audio.volume = value) },
    loop: { get: () => audio.loop, set: (value: boolean) => (audio.loop = value) },
    playbackRate: { get: () => audio.playbackRate, set: (value: number) => (audio.playbackRate = value) },
    autoplay: { get: () => audio.autoplay, set: (value: boolean) => (audio.autoplay = value) },
    obeyMuteSwitch: { value: true, writable: true },
    startTime: { value: 0, writable: true },
    buffered: { get: () => 0 },
  }));

  function defineEvent(name: string, type: string): void {
    const signal = new Signal<object>();
    audio.addEventListener(type, () => {
      if (!isStopping) signal.emit(type === 'error' ? { errMsg: audio.error?.message ?? '', errCode: 10_004 } : {});
    });
    context[`on${name}`] = (listener: () => void) => signal.on(listener);
    context[`off${name}`] = (listener?: () => void) => signal.off(listener);
  }
}
