/** Draws the picture of a shared invitation: WeChat would otherwise show the top of the page, with a name and the spoken word. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A share card is five to four [developers.weixin.qq.com, onShareAppMessage]. */
const WIDTH = 500;
const HEIGHT = 400;
const GLYPH = 140;
const BRAND = '#1d5bd6';

/** Draws it when it is missing. It is git-tracked: to draw it anew, delete it first. */
export async function drawLetterCard(root: string): Promise<void> {
  const file = join(root, 'miniprogram/assets/share/letter.png');
  if (existsSync(file)) return;
  const { Resvg } = await import('@resvg/resvg-js'); // a native module, loaded only when there is something to draw
  const glyph = readFileSync(join(root, 'node_modules/tdesign-icons-svg/src/mail.svg'), 'utf8')
    .replace('view-box=', 'viewBox=') // the package misspells it
    .replace('<svg', `<svg x="${(WIDTH - GLYPH) / 2}" y="${(HEIGHT - GLYPH) / 2}"`)
    .replace('width="1em" height="1em"', `width="${GLYPH}" height="${GLYPH}"`)
    .replaceAll('currentColor', '#ffffff');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${BRAND}"/>${glyph}</svg>`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH }, font: { loadSystemFonts: false } }).render().asPng());
}
