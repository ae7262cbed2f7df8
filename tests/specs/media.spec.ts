import { createHash } from 'node:crypto';
import { collections, type StoredFile, type Ticket } from '../../cloudfunctions/_kit/collections';
import { mostBytes, mostTickets, ticketMinutes } from '../../miniprogram/domain/media/policy';
import { MINUTE } from '../../miniprogram/domain/time/format';
import type { Reply } from '../../typings/contract/actions';
import type { MediaKind } from '../../typings/contract/media';
import { startLocalCloud, type LocalCloud, type Person } from '../support/local-cloud';
import { codeOf, newcomer } from '../support/newcomers';
import { jpeg, png, voice, webp } from '../support/pictures';

const SECRET = 'GPS 31.2304N 121.4737E';
let cloud: LocalCloud;
let an: Person;

beforeAll(async () => {
  cloud = await startLocalCloud();
}, 60_000);
beforeEach(async () => {
  an = await newcomer(cloud);
});
afterAll(() => cloud.stop());


/** Ticket, upload, claim: what a telephone does. */
async function send(person: Person, kind: MediaKind, content: Buffer, announced = content.length) {
  const { ticketId, cloudPath } = await person.get('media.ticket', { kind, bytes: announced });
  const fileId = await person.upload(cloudPath, content);
  return { ticketId, cloudPath, fileId, reply: await person.ask('media.claim', { ticketId, fileId }) };
}

async function stored(reply: Reply<{ id: string }>): Promise<StoredFile> {
  if (!reply.ok) throw new Error(reply.error.message);
  const { data } = await cloud.database.collection(collections.files.name).doc(reply.data.id).get();
  return (data as StoredFile[])[0]!;
}

async function contentOf(fileID: string): Promise<Buffer> {
  return (await cloud.app.downloadFile({ fileID })).fileContent as Buffer;
}

const isThere = (fileID: string) => contentOf(fileID).then(() => true, () => false);

test('a photo goes to a path of the post, is hashed, and the upload is gone', async () => {
  const { reply, fileId, cloudPath } = await send(an, 'photo', png());
  const file = await stored(reply);
  expect(cloudPath).toContain('incoming/');
  expect(file.fileId).toMatch(/\/files\/[\w-]+\.png$/);
  expect(file).toMatchObject({ kind: 'photo', bytes: png().length, sha256: createHash('sha256').update(png()).digest('hex') });
  expect(await contentOf(file.fileId)).toEqual(png());
  expect(await isThere(fileId)).toBe(false);
});

test.each([
  ['JPEG', jpeg({ secret: SECRET })],
  ['PNG', png({ text: SECRET })],
  ['WebP', webp(SECRET)],
])('a %s loses where and by whom it was taken', async (_name, picture) => {
  expect(picture.includes(SECRET)).toBe(true);
  const kept = await contentOf((await stored((await send(an, 'photo', picture)).reply)).fileId);
  expect(kept.includes(SECRET)).toBe(false);
  expect(kept.length).toBeGreaterThan(40);
});

test('a photo that was taken sideways stays the right way up', async () => {
  const kept = await contentOf((await stored((await send(an, 'photo', jpeg({ orientation: 6 }))).reply)).fileId);
  expect(kept.subarray(2, 4)).toEqual(Buffer.from([0xff, 0xe1]));
  expect(kept[2 + 4 + 6 + 8 + 2 + 9]).toBe(6);
  const upright = await contentOf((await stored((await send(an, 'photo', jpeg({ orientation: 1 }))).reply)).fileId);
  expect(upright.includes('Exif')).toBe(false);
});

test.each(['mp3', 'm4a', 'aac', 'webm', 'ogg', 'wav'] as const)('a voice note may be %s', async (format) => {
  expect((await stored((await send(an, 'voice', voice(format))).reply)).fileId).toMatch(new RegExp(`\\.${format}$`));
});

test('a file is what its bytes say, whatever it is called', async () => {
  for (const content of [Buffer.from('<script>alert(1)</script>'), Buffer.from('MZ\x90\0'), Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff]), voice('mp3')]) {
    expect(codeOf((await send(an, 'photo', content)).reply)).toBe('INVALID_INPUT');
  }
  expect(codeOf((await send(an, 'voice', png())).reply)).toBe('INVALID_INPUT');
  expect(codeOf((await send(an, 'signature', jpeg())).reply)).toBe('INVALID_INPUT');
});

test('a file may not be larger than announced, nor announced larger than allowed', async () => {
  expect(codeOf((await send(an, 'photo', png(), 20)).reply)).toBe('INVALID_INPUT');
  expect(codeOf(await an.ask('media.ticket', { kind: 'photo', bytes: mostBytes.photo + 1 }))).toBe('INVALID_INPUT');
  expect(codeOf(await an.ask('media.ticket', { kind: 'signature', bytes: mostBytes.signature + 1 }))).toBe('INVALID_INPUT');
  expect(codeOf(await an.ask('media.ticket', { kind: 'voice', bytes: 1000, seconds: 61 }))).toBe('INVALID_INPUT');
});

test('another person’s ticket does not exist', async () => {
  const { ticketId, cloudPath } = await an.get('media.ticket', { kind: 'photo', bytes: 1000 });
  const fileId = await an.upload(cloudPath, png());
  expect(codeOf(await (await newcomer(cloud)).ask('media.claim', { ticketId, fileId }))).toBe('NOT_FOUND');
});

test('a ticket takes the file at its own path and no other: not a foreign upload, not a file of the post', async () => {
  const other = await newcomer(cloud);
  const theirs = await send(other, 'photo', png());
  const secret = (await stored(theirs.reply)).fileId;
  const { cloudPath: pathOfOther } = await other.get('media.ticket', { kind: 'photo', bytes: 1000 });
  const upload = await other.upload(pathOfOther, png());
  const { ticketId, cloudPath } = await an.get('media.ticket', { kind: 'photo', bytes: 1000 });
  await an.upload(cloudPath, png());
  for (const fileId of [secret, upload, `cloud://elsewhere.6c6f/${cloudPath}`, `${upload}/../${cloudPath}`]) {
    expect(codeOf(await an.ask('media.claim', { ticketId, fileId }))).toBe('INVALID_INPUT');
  }
});

test('a ticket ends after ten minutes', async () => {
  const { ticketId, cloudPath } = await an.get('media.ticket', { kind: 'photo', bytes: 1000 });
  const fileId = await an.upload(cloudPath, png());
  await cloud.later(ticketMinutes * MINUTE + 1000);
  expect(codeOf(await an.ask('media.claim', { ticketId, fileId }))).toBe('INVALID_INPUT');
});

test('a claim that is sent again, with the same attempt or a new one, gives the same file', async () => {
  const { ticketId, cloudPath } = await an.get('media.ticket', { kind: 'photo', bytes: 1000 });
  const fileId = await an.upload(cloudPath, png());
  const attemptId = crypto.randomUUID();
  const first = await an.ask('media.claim', { ticketId, fileId }, { attemptId });
  expect(codeOf(first)).toBe('OK');
  expect(await an.ask('media.claim', { ticketId, fileId }, { attemptId })).toEqual(first);
  expect(await an.ask('media.claim', { ticketId, fileId })).toEqual(first);
});

test('claims at once make one file', async () => {
  const { ticketId, cloudPath } = await an.get('media.ticket', { kind: 'photo', bytes: 1000 });
  const fileId = await an.upload(cloudPath, png());
  const replies = await Promise.all([1, 2, 3, 4].map(() => an.ask('media.claim', { ticketId, fileId })));
  expect(new Set(replies.flatMap((reply) => (reply.ok ? reply.data.id : []))).size).toBe(1);
});

test('what was checked stays: a later upload to the same path changes nothing', async () => {
  const { reply, cloudPath } = await send(an, 'photo', png({ rgb: [0, 0, 0] }));
  await an.upload(cloudPath, png({ rgb: [255, 0, 0] }));
  const { fileId, sha256 } = await stored(reply);
  expect(createHash('sha256').update(await contentOf(fileId)).digest('hex')).toBe(sha256);
});

test('a copy that was made before a crash is found again and used', async () => {
  const { ticketId, cloudPath } = await an.get('media.ticket', { kind: 'photo', bytes: 1000 });
  const fileId = await an.upload(cloudPath, png());
  const first = await an.get('media.claim', { ticketId, fileId });
  const before = await stored({ ok: true, data: first });
  // As if the process had ended after the copy: nothing was written, and the upload is still there.
  await cloud.database.collection(collections.files.name).doc(first.id).remove();
  const { claimedAs: _never, ...ticket } = ((await cloud.database.collection(collections.tickets.name).doc(ticketId).get()).data as Ticket[])[0]!;
  const { _id, ...fields } = ticket;
  await cloud.database.collection(collections.tickets.name).doc(_id).set(fields);
  await an.upload(cloudPath, png());
  const again = await stored({ ok: true, data: await an.get('media.claim', { ticketId, fileId }) });
  expect(again.fileId).toBe(before.fileId);
});

test('nobody hoards tickets', async () => {
  for (let ticket = 0; ticket < mostTickets; ticket += 1) await an.get('media.ticket', { kind: 'photo', bytes: 1000 });
  expect(codeOf(await an.ask('media.ticket', { kind: 'photo', bytes: 1000 }))).toBe('RATE_LIMITED');
  await cloud.later(ticketMinutes * MINUTE + 1000);
  expect(codeOf(await an.ask('media.ticket', { kind: 'photo', bytes: 1000 }))).toBe('OK');
});

test('a guest has no ticket', async () => {
  expect(codeOf(await cloud.as('guest').ask('media.ticket', { kind: 'photo', bytes: 1000 }))).toBe('FORBIDDEN');
});

test('the timer removes what was uploaded and never claimed, and leaves what was', async () => {
  const claimed = await send(an, 'photo', png());
  const { cloudPath } = await an.get('media.ticket', { kind: 'photo', bytes: 1000 });
  const left = await an.upload(cloudPath, png());
  await cloud.runTimers('media');
  expect(await isThere(left)).toBe(true);

  await cloud.later(ticketMinutes * MINUTE + 1000);
  await cloud.runTimers('media');
  expect(await isThere(left)).toBe(false);
  expect(await isThere((await stored(claimed.reply)).fileId)).toBe(true);
});
