/** What somebody tries with what is kept and served: sealed texts, histories, files, addresses. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { IncomingMessage, request, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTampering } from '../../cloudfunctions/_kit/audit';
import { collections, type DisputeDocument } from '../../cloudfunctions/_kit/collections';
import { open, seal } from '../../cloudfunctions/_kit/vault';
import { disputes } from '../../cloudfunctions/dispute/kind';
import { createHost } from '../../local/browser';
import { MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community } from '../support/community';
import { documentOf, eventsOf, sentBy } from '../support/dispute-spec';
import { aDispute } from '../support/disputes';

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
}, 60_000);
afterAll(() => community.stop());

/** A request with any address and headers: fetch would mend them. */
function send(path: string, headers: Record<string, string> = {}): Promise<{ status: number; location: string | undefined }> {
  const { hostname, port } = new URL(community.cloud.url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path, headers }, (response) => {
      response.resume().on('end', () => resolve({ status: response.statusCode ?? 0, location: response.headers.location }));
    });
    outgoing.on('error', reject).end();
  });
}

describe('a sealed text', () => {
  const cut = (box: string, bytes: number) => Buffer.from(box, 'base64').subarray(0, bytes).toString('base64');

  test('opens in its own place alone, unchanged, and never with a shortened seal', () => {
    const sealed = seal('13900000021', 'case:applicant');
    expect(open(sealed, 'case:applicant')).toBe('13900000021');
    expect(() => open(sealed, 'other-case:applicant')).toThrow();
    expect(() => open({ ...sealed, box: sealed.box.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')) }, 'case:applicant')).toThrow();
    for (const bytes of [0, 12, 16, 20, 27]) expect(() => open({ ...sealed, box: cut(seal('', 'x').box, bytes) }, 'x')).toThrow();
  });

  test('looks different each time, so that equal numbers do not show', () => {
    expect(new Set(Array.from({ length: 50 }, () => seal('13900000021', 'x').box.slice(0, 16))).size).toBe(50);
  });
});

describe('a history', () => {
  test('is that of its own case: an event moved over from another is noticed', async () => {
    const [id, other] = [await aDispute(community, 'triaged'), await aDispute(community, 'triaged')];
    const [first] = await eventsOf(community, id);
    const [, foreign] = await eventsOf(community, other);
    const moved = { ...foreign!, _id: `${id}:2`, caseId: id, previous: first!.seal };
    expect(findTampering(await documentOf(community, id), [first!, moved])).toContain(`event ${id}:2 was changed`);
  });

  test('says who opened the case and when, and a case does not hide from its desk', async () => {
    const id = await aDispute(community, 'triaged');
    const [document, events] = [await documentOf(community, id), await eventsOf(community, id)];
    expect(findTampering(document, events, disputes.keys(document))).toEqual([]);
    for (const change of [{ openedBy: community.idOf('neighbour') }, { openedAt: document.openedAt - 1 }]) {
      expect(findTampering({ ...document, ...change }, events)).toEqual(['the case was not opened by whom, or when, it says']);
    }
    expect(findTampering({ ...document, changedAt: 0 }, events)).toEqual(['the case was not last changed when it says']);
    const hidden: DisputeDocument = { ...document, desk: 'done', places: [] };
    expect(findTampering(hidden, events, disputes.keys(document))).toEqual([
      'the case is found by another places than its own', 'the case is found by another desk than its own',
    ]);
  });
});

describe('files', () => {
  test('a photo’s address stops working after ten minutes, and cannot be lengthened or turned to another file', async () => {
    const { as, cloud } = community;
    const id = await aDispute(community, 'submitted', { photos: [await sentBy(as('resident'))] });
    const [photo] = (await as('resident').get('dispute.open', { id })).photos;
    const address = new URL(photo!.url);
    const statusAt = async (change: (url: URL) => void) => {
      const url = new URL(address);
      change(url);
      return (await fetch(url)).status;
    };
    expect(await statusAt(() => undefined)).toBe(200);
    expect(await statusAt(({ searchParams }) => searchParams.set('t', String(Number(searchParams.get('t')) + 3600)))).toBe(403);
    expect(await statusAt(({ searchParams }) => searchParams.delete('t'))).toBe(403);
    expect(await statusAt((url) => (url.pathname = url.pathname.replace(/png$/, 'jpg')))).toBe(403);
    await cloud.later(11 * MINUTE);
    expect(await statusAt(() => undefined)).toBe(403);
    await cloud.later(-11 * MINUTE);
  });

  test('a whole picture whose name says page is kept and served as a picture', async () => {
    const { as, cloud } = community;
    const id = await aDispute(community, 'submitted', { photos: [await sentBy(as('resident'))] });
    const [photo] = (await as('resident').get('dispute.open', { id })).photos;
    const { headers } = await fetch(photo!.url);
    expect([headers.get('content-type'), headers.get('x-content-type-options'), headers.get('content-security-policy')]).toEqual(['image/png', 'nosniff', "default-src 'none'; sandbox"]);
    const { data } = await cloud.database.collection(collections.files.name).where({ caseId: id }).orderBy('at', 'asc').get();
    expect((data as { fileId: string }[])[0]!.fileId).not.toContain(community.idOf('resident'));
  });

  test('the data, their log, the files and the keys are for their owner’s eyes, in any folder', () => {
    const folder = join(community.cloud.folder, 'data');
    const open = readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });
});

describe('an address', () => {
  test('with two slashes, or of another machine, leads nowhere else', async () => {
    const localhost = community.cloud.url.replace('http://127.0.0.1', 'localhost');
    for (const path of ['//evil.example/', '//evil.example/?as=resident', 'http://evil.example/', '/\\evil.example/']) {
      expect((await send(path, { host: localhost })).location ?? '').not.toContain('evil');
    }
  });

  test('that is none is refused, not a fault of the server', async () => {
    for (const path of ['//', '//[', '/console/collection/%E0%A4%A', '/cos/%E0%A4%A', '/fn/%00', 'http://[/']) expect((await send(path)).status).toBeLessThan(500);
  });

  test('of the page leaves its folder by no spelling of two dots', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiaan-test-'));
    mkdirSync(join(folder, 'dist'));
    mkdirSync(join(folder, 'root'));
    writeFileSync(join(folder, 'dist/index.html'), '<script id="host-data" type="application/json"></script>');
    writeFileSync(join(folder, 'secret.png'), 'secret');
    const host = await createHost({ dist: join(folder, 'dist'), root: join(folder, 'root'), hostKey: '</script>key', personas: [] });
    const ask = async (url: string) => {
      const incoming = Object.assign(new IncomingMessage(new Socket()), { url, method: 'GET' });
      const response = new ServerResponse(incoming);
      let body = '';
      response.end = ((content?: string | Buffer) => ((body = content?.toString() ?? ''), response)) as typeof response.end;
      return { isOurs: await host.handle(incoming, response), status: response.statusCode, body };
    };
    for (const path of ['..%2fsecret.png', '%2e%2e/secret.png', '..%5csecret.png', '../secret.png', '%E0%A4%A.png', 'x%00.png', '%2fetc%2fpasswd']) {
      const { isOurs, status, body } = await ask(`/__static/${path}`);
      expect([path, body]).toEqual([path, '']);
      expect(!isOurs || status === 404).toBe(true);
    }
    expect((await ask('/')).body.split('</script>')).toHaveLength(2); // the data does not end its element
    rmSync(folder, { recursive: true, force: true });
  });
});
