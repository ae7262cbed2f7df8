/** A QR code as a picture that needs no network and no canvas. */
import { qrcode } from '../../vendor/qrcode';

/** Pixels of one square: sharp at 480 rpx on a dense screen. */
const square = 8;
/** The quiet zone that ISO 18004 asks for, in squares. */
const quiet = 4;

/** A GIF as a data address. It stays black on white in the dark: not every reader knows the reverse. */
export function qrPicture(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(square, quiet * square);
}
