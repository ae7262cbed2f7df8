/** WeChat's code for one page of the mini-program: here a QR code that holds the page's address on this machine. */
import QRCode from 'qrcode-generator';
import { png } from '../../seed/pictures';

/** What a scene may be [developers.weixin.qq.com, getUnlimitedQRCode]. */
const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/;
/** Dots of one square, and squares of quiet around the code, as the standard asks. */
const DOTS = 8;
const QUIET = 4;

/** Answers `wxacode.getUnlimited`, the picture as base64. */
export function miniProgramCode(data: Record<string, unknown>, origin: string): Record<string, unknown> {
  const { scene, page = 'pages/home/home' } = data;
  if (typeof scene !== 'string' || !SCENE.test(scene)) return { errCode: 40169, errMsg: 'openapi.wxacode.getUnlimited:fail invalid length for scene, or the data is not json string' };
  if (typeof page !== 'string' || page.startsWith('/')) return { errCode: 41030, errMsg: 'openapi.wxacode.getUnlimited:fail invalid page' };
  return { contentType: 'image/png', buffer: qrPicture(`${origin}/#/${page}?scene=${encodeURIComponent(scene)}`).toString('base64') };
}

/** A PNG of the smallest QR code that holds the text, with the middle level of correction. */
export function qrPicture(text: string): Buffer {
  const code = QRCode(0, 'M');
  code.addData(text);
  code.make();
  const squares = code.getModuleCount();
  const side = (squares + 2 * QUIET) * DOTS;
  const squareAt = (part: number) => Math.floor(Math.round(part * side) / DOTS) - QUIET;
  const isIn = (square: number) => square >= 0 && square < squares;
  return png({
    width: side,
    height: side,
    dot(x, y) {
      const [column, row] = [squareAt(x), squareAt(y)];
      return isIn(column) && isIn(row) && code.isDark(row, column) ? [0, 0, 0] : [255, 255, 255];
    },
  });
}
