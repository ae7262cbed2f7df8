/** `npm run papers:look`: every kind of paper under dist/papers/, as .docx, and as pictures where LibreOffice and pdftoppm are installed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { composePaper } from '../../cloudfunctions/papers/compose/compose';
import { composeDoorNote } from '../../cloudfunctions/papers/compose/door-note';
import type { NumberedRecord } from '../../cloudfunctions/papers/compose/words';
import { renderPaper, renderVolume } from '../../cloudfunctions/papers/docx/render';
import { volumeOf } from '../../cloudfunctions/papers/volume';
import { qrPicture } from '../../local/cloud/admin/mini-program-code';
import { isWholeIn, lintPaper } from '../../miniprogram/domain/papers/lint';
import { isNeeded, paperKinds } from '../../miniprogram/domain/papers/kinds';
import { dealtWith, longest, ofSecurity, onTheSpot, SIGNATURES, spotOfPolice, upTo, whole } from '../support/paper-records';

const OUTPUT = join(__dirname, '../../dist/papers');
const records: Readonly<Record<string, NumberedRecord>> = { whole, security: ofSecurity, law: dealtWith, police: spotOfPolice, spot: onTheSpot, longest: longest(), draft: upTo('draft') };
const drawings = new Map(SIGNATURES.map((id, turn) => [id, signature(turn)]));

void look().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function look(): Promise<void> {
  rmSync(OUTPUT, { recursive: true, force: true });
  mkdirSync(OUTPUT, { recursive: true });
  for (const [name, record] of Object.entries(records)) {
    for (const kind of paperKinds.filter((each) => isNeeded(each, record))) {
      if (kind !== 'volume' && (isWholeIn(record)(kind) || name === 'draft')) save(`${name}-${kind}`, await renderPaper(composePaper(kind, record), drawings));
      else if (kind === 'volume' && isWholeIn(record)(kind)) save(`${name}-volume`, await renderVolume(record.number, volumeOf(record), drawings));
      else console.log(`${name}: no ${kind}: ${lintPaper(kind, record).join(' ')}`);
    }
  }
  save('door-note', await renderPaper(composeDoorNote('桐里派出所桐花里社区警务室', '0571-00000000', qrPicture('http://127.0.0.1:8080/#/features/dispute/letter/letter?scene=AbCdEfGhIjKlMnOpQrStUv')), new Map()));
  draw();
}

function save(name: string, content: Buffer): void {
  writeFileSync(join(OUTPUT, `${name}.docx`), content);
}

/** Pictures of all pages, a folder for each; nothing without the two programs. */
function draw(): void {
  const files = readdirSync(OUTPUT).filter((file) => file.endsWith('.docx'));
  try {
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', OUTPUT, ...files.map((file) => join(OUTPUT, file))], { stdio: 'ignore', timeout: 300_000 });
    for (const file of files) execFileSync('pdftoppm', ['-r', '60', '-png', join(OUTPUT, file.replace('.docx', '.pdf')), join(OUTPUT, file.replace('.docx', ''))]);
  } catch (error) {
    console.log(`The files are there, without pictures: ${String(error).split('\n')[0]}`);
  }
}

/** A name as somebody draws it on a phone. */
function signature(turn: number): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="150"><path d="M20 ${90 + turn * 10} C 80 10, 120 140, 170 60 S 260 20, 340 ${100 - turn * 20}" fill="none" stroke="#1a1f29" stroke-width="6"/></svg>`;
  return Buffer.from(new Resvg(svg).render().asPng());
}
