/** 说事: what is asked, what is missing, what is sent. */
import { attemptFor, emptyReport, inputOf, missingIn, reportView, stepFrom, stepToMend, stillWrong, type Report } from '../../miniprogram/features/dispute/report/report.view';

const told: Report = { ...emptyReport, category: 'noise', buildingId: 'b3', place: '桐花苑 3号楼', story: ' 楼上夜里咚咚响 ' };
const voice = { file: { path: 'tmp/1.mp3', bytes: 9, seconds: 23 }, id: 'v1' };

test('who speaks is asked less: not what it is, not who the other one is', () => {
  expect(reportView({ ...told, isSpoken: true, step: 'story' }).progress).toBe('第1步，共4步');
  expect(reportView({ ...told, step: 'what' }).progress).toBe('第1步，共6步');
  expect(stepFrom({ ...told, isSpoken: true, step: 'where' }, 1)).toBe('danger');
});

test('what is missing is said in words that say how to mend it', () => {
  const where: Report = { ...emptyReport, step: 'where' };
  expect(missingIn(where, true)).toEqual({ buildingId: '还没说在哪里，点“我家楼里”最快。' });
  expect(missingIn(where, false)).toEqual({ buildingId: '还没说在哪里，先点小区，再点哪一栋。' });
  expect(missingIn({ ...told, step: 'other', otherPhone: '12345' }, true)).toHaveProperty(['respondent.phone']);
  expect(missingIn({ ...told, step: 'other', otherPhone: ' 138 0000-0007' }, true)).toEqual({});
});

test('a voice note is enough, once it has arrived', () => {
  expect(missingIn({ ...emptyReport, step: 'story' }, true)).toHaveProperty('story');
  expect(missingIn({ ...emptyReport, step: 'story', voice: { ...voice, id: '' } }, true)).toHaveProperty('voice');
  expect(missingIn({ ...emptyReport, step: 'story', voice }, true)).toEqual({});
  expect(inputOf({ ...emptyReport, buildingId: 'b3', voice })).toMatchObject({ category: 'unsure', story: '语音一段，23秒', voice: 'v1' });
});

test('what was mended is no longer said to be wrong, a voice note mends the missing words', () => {
  expect(stillWrong({ story: '写几个字', photos: '有照片没传上' }, { voice })).toEqual({ photos: '有照片没传上' });
  expect(stillWrong({ 'respondent.phone': '电话好像不对' }, { otherPhone: '13800000007' })).toEqual({});
  expect(stillWrong({ 'respondent.phone': '电话好像不对' }, { otherName: '402' })).toHaveProperty(['respondent.phone']);
});

test('nobody goes on while a photo has not arrived', () => {
  const photo = { key: 1, file: { path: 'tmp/1.jpg', bytes: 9 }, id: '', state: 'failed' } as const;
  expect(missingIn({ ...told, step: 'story', photos: [photo] }, true)).toHaveProperty('photos');
});

test('only what was said is sent', () => {
  expect(inputOf(told)).toEqual({
    category: 'noise',
    buildingId: 'b3',
    story: '楼上夜里咚咚响',
    danger: { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false },
  });
  expect(inputOf({ ...told, otherPhone: '13800000007' }).respondent).toEqual({ name: '不清楚姓名', phone: '13800000007' });
});

test('the same again is the same intention, whatever page it is sent from; another text is another', () => {
  const input = inputOf(told);
  const first = attemptFor(told, input, 'one');
  expect(attemptFor({ ...told, attempt: first }, input, 'two').id).toBe('one');
  expect(attemptFor({ ...told, attempt: first }, { ...input, story: '改过了' }, 'two').id).toBe('two');
});

test('violence at home bars a meeting, and it is said at once', () => {
  expect(reportView({ ...told, step: 'danger', danger: { isHomeViolence: true } })).toMatchObject({
    isDangerous: true,
    next: '下一步',
    apart: '涉及家暴，不能面对面调解，民警会单独联系您。有危险请打110。',
  });
  expect(reportView({ ...told, step: 'danger' }).next).toBe('都没有，下一步');
});

test('what the post could not take leads back to its question', () => {
  expect(stepToMend({ 'respondent.phone': '电话不对' })).toBe('other');
  expect(stepToMend({ version: '过期了' })).toBeUndefined();
});
