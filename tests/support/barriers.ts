/** What would keep somebody out: a page as axe-core sees it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A colour on its way is neither the one nor the other: what moves and ends has ended. */
const atRest = `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  .then(() => Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity).map(({ finished }) => finished)))
  .then(() => undefined)`;

/** What axe-core calls serious or critical, with the first place where it is so. */
export async function barriersOn(phone: Page): Promise<string[]> {
  await phone.addStyleTag({ content: '*, ::before, ::after { transition-duration: 0s !important; }' }); // what begins from now on is there at once
  await phone.evaluate(atRest);
  await phone.evaluate(axe);
  return phone.evaluate<string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`);
}
