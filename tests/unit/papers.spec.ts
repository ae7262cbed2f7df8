/** 文书: what each paper lacks, what stands on it, and that nothing is lost on the way into the file. */
import { composePaper } from '../../cloudfunctions/papers/compose/compose';
import { composeDoorNote } from '../../cloudfunctions/papers/compose/door-note';
import { renderPaper, renderVolume } from '../../cloudfunctions/papers/docx/render';
import { volumeOf } from '../../cloudfunctions/papers/volume';
import { isNeeded, membersOf, nameOfPaper, paperKinds } from '../../miniprogram/domain/papers/kinds';
import { isWholeIn, lintPaper } from '../../miniprogram/domain/papers/lint';
import { fileNumber } from '../../miniprogram/domain/papers/number';
import { mayRead } from '../../miniprogram/domain/papers/readers';
import { sittingsOf } from '../../miniprogram/domain/papers/sittings';
import { DAY } from '../../miniprogram/domain/time/format';
import { documentXml, picturesOf, wordsOf } from '../support/docx';
import { dealtWith, longest, NUMBER, ofSecurity, onTheSpot, SIGNATURES, spotOfPolice, START, upTo, whole, withFacts } from '../support/paper-records';
import { png } from '../support/pictures';

const drawings = new Map(SIGNATURES.map((id, shade) => [id, png({ rgb: [shade, 0, 0] })]));
const written = async (kind: Parameters<typeof composePaper>[0], record = whole) => renderPaper(composePaper(kind, record), drawings);
const { agreement } = whole.facts;
if (!agreement) throw new Error('the whole record has an agreement');

describe('numbers', () => {
  test.each([
    ['桐花里社区', 'people', '桐花里调〔2026〕12号'],
    ['桐花里社区', 'security', '桐花里治调〔2026〕12号'],
    ['望河村', 'people', '望河调〔2026〕12号'],
    ['社区', 'people', '社区调〔2026〕12号'],
  ] as const)('%s, %s: %s', (community, series, number) => {
    expect(fileNumber(community, series, 2026, 12)).toBe(number);
  });
});

describe('what is missing', () => {
  test('a whole record lacks nothing of any paper that it needs', () => {
    const lacking = paperKinds.filter((kind) => isNeeded(kind, whole)).flatMap((kind) => lintPaper(kind, whole));
    expect(lacking).toEqual([]);
  });

  test('an agreement says what happened, what was in dispute, who is responsible, and what is to be done (第29条)', () => {
    const { disputed: _disputed, responsibility: _responsibility, ...bare } = agreement;
    const draft = upTo('draft');
    expect(lintPaper('agreement', withFacts({ agreement: { ...bare, facts: ' ', clauses: [] } }, draft))).toEqual([
      '没有写主要事实，请在“写约定”里补上。',
      '没有写约定的内容，至少要有一条。',
      '没有写争议的是什么，请在“写约定”里补上。',
      '没有写各方的责任，请在“写约定”里补上。',
    ]);
    expect(lintPaper('agreement', draft)).toEqual([]); // signed on the sheet that is printed
  });

  test('what nobody can mend any more does not bar the paper', () => {
    const { disputed: _disputed, responsibility: _responsibility, ...bare } = agreement;
    expect(lintPaper('agreement', withFacts({ agreement: bare }))).toEqual([]);
  });

  test('a sitting that goes on is not recorded yet', () => {
    expect(lintPaper('record', upTo('draft'))).toEqual(['这一次还没有谈完，谈完再出。']);
  });

  test('a sitting of which nothing was written is named, and a note of the mediator mends it', () => {
    const silent = { ...upTo('perform'), events: upTo('perform').events.filter(({ move }) => move !== 'record') };
    expect(lintPaper('record', silent)).toEqual(['第2次谈话没有记录，请在“更新进展”里补记一笔，不要勾内部。']);
    const [first] = silent.events;
    const mended = { ...silent, events: [...silent.events, { ...first!, version: 90, move: 'note' as const, as: 'mediator' as const, words: '双方谈妥。' }] };
    expect(lintPaper('record', mended)).toEqual([]);
    expect(sittingsOf(mended)[1]?.words).toEqual(['（补记）双方谈妥。']);
  });

  test('a court is asked on day 30, and not on day 31', () => {
    const effective = agreement.effectiveAt ?? 0;
    expect(lintPaper('confirmation', { ...whole, now: effective + 30 * DAY })).toEqual([]);
    expect(lintPaper('confirmation', { ...whole, now: effective + 31 * DAY }).join()).toContain('超过30天');
  });

  test('no court confirms who is married to whom', () => {
    expect(lintPaper('confirmation', withFacts({ agreement: { ...agreement, facts: '双方协议离婚。' } })).join()).toContain('身份关系');
  });

  test('police mediate minor acts alone, and a minor does not come without a guardian', () => {
    const { security } = ofSecurity.facts;
    expect(lintPaper('security', ofSecurity)).toEqual([]);
    expect(lintPaper('security', withFacts({ security: { ...security!, isMinorAct: false, hasMinor: true } }, ofSecurity))).toEqual([
      '情节较轻的才能治安调解，这件事要依法处理。',
      '有未成年人，先通知父母或者监护人到场。',
    ]);
  });

  test('a volume names what is missing of everything that it holds', () => {
    expect(lintPaper('volume', upTo('sit'))).toEqual(['这件事还没办完，办完再立卷。', '调解记录：这一次还没有谈完，谈完再出。']);
    const unasked = withFacts({ followUps: [], agreement: { ...agreement, clauses: agreement.clauses.map((clause) => ({ ...clause, state: 'open' })) } }, upTo('conclude'));
    expect(lintPaper('volume', unasked)).toEqual(expect.arrayContaining(['协议履行情况记录：第2条还没有结果，做到了没做到都要记下。', '回访记录：还没有回访，请先问过双方。']));
  });
});

describe('which papers', () => {
  test('what was settled on the spot has a register of what both said, and no agreement to sign', () => {
    expect(paperKinds.filter((kind) => isNeeded(kind, onTheSpot))).toEqual(['intake', 'oral', 'followUp', 'volume', 'cover', 'contents', 'backPage']);
  });

  test('of what police settled on the spot there is their agreement, and none where the recording shows it all (程序规定 第178条)', () => {
    expect(paperKinds.filter((kind) => isNeeded(kind, spotOfPolice))).toEqual(['intake', 'security', 'followUp', 'volume', 'cover', 'contents', 'backPage']);
    const { file: _photo, ...spot } = spotOfPolice.facts.spot!;
    const recorded = withFacts({ spot: { ...spot, proof: 'recording', recording: '执法记录仪 12 号' } }, spotOfPolice);
    expect(isNeeded('security', recorded)).toBe(false);
  });

  test('a refused one is filed with what there was', () => {
    const invited = upTo('invite');
    const refused = { ...invited, state: 'refused' as const };
    expect(membersOf(refused, isWholeIn(refused))).toEqual(['intake', 'rights', 'investigation']);
    expect(lintPaper('volume', refused)).toEqual([]);
  });

  test('of a lead there is nothing to write', () => {
    expect(paperKinds.filter((kind) => isNeeded(kind, withFacts({ isLead: true })))).toEqual([]);
  });

  test('who told it himself has applied; what staff wrote down is a register', () => {
    expect(nameOfPaper('intake', whole)).toBe('调解申请书');
    expect(nameOfPaper('intake', ofSecurity)).toBe('调解受理登记表');
  });

  test('what became of an act is on paper once it was decided or recognized (第185、186条)', () => {
    expect(isNeeded('handling', ofSecurity)).toBe(false);
    expect(lintPaper('handling', dealtWith)).toEqual([]);
    const undecided = withFacts({ handling: { step: '传唤询问', byDay: '2026-03-20' } }, dealtWith);
    expect(lintPaper('handling', undecided)).toEqual(['还没有记依法作出的决定。']);
  });

  test('no party reads a record, a note, or who the other is', () => {
    const kept = paperKinds.filter((kind) => !mayRead(kind, ['applicant']));
    expect(kept).toEqual(['authority', 'investigation', 'record', 'proof', 'handling', 'followUp', 'volume', 'cover', 'contents', 'backPage']);
    expect(mayRead('intake', ['respondent'])).toBe(false);
  });
});

describe('what stands on them', () => {
  test('an agreement has its number, the parties, every clause with its day, and the signatures that were drawn', async () => {
    const docx = await written('agreement');
    const words = wordsOf(docx);
    for (const said of [NUMBER, '韦德顺', '穆子安', agreement.facts, agreement.disputed, '言语急躁', '第2条\u3000被申请人穆子安：补偿申请人', '履行期限：2026年3月15日前', '本协议一式三份', '桐花里社区人民调解委员会印章']) expect(words).toContain(said);
    expect(picturesOf(docx)).toEqual(expect.arrayContaining([...drawings.values()]));
  });

  test('before anybody has signed there are places to sign', async () => {
    const docx = await written('agreement', withFacts({ agreement: { ...agreement, signatures: [] } }, upTo('draft')));
    expect(wordsOf(docx)).toContain('申请人（签名）：韦德顺');
    expect(wordsOf(docx)).toContain('年    月    日');
  });

  test('each sitting has its page, with what was said in it', async () => {
    const docx = await written('record');
    expect(wordsOf(docx)).toContain('夜里十一点以后还有跑跳声');
    expect(wordsOf(docx)).toContain('双方就铺地垫、限定时间和补偿谈妥');
    expect(documentXml(docx).match(/<w:pageBreakBefore/g)).toHaveLength(1);
  });

  test('an application shows a respondent whom the applicant did not name only masked, until both agreed to talk', async () => {
    const early = upTo('invite');
    const other = (consentedAt?: number) => withFacts({ respondent: { name: '穆子安', ...(consentedAt !== undefined && { consentedAt }) } }, early);
    expect(wordsOf(await written('intake', other()))).not.toContain('穆子安');
    expect(wordsOf(await written('intake', other()))).toContain('穆*安');
    expect(wordsOf(await written('intake', other(START + DAY)))).toContain('穆子安');
  });

  test('what police tell both rests on their own rules, and promises no court', async () => {
    const words = wordsOf(await written('rights', ofSecurity));
    expect(words).toMatch(/由公安机关主持调解.*第一百八十三条.*第一百八十五条/s);
    expect(words).not.toMatch(/人民调解|司法确认/);
  });

  test('a notice of rights names nobody before both agreed to talk', async () => {
    const words = wordsOf(await written('rights', upTo('invite')));
    expect(words).not.toContain('韦德顺');
    expect(words).not.toContain('穆子安');
    expect(words).toContain('接受调解、拒绝调解或者要求终止调解');
  });

  test('no paper that a party may read holds a telephone of the other side, or a note', async () => {
    for (const kind of ['rights', 'agreement', 'confirmation'] as const) {
      const words = wordsOf(await written(kind));
      for (const hidden of ['139******', '孩子晚上在家跑动', '对方说愿意谈']) expect(words).not.toContain(hidden);
    }
    expect(wordsOf(await written('intake'))).not.toContain('139******22');
  });

  test('a note for a door says who asks and where to ring, and nothing else of anybody', async () => {
    const picture = png();
    const docx = await renderPaper(composeDoorNote('桐里派出所桐花里社区警务室', '0571-00000000', picture), new Map());
    expect(wordsOf(docx)).toContain('电话：0571-00000000');
    expect(picturesOf(docx)).toEqual([picture]);
    for (const hidden of ['韦德顺', '穆子安', '纠纷', '噪音', '调解', '桂花27']) expect(wordsOf(docx)).not.toContain(hidden);
  });

  test('the police agreement says who led it, who else was there, when, where and how it came about, and what was done (程序规定 第184条)', async () => {
    const words = wordsOf(await written('security', ofSecurity));
    for (const said of ['桐里派出所', '沈砚秋', '方予真（律师）', '殴打他人', '治调〔2026〕3号']) expect(words).toContain(said);
    for (const said of ['时间：2026年3月3日 9:00', '地点：桐花苑3号楼楼下车位旁', '人员：申请人韦德顺、被申请人穆子安', '起因：两家', '经过：因占车位', '情节：推了一把', '结果：左手臂']) expect(words).toContain(said);
    const { occurrence: _untold, ...agreement } = ofSecurity.facts.agreement!;
    expect(lintPaper('security', withFacts({ agreement }, upTo('draft', ofSecurity)))).toEqual(['没有写案件发生的时间、地点、起因、情节和结果，请在“写约定”里补上。']);
  });

  test('what became of the act says the step, the decision, the damages, and what both asked for (第185、186条)', async () => {
    const words = wordsOf(await written('handling', dealtWith));
    for (const said of ['有约定没有履行', '2026年3月17日　沈砚秋：受案，传唤被申请人询问。', '2026年3月22日依法作出决定', '人民法院提起民事诉讼', '经人民调解：赔偿医药费三百元', '没有认可']) expect(words).toContain(said);
  });

  test('what was agreed before it was taken up again stays in the file, and names nobody who may be somebody else by now', async () => {
    const { agreement: earlier, ...facts } = whole.facts;
    const reopened = { ...whole, facts: { ...facts, respondent: { name: '李三' }, earlierAgreements: [{ agreement: earlier!, until: START + 30 * DAY }] } };
    const words = wordsOf(await written('proof', reopened));
    expect(words).toContain('2026年4月2日重新办理以前的协议');
    expect(words).toContain('被申请人：在客厅和儿童房铺上地垫');
    expect(words).not.toContain('李三：');
  });

  test('a volume holds every paper in order, and its contents find their pages', async () => {
    const sheets = volumeOf(whole);
    expect(sheets.map(({ paper }) => paper.title)).toEqual(['人民调解卷宗', '卷内目录', '调解申请书', '调解权利义务告知书', '当事人身份和委托情况', '调查记录', '调解记录', '人民调解协议书', '协议履行情况记录', '回访记录', '卷内备考表']);
    const xml = documentXml(await renderVolume(NUMBER, sheets, drawings));
    for (const [, bookmark] of xml.matchAll(/PAGEREF (\w+)/g)) expect(xml).toContain(`w:name="${bookmark}"`);
    expect(xml.match(/PAGEREF/g)).toHaveLength(8);
    expect(xml.match(/<w:sectPr/g)).toHaveLength(sheets.length);
  });

  test.each(paperKinds.filter((kind) => kind !== 'volume' && isNeeded(kind, longest())))('%s loses none of the longest words', async (kind) => {
    const record = longest();
    const docx = await written(kind as Exclude<typeof kind, 'volume'>, record);
    const words = wordsOf(docx).replace(/\n/g, '');
    const expected = composePaper(kind as Exclude<typeof kind, 'volume'>, record).blocks.flatMap((block) => (block.is === 'text' ? [block.text] : block.is === 'grid' ? block.rows.flat().filter((cell) => typeof cell === 'string') : []));
    for (const text of expected) expect(words).toContain(text.replace(/\n/g, ''));
  });

  test('two made from the same record say the same', () => {
    expect(composePaper('agreement', whole)).toEqual(composePaper('agreement', { ...whole, now: whole.now + DAY }));
  });
});
