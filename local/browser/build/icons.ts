/** TDesign loads its icon font from a CDN. Here the same names are drawn from the SVG files of tdesign-icons-svg. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const TDESIGN_ICON = 'miniprogram_npm/tdesign-miniprogram/icon/icon';

/** The folder of the SVG files; the server offers it as /__icons/. */
export function iconFolder(nodeModules: string): string {
  return join(nodeModules, 'tdesign-icons-svg', 'src');
}

/** `css` is the compiled sheet of t-icon, `source` the original one, whose class names tell which icons exist. */
export function iconStyles(css: string, source: string, scope: string, nodeModules: string): string {
  const drawn = new Set(readdirSync(iconFolder(nodeModules)));
  const names = new Set([...source.matchAll(/\.t-icon-([\w-]+):{1,2}before/g)].map((match) => match[1] ?? ''));
  const base = `.${scope}--t-icon-base::before`;
  const icons = [...names]
    .filter((name) => drawn.has(`${name}.svg`))
    .map((name) => `.${scope}--t-icon-${name}${base}{content:"";--icon:url(/__icons/${name}.svg)}`);
  const mask = `${base}{display:inline-block;width:1em;height:1em;background:currentColor;mask:var(--icon) center/contain no-repeat}`;
  return [css.replace(/@font-face\s*{[^}]*}/g, ''), ...icons, mask].join('\n');
}
