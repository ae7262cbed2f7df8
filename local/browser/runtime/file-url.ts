/** Where the browser finds a file that the mini-program names. */
import { findFile } from './temp-files';

/** `/assets/x.png` is a file of the mini-program, `wxfile://` one of this visit; other addresses stay. `from` is the page of a relative path. */
export function fileUrl(source: string, from = ''): string {
  if (source.startsWith('wxfile://')) return findFile(source)?.url ?? 'data:,';
  // the signed address of a file may say localhost where the page says 127.0.0.1
  const own = new RegExp(`^http://(?:127\\.0\\.0\\.1|localhost):${location.port}(?=/)`);
  if (own.test(source)) return source.replace(own, '');
  if (/^(https?:|data:|blob:|\/\/)/.test(source)) return source;
  return `/__static${new URL(source, `http://page/${from}`).pathname}`;
}
