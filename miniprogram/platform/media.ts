/** Photos, voice notes and signatures: taken, made small, uploaded, claimed. */
import type { MediaKind } from '../../typings/contract/media';
import type { ChosenFile } from '../domain/media/chosen-file';
import { mostBytes, mostSeconds } from '../domain/media/policy';
import { call, CallError, within } from './call';
import { SpokenError } from './sentences';

/** Seconds for one upload; a photo of 5 MB over a weak mobile network. */
const patience = 60;
/** JPEG quality once a photo is too large. */
const quality = 60;

/** Lets the person take or choose photos; none when he changes his mind. Throws a `SpokenError`. */
export async function choosePhotos(count: number): Promise<ChosenFile[]> {
  try {
    const { tempFiles } = await wx.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] });
    return await Promise.all(tempFiles.map(({ tempFilePath, size }) => makeSmall(tempFilePath, size)));
  } catch (error) {
    if (isCancelled(error)) return [];
    throw new SpokenError('打不开相册或相机，请在微信设置里允许后再试。');
  }
}

/** Uploads a file and has it taken over by the post: its id. Throws a `CallError` or a `SpokenError`. */
export async function sendFile(kind: MediaKind, { path, bytes, seconds }: ChosenFile): Promise<string> {
  if (bytes > mostBytes[kind]) throw new SpokenError(kind === 'photo' ? '这张照片太大，换一张试试。' : '文件太大，请重录短一些。');
  const { ticketId, cloudPath } = await call('media.ticket', { kind, bytes, ...(seconds !== undefined && { seconds }) });
  const fileId = await upload(cloudPath, path);
  const { id } = await call('media.claim', { ticketId, fileId });
  return id;
}

/** The size of a file that this app made, such as a drawn signature. */
export async function fileAt(path: string): Promise<ChosenFile> {
  const bytes = await new Promise<number>((resolve, reject) => {
    wx.getFileSystemManager().getFileInfo({ filePath: path, success: ({ size }) => resolve(size), fail: reject });
  });
  return { path, bytes };
}

/** A voice note that is being recorded. */
export interface Recording {
  readonly stop: () => void;
  /** Rejects with a `SpokenError`. */
  readonly done: Promise<ChosenFile>;
}

/** Starts to record; it stops by itself after `mostSeconds`. */
export function recordVoice(): Recording {
  const recorder = wx.getRecorderManager();
  const done = new Promise<ChosenFile>((resolve, reject) => {
    recorder.onStop(({ tempFilePath, fileSize, duration }) =>
      resolve({ path: tempFilePath, bytes: fileSize, seconds: Math.max(1, Math.round(duration / 1000)) }),
    );
    recorder.onError(() => reject(new SpokenError('没录上，请在微信设置里允许用麦克风，或改成写字。')));
  });
  recorder.start({ duration: mostSeconds * 1000, format: 'mp3', sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 });
  return { stop: () => recorder.stop(), done };
}

/** A voice note that is being played. */
export interface Playing {
  readonly stop: () => void;
  /** Resolves at its end or when it was stopped; rejects with a `SpokenError`. */
  readonly done: Promise<void>;
}

let playing: Playing | undefined;

/** Plays a voice note; another one that was playing stops. */
export function playVoice(url: string): Playing {
  playing?.stop();
  const audio = wx.createInnerAudioContext();
  const done = new Promise<void>((resolve, reject) => {
    audio.onEnded(() => resolve());
    audio.onStop(() => resolve());
    audio.onError(() => reject(new SpokenError('放不出来，请稍后再点一次。')));
  }).finally(() => {
    if (playing === voice) playing = undefined;
    audio.destroy();
  });
  const voice: Playing = { stop: () => audio.stop(), done };
  playing = voice;
  audio.src = url;
  audio.play();
  return voice;
}

/** Shows one of several photos over the whole screen. */
export function openPhotos(urls: string[], current: string): void {
  void wx.previewImage({ urls, current });
}

async function makeSmall(path: string, bytes: number): Promise<ChosenFile> {
  if (bytes <= mostBytes.photo) return { path, bytes };
  const { tempFilePath } = await wx.compressImage({ src: path, quality });
  return fileAt(tempFilePath);
}

async function upload(cloudPath: string, filePath: string): Promise<string> {
  try {
    const { fileID } = await within(patience, wx.cloud.uploadFile({ cloudPath, filePath }));
    return fileID;
  } catch (error) {
    console.warn('upload', error);
    throw new CallError('unanswered');
  }
}

/** The person closed what WeChat had opened. */
export function isCancelled(error: unknown): boolean {
  return /cancel/.test(String((error as { errMsg?: string } | undefined)?.errMsg));
}
