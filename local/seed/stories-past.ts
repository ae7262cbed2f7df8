/** What is over in the demo community: kept promises, and the other ways in which a matter ends. */
import { dayKey } from '../../miniprogram/domain/time/format';
import type { Calendar } from './moment';
import type { Story } from './stage';
import { agrees, closes, comesToTheTable, declines, files, keeps, refuses, rings, settles, triages, withdraws, writes } from './verbs';

interface Small {
  readonly days: number;
  readonly who: string;
  readonly category: 'noise' | 'parking' | 'pets' | 'leak' | 'unsure';
  readonly where: string;
  readonly story: string;
  readonly settledHow: string;
}

/** Settled within a minute by whoever stood there, and asked after a week later. */
const small: readonly Small[] = [
  { days: 12, who: 'gridWorker', category: 'noise', where: '桐花苑 1号楼', story: '孩子练琴太晚。', settledHow: '晚上八点半以后不弹。' },
  { days: 16, who: 'ningwan', category: 'parking', where: '纺机宿舍 3栋', story: '三轮车堵楼道口。', settledHow: '停到墙边，钥匙留邻居一把。' },
  { days: 22, who: 'qiaodachuan', category: 'pets', where: '桐花苑 9号楼', story: '遛狗不牵绳。', settledHow: '下楼就牵绳，早晚各一次。' },
  { days: 29, who: 'longqiming', category: 'parking', where: '澄光商街 西段', story: '外卖车停在店门口。', settledHow: '中午停到对面车位。' },
  { days: 36, who: 'volunteer', category: 'unsure', where: '纺机宿舍 6栋', story: '晾衣绳拉到别人窗前。', settledHow: '绳子往东移两米。' },
];

export function storiesPast({ ago }: Calendar): Story[] {
  const day = (days: number) => dayKey(ago(days, '12:00'));
  return [
    ...small.map(({ days, who, ...told }): Story => [
      settles(ago(days, '17:20'), who, { ...told, applicant: { name: '东家住户', phone: '13900000051' }, respondent: { name: '西家住户', phone: '13900000052' } }),
      closes(ago(days - 8, '10:30'), '打电话问过，两边都说没再闹。'),
    ]),

    [
      files(ago(44, '9:30'), 'resident2', { category: 'leak', story: '厨房下水反水，流到楼下过道。', where: '桐花苑 11号楼', respondent: { name: '楼下住户', phone: '13900000053' } }),
      ...comesToTheTable(ago(44, '9:30'), 'blue', 'mediator', ago(39, '10:00')),
      ...agrees(ago(39, '10:40'), 'mediator', { form: 'oral', facts: '下水管堵了，双方都认。', clauses: [{ side: 'applicant', what: '请人疏通，费用各一半', byDay: day(35), proof: '不再反水' }] }),
      keeps(ago(36, '18:00'), 'mediator', 0, '问过两家，通好了，一人出了60元。'),
      closes(ago(28, '10:00'), '两边都满意。'),
      writes(ago(28, '10:20'), 'officer', 'intake', 'rights', 'record', 'oral', 'volume'),
    ],
    [
      files(ago(42, '16:00'), 'resident5', { category: 'noise', story: '楼下健身房清早放音乐。', where: '望河新城 A座', respondent: { name: '健身房', phone: '13900000054' } }),
      ...comesToTheTable(ago(41, '9:00'), 'blue', 'mediator2', ago(35, '14:00')),
      ...agrees(ago(35, '14:40'), 'mediator2', { form: 'oral', facts: '早上七点开始放音乐。', clauses: [{ side: 'respondent', what: '八点半以后才放，音量减半', byDay: day(34), proof: '一周没有人再说' }] }),
      keeps(ago(28, '9:00'), 'mediator2', 0, '问过三户，都说好了。'),
      closes(ago(20, '15:00'), '申请人满意，健身房没接电话。', 'kept', 'noAnswer'),
    ],

    [
      files(ago(9, '19:00'), 'resident8', { category: 'pets', story: '楼道里养了两条大狗，味道大，孩子不敢出门。', where: '桐花苑 12号楼', door: '1单元', respondent: { name: '养狗的住户', phone: '13900000055' } }),
      triages(ago(8, '9:00'), 'blue'),
      rings(ago(8, '11:00'), '敲门见到了，说要想一想。', { channel: 'door' }),
      refuses(ago(7, '15:00'), '对方说楼道是公共的，不愿意谈。'),
    ],
    [
      files(ago(18, '10:00'), 'resident14', { category: 'property', story: '想查楼上是不是违章搭建。', where: '望河新城 B座' }),
      triages(ago(18, '11:00'), 'yellow'),
      declines(ago(17, '9:30'), '违章搭建由城管查处，可以打12345，已把照片的要求写给您。'),
    ],
    [
      files(ago(25, '14:00'), 'resident17', { category: 'money', story: '公司欠我两个月工资。', where: '纺机宿舍 3栋', amountFen: 900_000 }),
      triages(ago(25, '15:00'), 'yellow'),
      declines(ago(24, '10:00'), '劳动报酬归劳动监察，可以打12333，街道劳动站周一到周五都在。'),
    ],
    [
      files(ago(13, '20:30'), 'resident22', { category: 'parking', story: '车位被占。', where: '桐花苑 7号楼', respondent: { name: '白色轿车车主' } }),
      withdraws(ago(12, '8:00'), 'resident22', '车主来道歉，已经和好。'),
    ],
    [
      files(ago(31, '12:00'), 'resident28', { category: 'noise', story: '装修周末也不停。', where: '桐花苑 4号楼', respondent: { name: '装修的住户', phone: '13900000056' } }),
      triages(ago(31, '14:00'), 'blue'),
      rings(ago(31, '16:00'), '愿意谈。'),
      withdraws(ago(30, '9:00'), 'resident28', '装修队答应周末不动电钻，先不谈了。'),
    ],
  ];
}
