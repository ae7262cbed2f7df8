/** Draws the tab bar's pictures from TDesign's glyphs: WeChat takes local PNG files alone, 81×81, at most 40 KB. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A tab of app.json and the glyph that stands for it; the chosen tab shows the filled form. */
const GLYPHS = { home: 'home', matters: 'assignment', school: 'education', me: 'user' } as const;

/** Colours of the words beside them, light and dark (app.wxss; the dark ones are named in theme.json). */
const THEMES = [
  { suffix: '', plain: '#5b6472', selected: '#1d5bd6' },
  { suffix: '-dark', plain: '#aab3c0', selected: '#6b9bff' },
] as const;

const SIZE = 81;

interface Icon {
  readonly file: string;
  readonly glyph: string;
  readonly colour: string;
}

/** Draws the icons that are missing. They are git-tracked: to draw all anew, delete miniprogram/assets/tabs first. */
export async function drawTabIcons(root: string): Promise<void> {
  const folder = join(root, 'miniprogram/assets/tabs');
  const missing = listIcons().filter(({ file }) => !existsSync(join(folder, file)));
  if (missing.length === 0) return;
  const { Resvg } = await import('@resvg/resvg-js'); // a native module, loaded only when there is something to draw
  mkdirSync(folder, { recursive: true });
  for (const icon of missing) {
    const svg = colour(readFileSync(join(root, 'node_modules/tdesign-icons-svg/src', `${icon.glyph}.svg`), 'utf8'), icon);
    const png = new Resvg(svg, { fitTo: { mode: 'width', value: SIZE }, font: { loadSystemFonts: false } }).render().asPng();
    writeFileSync(join(folder, icon.file), png);
  }
}

function listIcons(): Icon[] {
  return THEMES.flatMap(({ suffix, plain, selected }) =>
    Object.entries(GLYPHS).flatMap(([tab, glyph]) => [
      { file: `${tab}${suffix}.png`, glyph, colour: plain },
      { file: `${tab}-selected${suffix}.png`, glyph: `${glyph}-filled`, colour: selected },
    ]),
  );
}

/** The package misspells `viewBox`, and sizes its pictures in em. */
function colour(svg: string, icon: Icon): string {
  return svg
    .replace('view-box=', 'viewBox=')
    .replace('width="1em" height="1em"', `width="${SIZE}" height="${SIZE}"`)
    .replaceAll('currentColor', icon.colour);
}
