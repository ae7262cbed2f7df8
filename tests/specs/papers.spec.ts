/** 文书: who has which paper of a dispute, when it can be made, and what is kept of it. */
import { createHash } from 'node:crypto';
import { collections, type ReadLogEntry, type StoredPaper } from '../../cloudfunctions/_kit/collections';
import type { PaperKind, PaperRow } from '../../typings/contract/papers';
import { HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, refusalOf, sentBy } from '../support/dispute-spec';
import { aDispute, draftOf, seal } from '../support/disputes';
import { documentXml, picturesOf, unzip, wordsOf } from '../support/docx';
import { invite } from '../support/invitations';

let community: Community;

beforeAll(async () => {
  community = await startCommunity();
}, 60_000);
afterAll(() => community.stop());

const make = (id: string, kind: PaperKind, name: Name = 'officer') => community.as(name).get('papers.make', { id, kind });
const open = (id: string, kind: PaperKind, name: Name) => community.as(name).ask('papers.open', { id, kind });

async function fetched(url: string): Promise<Buffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the address answered ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** All words of a paper that is made now. */
async function wordsFor(id: string, kind: PaperKind): Promise<string> {
  return wordsOf(await fetched((await make(id, kind)).url));
}

async function rowOf(id: string, kind: PaperKind, name: Name = 'officer'): Promise<PaperRow | undefined> {
  const { papers } = await community.as(name).get('papers.list', { id });
  return papers.find((paper) => paper.kind === kind);
}

async function versionsOf(caseId: string, kind: PaperKind): Promise<StoredPaper[]> {
  const { data } = await community.cloud.database.collection(collections.papers.name).where({ caseId }).orderBy('key', 'desc').limit(100).get();
  return (data as StoredPaper[]).filter((paper) => paper.kind === kind);
}

async function looksAt(caseId: string): Promise<string[]> {
  const { data } = await community.cloud.database.collection(collections.readLog.name).where({ caseId }).orderBy('key', 'desc').limit(100).get();
  return (data as ReadLogEntry[]).reverse().map(({ by, what }) => `${by === community.idOf('officer') ? 'officer' : by} ${what}`);
}

/** Written, and signed on phones by both, whose accounts are known. */
async function signedOnPhones(): Promise<string> {
  const { as } = community;
  const id = await aDispute(community, 'mediating');
  await bindRespondent(community, id);
  await as('mediator').get('dispute.draft', { ...(await draftOf(community, id)), form: 'written', disputed: '夜里的响声。', responsibility: '楼上多担一些。', copies: 3 });
  const { agreement } = await as('mediator').get('dispute.open', { id });
  for (const [side, name] of [['applicant', 'resident'], ['respondent', 'neighbour']] as const) {
    await as(name).get('dispute.sign', { id, digest: agreement?.digest ?? '', side, how: 'phone', file: await sentBy(as(name), 'signature') });
  }
  return id;
}

describe('a paper', () => {
  test('is made from what was told, kept with its hash, and opened by an address that ends', async () => {
    const id = await aDispute(community, 'triaged');
    const { url, name, number } = await make(id, 'intake');
    const docx = await fetched(url);
    expect(name).toBe('调解申请书');
    expect(wordsOf(docx)).toContain('楼上夜里一直咚咚响，睡不着。');
    expect(wordsOf(docx)).toContain(number);
    const [stored] = await versionsOf(id, 'intake');
    expect(stored).toMatchObject({ version: 1, number, by: community.idOf('officer'), sha256: createHash('sha256').update(docx).digest('hex') });
    expect(stored?.fileId).toMatch(/\/papers\/[\w-]+\.docx$/);
    await community.cloud.later(11 * MINUTE);
    expect((await fetch(url)).ok).toBe(false);
  });

  test('keeps its number when it is made again; a new version only when something has changed', async () => {
    const id = await aDispute(community, 'inviting');
    const first = await make(id, 'investigation');
    expect((await make(id, 'investigation')).number).toBe(first.number);
    expect(await versionsOf(id, 'investigation')).toHaveLength(1);
    expect((await rowOf(id, 'investigation'))?.isOutdated).toBeUndefined();
    await community.as('officer').get('dispute.note', { id, words: '到楼上看过，没有地垫。', isInternal: true });
    expect((await rowOf(id, 'investigation'))?.isOutdated).toBe(true);
    expect((await make(id, 'investigation')).number).toBe(first.number);
    expect((await versionsOf(id, 'investigation')).map(({ version }) => version).sort()).toEqual([1, 2]);
  });

  test('has the number of its dispute: every paper of one dispute the same, those of another the next', async () => {
    const [one, two] = [await aDispute(community, 'inviting'), await aDispute(community, 'inviting')];
    const sequenceOf = (number = '') => Number(/〔2026〕(\d+)号$/.exec(number)?.[1]);
    const intake = await make(one, 'intake');
    expect(intake.number).toMatch(/^桐花里调〔2026〕\d+号$/);
    expect((await make(one, 'rights')).number).toBe(intake.number);
    expect(sequenceOf((await make(two, 'intake')).number)).toBe(sequenceOf(intake.number) + 1);
  });

  test('refused for what is missing takes no number', async () => {
    const [before, lacking, after] = [await aDispute(community, 'inviting'), await aDispute(community, 'assigned'), await aDispute(community, 'inviting')];
    const { number } = await make(before, 'intake');
    expect(await refusalOf(community.as('officer').ask('papers.make', { id: lacking, kind: 'agreement' }))).toMatchObject({
      code: 'REFUSED', message: '还不能生成。约定还没写好，请在“写约定”里写。', basis: '人民调解法 第29条',
    });
    expect((await make(after, 'intake')).number).toBe(number?.replace(/\d+号/, (sequence) => `${Number.parseInt(sequence) + 1}号`));
  });
});

test('six made at once for six disputes have six numbers in a row', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => community.as('gridWorker').get('dispute.settleNow', {
    category: 'parking', buildingId: 'building3', story: '门口占道。', settledHow: '挪走了。', haveBothAgreed: true, applicant: { name: '店主' }, respondent: { name: '车主' },
  }).then(({ id }) => id)));
  const madeBy = async (id: string): Promise<string | undefined> => {
    for (;;) {
      const reply = await community.as('officer').ask('papers.make', { id, kind: 'oral' });
      if (reply.ok) return reply.data.number;
      expect(reply.error.code).toBe('CONFLICT'); // so many at once for one counter: whoever lost asks again
    }
  };
  const sequences = (await Promise.all(ids.map(madeBy))).map((number) => Number(/〔2026〕(\d+)号$/.exec(number ?? '')?.[1])).sort((a, b) => a - b);
  expect(sequences).toEqual(sequences.map((_, index) => sequences[0]! + index));
});

test('one paper made twice at the same moment is there once or as two versions, never as one over the other', async () => {
  const id = await aDispute(community, 'inviting');
  const replies = await Promise.all([1, 2, 3].map(() => community.as('officer').ask('papers.make', { id, kind: 'intake' })));
  expect(replies.map(codeOf)).toContain('OK');
  const versions = (await versionsOf(id, 'intake')).map(({ version }) => version).sort();
  expect(versions).toEqual(versions.map((_, index) => index + 1));
});

describe('an agreement', () => {
  test('has the signatures that both drew, and then the mediator’s under the seal', async () => {
    const id = await signedOnPhones();
    expect(picturesOf(await fetched((await make(id, 'agreement')).url)).length).toBeGreaterThan(0);
    await seal(community, id);
    const docx = await fetched((await make(id, 'agreement')).url);
    expect(documentXml(docx).match(/<w:drawing>/g)).toHaveLength(3);
    expect(wordsOf(docx)).toContain('争议事项');
    expect(wordsOf(docx)).toContain('楼上多担一些。');
    expect(unzip(docx).has('[Content_Types].xml')).toBe(true);
  });

  test('is opened by both parties, who open no record and make nothing', async () => {
    const id = await signedOnPhones();
    await seal(community, id);
    await make(id, 'agreement');
    for (const name of ['resident', 'neighbour'] as const) {
      expect(codeOf(await open(id, 'agreement', name))).toBe('OK');
      expect(codeOf(await open(id, 'record', name))).toBe('FORBIDDEN');
      expect(codeOf(await open(id, 'investigation', name))).toBe('FORBIDDEN');
      expect(codeOf(await community.as(name).ask('papers.make', { id, kind: 'agreement' }))).toBe('FORBIDDEN');
    }
    expect(codeOf(await open(id, 'intake', 'neighbour'))).toBe('FORBIDDEN');
  });

  test('that both only said yes to is a register', async () => {
    const id = await aDispute(community, 'performing');
    expect(await rowOf(id, 'agreement')).toBeUndefined();
    expect(await wordsFor(id, 'oral')).toContain('铺上地垫');
  });
});

describe('a party', () => {
  test('sees the papers that are meant for it, and not what staff still have to do', async () => {
    const id = await aDispute(community, 'inviting');
    const { papers, mayMake } = await community.as('resident').get('papers.list', { id });
    expect(mayMake).toBe(false);
    expect(papers.map(({ kind }) => kind)).toEqual(['intake', 'rights', 'agreement']);
    expect(papers.flatMap(({ missing }) => missing)).toEqual([]);
  });

  test('is told when a paper was not made yet', async () => {
    const id = await aDispute(community, 'inviting');
    expect(await refusalOf(open(id, 'intake', 'resident'))).toMatchObject({ code: 'NOT_FOUND', message: '这份文书还没有出。' });
  });

  test('does not open what was written for an earlier respondent', async () => {
    const id = await aDispute(community, 'accepted');
    await make(id, 'rights');
    await community.as('officer').get('dispute.correctRespondent', { id, respondent: { name: '李三' }, reason: '不是这一家。' });
    await bindRespondent(community, id);
    expect(await refusalOf(open(id, 'rights', 'neighbour'))).toMatchObject({ code: 'NOT_FOUND', message: '内容有变化，请经办的民警或调解员重新出一份。' });
    const words = await wordsFor(id, 'rights');
    for (const name of ['楼上住户', '李三', '韦德顺']) expect(words).not.toContain(name); // neither has agreed to talk with the other yet
  });
});

test('whoever works on it leaves a line in the log with each paper that is made or opened; a party does not', async () => {
  const id = await aDispute(community, 'triaged');
  await make(id, 'intake');
  await open(id, 'intake', 'officer');
  await open(id, 'intake', 'resident');
  expect(await looksAt(id)).toEqual(['officer paper intake', 'officer paper intake']);
});

describe('a volume', () => {
  test('is refused while anything in it is incomplete, and says what', async () => {
    const id = await aDispute(community, 'following');
    const { message } = await refusalOf(community.as('officer').ask('papers.make', { id, kind: 'volume' }));
    expect(message).toContain('这件事还没办完，办完再立卷。');
    expect(message).toContain('回访记录：还没有回访，请先问过双方。');
  });

  test('of a closed dispute holds cover, contents, every paper and back page', async () => {
    const id = await aDispute(community, 'closed');
    expect((await rowOf(id, 'volume'))?.missing).toEqual([]);
    const words = await wordsFor(id, 'volume');
    const titles = ['人民调解卷宗', '卷内目录', '调解申请书', '调解权利义务告知书', '当事人身份和委托情况', '调查记录', '调解记录', '口头协议登记表', '协议履行情况记录', '回访记录', '卷内备考表'];
    const places = titles.map((title) => words.lastIndexOf(`\n${title}\n`));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places.slice(1))).toBeGreaterThan(0);
  });
});

describe('a note for a door', () => {
  test('has a code to scan, who asks, and nothing of the matter; an hour later it is gone', async () => {
    const id = await aDispute(community, 'triaged');
    const { code } = await invite(community, id);
    const { url } = await community.as('officer').get('papers.doorNote', { id, code });
    const docx = await fetched(url);
    const { facts } = await documentOf(community, id);
    for (const hidden of [facts.applicant.name, facts.respondent!.name, facts.number, '噪音', '纠纷', code]) expect(wordsOf(docx)).not.toContain(hidden);
    expect(wordsOf(docx)).toContain('桐里派出所桐花里社区警务室');
    expect(picturesOf(docx)).toHaveLength(1);
    const asked = (await community.cloud.outbox()).find(({ api }) => api === 'wxacode.getUnlimited');
    expect(asked?.data).toMatchObject({ scene: code, page: 'features/dispute/letter/letter' });
    await community.cloud.later(HOUR + MINUTE);
    await community.cloud.runTimers('papers');
    const { fileList } = await community.cloud.app.getTempFileURL({ fileList: [(await doorNoteFile()) ?? ''] });
    expect(fileList[0]?.code).toBe('STORAGE_FILE_NONEXIST');
  });

  test('is not made with the code of another dispute', async () => {
    const [id, other] = [await aDispute(community, 'triaged'), await aDispute(community, 'triaged')];
    const { code } = await invite(community, other);
    expect(codeOf(await community.as('officer').ask('papers.doorNote', { id, code }))).toBe('REFUSED');
  });

  async function doorNoteFile(): Promise<string | undefined> {
    const { data } = await community.cloud.database.collection(collections.doorNotes.name).where({ isCleared: true }).orderBy('key', 'asc').limit(10).get();
    return (data as { fileId: string }[])[0]?.fileId;
  }
});
