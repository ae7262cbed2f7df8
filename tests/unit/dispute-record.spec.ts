/** 代录: what a pasted message seems to say, and what the form sends. */
import type { Compound } from '../../typings/contract/identity';
import { dangerHint, readPasted } from '../../miniprogram/features/desk/record/pasted.view';
import { emptyForm, inputOf, problemsOf, sourceChips, type RecordForm } from '../../miniprogram/features/desk/record/record.view';

const compounds: Compound[] = [
  { id: 'c1', name: '桐花苑', hasProperty: true, buildings: [1, 2, 3, 12].map((n) => ({ id: `t${n}`, name: `${n}号楼`, gridId: 'g1' })) },
  { id: 'c2', name: '纺机宿舍', hasProperty: false, buildings: [3, 6].map((n) => ({ id: `f${n}`, name: `${n}栋`, gridId: 'g3' })) },
  { id: 'c3', name: '望河新城', hasProperty: true, buildings: ['A', 'B'].map((n) => ({ id: `w${n}`, name: `${n}座`, gridId: 'g4' })) },
];
const read = (text: string) => readPasted(text, compounds);

test('a whole message becomes a draft: what, where, who, how much', () => {
  const draft = read('我是韦德顺，住桐花苑3号楼2单元401，电话13900000021。楼上漏水把我家吊顶泡了，修要3,600元。');
  expect(draft).toMatchObject({ category: 'leak', buildingId: 't3', door: '2单元401', applicantName: '韦德顺', applicantPhone: '13900000021', amount: '3600' });
  expect(draft.found).toEqual(['漏水', '桐花苑 3号楼', '韦德顺', '13900000021', '3600元']);
});

test('the phone number goes into its own field, and out of a story that others read', () => {
  expect(read('请打13900000021找我，也可以打13900000022').story).toBe('请打（另记）找我，也可以打（另记）');
});

test.each([
  ['楼上天天半夜咚咚响', 'noise'],
  ['电瓶车又把消防通道堵住了', 'parking'],
  ['房东不退押金', 'money'],
  ['大狗不拴绳，还咬人', 'pets'],
  ['婆媳两个又吵起来', 'family'],
  ['电梯停了十二天物业不管', 'property'],
  ['心里憋得慌', 'unsure'],
])('“%s” is about %s', (text, category) => expect(read(text).category).toBe(category));

test.each([
  ['桐花苑三号楼有人吵', 't3'],
  ['桐花苑十二号楼楼下', 't12'],
  ['桐花苑12号楼', 't12'],
  ['桐花苑3#', 't3'],
  ['纺机宿舍6幢', 'f6'],
  ['望河新城a座电梯', 'wA'],
  ['１２号楼门口', 't12'],
])('“%s” names a building', (text, id) => expect(read(text).buildingId).toBe(id));

test('a building whose compound is not said is taken only when there is no other of that name', () => {
  expect(read('12号楼漏水').buildingId).toBe('t12');
  expect(read('3栋漏水').buildingId).toBe('');
});

test('the number of a flat is no building, and a date is none', () => {
  expect(read('桐花苑401室').buildingId).toBe('');
  expect(read('桐花苑 11月3号 晚上').buildingId).toBe('');
});

test('the largest sum counts, and 万 is ten thousand', () => {
  expect(read('先给了500块，还欠1.2万元').amount).toBe('12000');
  expect(read('没说多少').amount).toBe('');
});

test('people are counted from households too', () => {
  expect(read('我们18户都没法用电梯').peopleCount).toBe('18');
});

test('“我是业主” is no name', () => {
  expect(read('我是业主，楼上太吵').applicantName).toBe('');
  expect(read('本人夏荷，来反映一下').applicantName).toBe('夏荷');
});

test('a weapon is ticked as a threat in the draft, and said, to be checked', () => {
  expect(read('桐花苑3号楼有人拿刀')).toMatchObject({ isThreatened: true, found: ['桐花苑 3号楼', '有人威胁或拿着刀'] });
  expect(read('桐花苑3号楼砍了一棵树').isThreatened).toBe(false);
});

test('other dangerous words make one ask, and decide nothing', () => {
  expect(dangerHint('他说再找他就动手')).toBe('说到了“动手”，请问清楚有没有危险。');
  expect(dangerHint('打电话也不接')).toBe('');
});

const whole: RecordForm = { ...emptyForm, source: 'phone', category: 'noise', story: ' 太吵 ', buildingId: 't3', applicantName: '韦师傅', hasAgreed: true };

test('what is missing is said in the order of the page', () => {
  expect(Object.keys(problemsOf(emptyForm))).toEqual(['source', 'category', 'story', 'buildingId', 'applicantName', 'hasAgreed']);
  expect(problemsOf(whole)).toEqual({});
});

test('nothing is filed for somebody who did not agree', () => {
  expect(problemsOf({ ...whole, hasAgreed: false })).toEqual({ hasAgreed: '先问过本人，愿意登记再存。' });
});

test('110 needs its number, and only then sends one', () => {
  expect(problemsOf({ ...whole, source: '110' })).toHaveProperty('sourceNumber');
  expect(problemsOf({ ...whole, source: '110', sourceNumber: 'H17' })).toEqual({ sourceOfficer: '请填是哪位民警转来的。' });
  expect(inputOf({ ...whole, source: '110', sourceNumber: ' H17 ', sourceOfficer: ' 老秦 ' })).toMatchObject({ source: '110', sourceNumber: 'H17', sourceOfficer: '老秦' });
  expect(inputOf({ ...whole, sourceNumber: 'H17' })).not.toHaveProperty('sourceNumber');
});

test('numbers are read as they are typed', () => {
  expect(problemsOf({ ...whole, applicantPhone: '139 0000 0021', amount: '2800.5', peopleCount: '18' })).toEqual({});
  expect(inputOf({ ...whole, applicantPhone: '139 0000 0021', amount: '2800.5', peopleCount: '18' })).toMatchObject({
    applicant: { name: '韦师傅', phone: '13900000021', hasAgreed: true }, amountFen: 280_050, peopleCount: 18,
  });
  expect(Object.keys(problemsOf({ ...whole, applicantPhone: '139', amount: '两千', peopleCount: '0' }))).toEqual(['applicantPhone', 'amount', 'peopleCount']);
});

test('what was left empty is not sent', () => {
  expect(inputOf(whole)).toEqual({
    category: 'noise', story: '太吵', buildingId: 't3', source: 'phone', applicant: { name: '韦师傅', hasAgreed: true },
    danger: { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false },
  });
});

test('it waits for photos that are on their way, and sends those that have arrived', () => {
  const photo = { key: 1, file: { path: 'tmp', bytes: 1 }, state: 'sending' as const, id: '' };
  expect(problemsOf({ ...whole, photos: [photo] })).toEqual({ photos: '照片还在传，稍等一下。' });
  expect(problemsOf({ ...whole, photos: [{ ...photo, state: 'failed' }] })).toHaveProperty('photos');
  expect(inputOf({ ...whole, photos: [{ ...photo, state: 'sent', id: 'p1' }] })).toMatchObject({ photos: ['p1'] });
});

test('110 passes cases on to the police alone', () => {
  expect(sourceChips(['resident', 'gridWorker']).map(({ value }) => value)).toEqual(['phone', 'visit', 'patrol', 'message']);
  expect(sourceChips(['resident', 'officer']).map(({ value }) => value)).toEqual(['110', 'phone', 'visit', 'patrol', 'message']);
});
