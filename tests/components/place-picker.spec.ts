import { resident } from '../support/home-answers';
import { openComponent, type Answers } from '../support/page';

const PICKER = 'components/place-picker/place-picker';
const compounds = [
  { id: 'c1', name: '桐花苑', hasProperty: true, buildings: [{ id: 'b3', name: '3号楼', gridId: 'g1' }] },
  { id: 'c2', name: '纺机宿舍', hasProperty: false, buildings: [{ id: 'f1', name: '1栋', gridId: 'g3' }] },
];
const answers: Answers = {
  'identity.me': () => ({ ok: true, data: resident }),
  'identity.territory': () => ({ ok: true, data: { community: '桐花里社区', compounds } }),
};

beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

test('我家楼里 is one tap', async () => {
  const picker = await openComponent(PICKER, {}, answers);
  await picker.press('我家楼里，桐花苑 3号楼');
  expect(picker.data.value).toBe('b3');
});

test('elsewhere is two taps: 小区, then building', async () => {
  const picker = await openComponent(PICKER, {}, answers);
  await picker.press('纺机宿舍');
  await picker.press('1栋');
  expect(picker.data.value).toBe('f1');
});

test('nobody is asked for a grid', async () => {
  expect((await openComponent(PICKER, {}, answers)).text()).not.toContain('网格');
});

test('places that did not come can be asked for again', async () => {
  const later: Answers = { 'identity.me': () => ({ ok: true, data: resident }) };
  const picker = await openComponent(PICKER, {}, later);
  expect(picker.text()).toContain('没收到回复，请再试一次。');
  Object.assign(later, answers);
  await picker.press('重试');
  expect(picker.text()).toContain('桐花苑');
});

test('where nothing is entered yet, nobody is sent to choose from it', async () => {
  const none: Answers = { ...answers, 'identity.territory': () => ({ ok: true, data: { community: '', compounds: [] } }) };
  const picker = await openComponent(PICKER, { problem: '还没说在哪里，先点小区，再点哪一栋。' }, none);
  expect(picker.text()).toContain('现在选不了');
  expect(picker.text()).not.toContain('先点小区');
});

describe('in no building', () => {
  const onMap = (picked: object) => ({ wx: { chooseLocation: () => Promise.resolve(picked) } });

  test('a point of the map goes with the 小区 in which it lies', async () => {
    const picker = await openComponent(PICKER, { offersPoint: true }, answers, onMap({ name: '北门', address: '', latitude: 30.2, longitude: 120.2 }));
    await picker.press('纺机宿舍');
    await picker.press('不在楼里，在地图上点');
    expect(picker.data).toMatchObject({ value: 'c2', point: { latitude: 30.2, longitude: 120.2, name: '北门' } });
    await picker.press('1栋');
    expect(picker.data).toMatchObject({ value: 'f1', point: null });
  });

  test('who changes his mind has chosen nothing; where no map opens, it says what else to do', async () => {
    const fails = (errMsg: string) => ({ wx: { chooseLocation: () => Promise.reject(Object.assign(new Error(errMsg), { errMsg })) } });
    const left = await openComponent(PICKER, { offersPoint: true }, answers, fails('chooseLocation:fail cancel'));
    await left.press('不在楼里，在地图上点');
    expect(left.data).toMatchObject({ value: '', trouble: '' });
    const broken = await openComponent(PICKER, { offersPoint: true }, answers, fails('chooseLocation:fail auth deny'));
    await broken.press('不在楼里，在地图上点');
    expect(broken.text()).toContain('打不开地图，请选近一点的楼');
  });

  test('it is offered only where the page takes it', async () => {
    expect((await openComponent(PICKER, {}, answers)).text()).not.toContain('地图');
  });
});
