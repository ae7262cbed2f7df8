import * as v from 'valibot';
import { query } from '../../_kit/action';
import { collections, type PlaceDocument } from '../../_kit/collections';
import { findByIds, orderKey } from '../../_kit/database';
import { Refusal } from '../../_kit/errors';
import { id } from '../../_kit/fields';
import { letterStateOf, readLetter } from '../../_kit/letters';
import { writeFile } from '../../_kit/storage';
import { inTransaction } from '../../_kit/transaction';
import { blindIndex } from '../../_kit/vault';
import { composeDoorNote } from '../compose/door-note';
import { renderPaper } from '../docx/render';
import { codePicture } from '../door-notes';
import { makingPapers } from '../policy';
import { addressOf, logRead } from '../store';

/** A query and not a command, so that the code is kept nowhere. The same note again takes the place of the first. */
export const makeDoorNote = query('papers.doorNote', {
  input: v.object({ id, code: v.pipe(v.string('缺少邀请码。'), v.regex(/^[\w-]{22}$/, '邀请码不对。')) }),
  allow: makingPapers,
  async run(context, { id: caseId, code }) {
    const { theCase, caller, db, now } = context;
    const letter = await readLetter(db, code);
    if (letter?.caseId !== caseId || letterStateOf(letter, caller.id, now) !== 'open') throw new Refusal('REFUSED', { message: '这个邀请用不了了，请重新生成一个。' });
    const { name, phone } = postOn(await findByIds(collections.places, theCase.facts.place.path), theCase.facts.place.path);
    const content = await renderPaper(composeDoorNote(name, phone, await codePicture(code)), new Map());
    const fileId = await writeFile(`papers/notes/${blindIndex('door note', code)}.docx`, content);
    await inTransaction(async (tx) => {
      await tx.replace(collections.doorNotes, { _id: letter._id, fileId, madeAt: now, key: orderKey(now, letter._id), isCleared: false });
      await logRead(tx, context, caseId, 'doorNote');
    });
    return { url: await addressOf(fileId), name: '上门告知' };
  },
});

/** `桐里派出所桐花里社区警务室`, and the nearest telephone that is answered. */
function postOn(places: readonly PlaceDocument[], path: readonly string[]): { name: string; phone: string | undefined } {
  const onPath = path.flatMap((each) => places.find(({ _id }) => _id === each) ?? []);
  const named = onPath.filter(({ kind }) => kind === 'station' || kind === 'community').map(({ name }) => name);
  return { name: `${named.join('')}警务室`, phone: onPath.filter(({ phone }) => phone !== undefined).pop()?.phone };
}
