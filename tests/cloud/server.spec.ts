/** Who may speak to the local cloud, and what it shows. */
import { request } from 'node:http';
import type { LocalCloud } from '../support/local-cloud';
import { refusalOf, startTestCloud } from './support/cloud';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

/** A request with any headers at all: fetch would set some itself. */
function send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }> {
  const { hostname, port } = new URL(cloud.url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    outgoing.on('error', reject).end(body);
  });
}

const PATHS = ['/admin', '/fn/probe', '/control/clock', '/control/upload?path=a', '/console', '/cos/a', '/', '/anything'];

test.each(PATHS)('%s refuses a foreign Host, whatever key it brings', async (path) => {
  const answer = await send('POST', path, { host: 'evil.example', 'x-host-key': cloud.key }, '{}');
  expect(answer).toMatchObject({ status: 403, text: 'refused: foreign Host' });
});

test.each(PATHS)('%s refuses a foreign Origin, whatever key it brings', async (path) => {
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
    expect((await send('POST', path, { origin, 'x-host-key': cloud.key }, '{}')).status).toBe(403);
  }
});

test('/admin is not for pages, not even for our own', async () => {
  expect((await send('POST', '/admin', { origin: cloud.url }, '{"action":"database.startTransaction"}')).status).toBe(403);
  expect((await send('POST', '/admin', { 'sec-fetch-site': 'same-origin' }, '{"action":"database.startTransaction"}')).status).toBe(403);
});

test('identity and the clock are taken from nobody without the key of this run', async () => {
  for (const key of ['', 'wrong', cloud.key.replace(/./, 'x')]) {
    expect((await send('POST', '/fn/probe', { 'x-wx-openid': 'demo-admin', 'x-host-key': key }, '{"do":"who"}')).status).toBe(403);
    expect((await send('POST', '/control/clock', { 'x-host-key': key }, '{"by":1}')).status).toBe(403);
  }
});

test('a person asks for /admin in the browser and gets the page of the administrator', async () => {
  expect(await send('GET', '/admin', {})).toMatchObject({ status: 302, headers: { location: '/?as=admin' } });
});

test('the page has one address: localhost leads to 127.0.0.1', async () => {
  const { port } = new URL(cloud.url);
  const answer = await send('GET', '/?as=parent', { host: `localhost:${port}` });
  expect(answer).toMatchObject({ status: 302, headers: { location: `${cloud.url}/?as=parent` } });
});

test('the clock moves to a time, by a time, to an offset; anything else is refused', async () => {
  await cloud.control('POST', 'clock', { to: Date.UTC(2030, 0, 1) });
  await cloud.later(60_000);
  expect(new Date(await cloud.now()).toISOString()).toMatch(/^2030-01-01T00:01:0/);
  await cloud.control('POST', 'clock', { offsetMs: 0 });
  await expect(cloud.control('POST', 'clock', { to: 'tomorrow' })).rejects.toThrow(/INVALID_PARAM/);
  await expect(cloud.control('POST', 'clock', { by: 1e300 })).rejects.toThrow(/INVALID_PARAM/);
});

test('the console shows what people wrote, never as markup, and runs no script', async () => {
  await cloud.database.collection('things').add({ _id: '<script>alert(1)</script>', words: '"><img src=x onerror=alert(2)>' });
  for (const path of ['/console', '/console/collection/things', '/console/requests', '/console/logs', '/console/messages', '/console/files']) {
    const { status, text, headers } = await send('GET', path, {});
    expect(status).toBe(200);
    expect(text).not.toMatch(/<script|<img/);
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  }
  expect((await send('GET', '/console/collection/things', {})).text).toContain('&lt;script&gt;alert(1)');
  expect((await send('GET', '/console/collection/nowhere', {})).status).toBe(404);
});

describe('files', () => {
  test('a file comes back as it went up, by an address that expires on the movable clock', async () => {
    const { fileID } = await cloud.app.uploadFile({ cloudPath: 'photos/楼道 1.png', fileContent: Buffer.from([1, 2, 3]) });
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
    const url = fileList[0]?.tempFileURL ?? '';
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
    expect((await cloud.app.downloadFile({ fileID })).fileContent).toEqual(Buffer.from([1, 2, 3]));
    await cloud.later(61_000);
    expect((await fetch(url)).status).toBe(403);
  });

  test('an address serves its own file only, and nothing is read without one', async () => {
    const upload = (path: string) => cloud.app.uploadFile({ cloudPath: path, fileContent: Buffer.from(path) });
    const [{ fileID }] = [await upload('a.txt'), await upload('b.txt')];
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] });
    const url = fileList[0]?.tempFileURL ?? '';
    expect((await fetch(url.replace('a.txt', 'b.txt'))).status).toBe(403);
    expect((await fetch(`${cloud.url}/cos/a.txt`)).status).toBe(403);
    expect((await fetch(url, { method: 'PUT', body: 'x' })).status).toBe(403);
  });

  test('what a browser could run is only handed over to be saved', async () => {
    const { fileID } = await cloud.app.uploadFile({ cloudPath: 'page.html', fileContent: Buffer.from('<script>1</script>') });
    const { fileList } = await cloud.app.getTempFileURL({ fileList: [fileID] });
    const { headers } = await fetch(fileList[0]?.tempFileURL ?? '');
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toBe('attachment');
    expect(headers.get('content-security-policy')).toContain('sandbox');
  });

  test("a person's upload is not replaced by another person", async () => {
    const fileID = await cloud.as('demo-resident').upload('up/mine.txt', Buffer.from('mine'));
    await expect(cloud.as('demo-neighbour').upload('up/mine.txt', Buffer.from('not yours'))).rejects.toThrow('STORAGE_EXCEED_AUTHORITY');
    expect((await cloud.app.downloadFile({ fileID })).fileContent?.toString()).toBe('mine');
    await expect(cloud.as('demo-resident').upload('../../outside', Buffer.from('x'))).rejects.toThrow('INVALID_PARAM');
  });

  test('a person is lent her own files, and no one else\'s', async () => {
    const fileID = await cloud.as('demo-resident').upload('up/own.txt', Buffer.from('own'));
    const ask = async (openid: string) => {
      const answer = await send('POST', '/control/file-urls', { 'x-host-key': cloud.key, 'x-wx-openid': openid }, JSON.stringify({ fileList: [fileID] }));
      const { fileList } = JSON.parse(answer.text) as { fileList: { tempFileURL: string }[] };
      return fileList[0]?.tempFileURL ?? '';
    };
    expect(await (await fetch(await ask('demo-resident'))).text()).toBe('own');
    expect([await ask('demo-neighbour'), await ask('')]).toEqual(['', '']);
  });

  test('a copy stands by itself, and a removed file is gone', async () => {
    const fileID = await cloud.as('demo-resident').upload('up/photo.jpg', Buffer.from('photo'));
    const { fileList } = await cloud.app.copyFile({ fileList: [{ srcPath: 'up/photo.jpg', dstPath: 'kept/photo.jpg' }] });
    expect((await cloud.app.deleteFile({ fileList: [fileID] })).fileList[0]).toMatchObject({ code: 'SUCCESS' });
    expect(await refusalOf(cloud.app.downloadFile({ fileID }))).toMatch(/STORAGE_FILE_NONEXIST/);
    expect((await cloud.app.downloadFile({ fileID: fileList[0]?.fileId ?? '' })).fileContent?.toString()).toBe('photo');
  });
});
