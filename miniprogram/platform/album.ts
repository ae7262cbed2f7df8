/** Pictures that the app draws, into the phone's album: from there they are printed or passed on. */
import { SpokenError } from './sentences';

/** Throws a `SpokenError`. */
export async function saveToAlbum(canvas: WechatMiniprogram.Canvas): Promise<void> {
  try {
    const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' });
    await wx.saveImageToPhotosAlbum({ filePath: tempFilePath });
  } catch (error) {
    console.warn('album', error);
    throw new SpokenError('没存上，请在微信设置里允许存到相册，或者截一张屏。');
  }
}
