/** What stands beside the straight way in the demo: leads, other units, danger, an invitation, a panel, the court. */
import type { GroupMember } from '../../typings/contract/dispute';
import { dayKey } from '../../miniprogram/domain/time/format';
import type { Calendar } from './moment';
import type { Step, Story } from './stage';
import { accepts, agrees, chooses, closes, comesToTheTable, contests, files, keeps, rates, reopens, rings, safe, schedules, step, triages } from './verbs';

export function storiesBeside({ ago }: Calendar): Story[] {
  const day = (days: number) => dayKey(ago(days, '12:00'));
  return [
    // 信访苗头: nobody has asked for anything, and officers alone see it.
    [notices(ago(0, '11:20'), 'volunteer', { category: 'money', where: '澄光商街 西段', story: '五金店老板说房东要提前收铺，准备约几家一起去上访。', who: '五金店老板', peopleCount: 6 })],
    [
      notices(ago(6, '9:30'), 'gridWorker', { category: 'unsure', where: '桐花苑 6号楼', story: '两家在楼下为晒被子说了几句，没有吵起来。' }),
      step(ago(6, '11:00'), ({ as }, id) => as('officer').does('dispute.dismissLead', { id, reason: '问过两家，都说没事。' })),
    ],

    // The landlord has no account: an invitation is out, and the word was said on the phone.
    [
      files(ago(2, '10:20'), 'resident9', { category: 'money', story: '二手房东说好修热水器，收了200元一直没修。', where: '纺机宿舍 1栋', door: '1单元402', respondent: { name: '二手房东', phone: '13900000046' }, amountFen: 20_000 }),
      triages(ago(2, '11:00'), 'yellow'),
      rings(ago(2, '14:00'), '打电话没接。', { isReached: false }),
      step(ago(1, '10:00'), ({ as }, id) => as('officer').does('dispute.makeInvitation', { id, channel: 'share', word: '热水器' })),
    ],

    // The neighbour has come in with hers, and has not said yet whether she would like to talk.
    [
      files(ago(1, '18:30'), 'resident22', { category: 'pets', story: '楼上的狗拴在楼道里，孩子上下楼害怕。', where: '桐花苑 3号楼', respondent: { name: '楼上养狗的' } }),
      triages(ago(1, '19:00'), 'blue'),
      step(ago(0, '9:30'), async ({ as }, id) => {
        const { code } = await as('officer').does('dispute.makeInvitation', { id, channel: 'share', word: '晾衣绳' });
        return as('neighbour').does('dispute.bindInvitation', { code, word: '晾衣绳' });
      }),
    ],

    // Both have signed; the mediator's name and the seal are still to come.
    [
      files(ago(8, '10:00'), 'resident46', { category: 'leak', story: '楼上空调往下滴水，晾的被子湿了两回。', where: '望河新城 B座', door: '903', respondent: { name: '1003住户', phone: '13900000056' } }),
      ...comesToTheTable(ago(8, '10:00'), 'blue', 'mediator', ago(1, '15:00')),
      ...agrees(ago(1, '15:40'), 'mediator', { isSealed: false, facts: '空调冷凝水管脱落，双方都看过。', clauses: [{ side: 'respondent', what: '接好空调冷凝水管', byDay: day(-4), proof: '开一晚空调不滴水' }] }),
    ],

    // Another unit's matter: it took it, and one that has not answered yet.
    [
      files(ago(15, '9:00'), 'resident30', { category: 'noise', story: '楼下饭店的油烟机整晚轰轰响，油烟也往上冒。', where: '澄光商街 东段', photo: 'cooler' }),
      triages(ago(15, '10:00'), 'yellow', { reason: '要城管和生态环境一起看' }),
      step(ago(15, '10:20'), ({ as }, id) => as('officer').does('dispute.transfer', { id, unit: '城管', words: '饭店油烟和噪声，请上门查处。' })),
      step(ago(14, '15:00'), ({ as }, id) => as('officer').does('dispute.acknowledge', { id, receivedBy: '城管中队值班员', words: '接了，三天内上门。' })),
    ],
    [
      files(ago(0, '9:20'), 'resident34', { category: 'property', story: '单元门的门禁坏了半个月，物业说等厂家。', where: '望河新城 A座' }),
      triages(ago(0, '10:00'), 'yellow'),
      step(ago(0, '10:30'), ({ as }, id) => as('officer').does('dispute.transfer', { id, unit: '住建', words: '物业维修久拖不修，请督促。' })),
    ],

    merged(ago(10, '19:10'), ago(10, '20:05')),
    reopened(ago, day),

    // The eighteen families: five speak for them, and helpers sit beside the mediator.
    [
      files(ago(8, '9:15'), 'gridWorker', { category: 'property', story: '地下室漏水，12户的储藏间泡了，物业和开发商互相推。', where: '桐花苑 1号楼', applicant: { name: '简雅琴等三位代表', phone: '13900000047', hasAgreed: true }, respondent: { name: '桐花苑物业', phone: '13900000027' }, peopleCount: 12, source: 'visit', photo: 'leak' }),
      triages(ago(8, '9:50'), 'red'),
      rings(ago(8, '11:00'), '物业说愿意坐下来谈。'),
      step(ago(8, '13:30'), ({ as }, id) => as('gridWorker').does('dispute.group', { id, side: 'applicant', members: families })),
      accepts(ago(8, '14:00')),
      chooses(ago(8, '14:10'), 'mediator'),
      panel(ago(8, '15:00')),
      schedules(ago(7, '9:00'), 'mediator', ago(-1, '15:00'), '会议室'),
      step(ago(6, '15:00'), ({ as }, id) => as('officer').does('dispute.decide', { id, what: '找开发商要防水保修单', who: '住建', byDay: day(-2) })),
      step(ago(6, '15:10'), ({ as }, id) => as('officer').does('dispute.decide', { id, what: '先把泡坏的东西登记拍照', who: '网格员夏荷', byDay: day(3) })),
      step(ago(4, '10:00'), ({ as }, id) => as('gridWorker').does('dispute.finishTask', { id, task: 1, words: '12户都登记了。' })),
    ],

    // Confirmed by the court, long ago.
    [
      files(ago(52, '10:00'), 'resident36', { category: 'money', story: '合伙开早餐铺散伙，货款4800元没分清。', where: '纺机宿舍 2栋', respondent: { name: '合伙人', phone: '13900000048' }, amountFen: 480_000 }),
      ...comesToTheTable(ago(52, '10:00'), 'yellow', 'mediator2', ago(48, '10:00')),
      ...agrees(ago(48, '10:50'), 'mediator2', { facts: '货款4800元，双方认可各一半。', disputed: '谁先垫的货款。', responsibility: '双方各承担一半。', clauses: [{ side: 'respondent', what: '付2400元', byDay: day(40), proof: '转账记录' }] }),
      court(ago(46, '9:00'), 'applicant'),
      court(ago(46, '9:30'), 'respondent'),
      step(ago(44, '10:00'), ({ as }, id) => as('mediator2').does('dispute.recordConfirmation', { id, outcome: 'accepted', number: '调确字第31号' })),
      keeps(ago(41, '18:00'), 'resident36', 0, '2400元收到了。', 'note'),
      step(ago(38, '10:00'), ({ as }, id) => as('mediator2').does('dispute.recordConfirmation', { id, outcome: 'confirmed', number: '调确字第31号' })),
      closes(ago(33, '10:00'), '两边都说清了。'),
      rates(ago(33, '19:00'), 'resident36', 5),
    ],
  ];
}

const families: GroupMember[] = ['简雅琴', '路海生', '温玉兰', '祁建安', '霍思敏', '蓝长河'].map((name, position) => ({ name, isRepresentative: position < 3, hasConsented: true, hasAgreed: false }));

interface Seen {
  readonly category: 'money' | 'unsure';
  readonly where: string;
  readonly story: string;
  readonly who?: string;
  readonly peopleCount?: number;
}

function notices(at: number, who: string, { where, ...seen }: Seen): Step {
  return { at, happens: (stage) => stage.as(who).does('dispute.notice', { ...seen, buildingId: stage.at(where), danger: safe }) };
}

/** Two neighbours told of the same smell: one case goes on for both. */
function merged(first: number, second: number): Story {
  let into = '';
  const smell = { category: 'unsure', where: '望河新城 B座', danger: safe } as const;
  const tells = files(first, 'resident41', { ...smell, story: '楼道里有股怪味，像是下水道返上来的。' });
  return [
    { at: tells.at, happens: async (stage) => { into = (await tells.happens(stage, ''))?.id ?? ''; return undefined; } },
    files(second, 'resident42', { ...smell, story: '晚上楼道臭得开不了门。' }),
    step(second + 1, ({ as }, id) => as('officer').does('dispute.merge', { id, intoId: into })),
    step(second + 2, ({ as }) => as('officer').does('dispute.triage', { id: into, colour: 'blue', danger: safe, track: 'people' })),
    step(second + 3, ({ as }) => as('officer').does('dispute.contact', { id: into, words: '物业明早来疏通。' })),
    step(second + 4, ({ as }) => as('officer').does('dispute.settle', { id: into, settledHow: '物业当晚疏通了下水，味道散了。', haveBothAgreed: true })),
  ];
}

/** Closed, and not solved: taken up again. */
function reopened(ago: Calendar['ago'], day: (days: number) => string): Story {
  return [
    files(ago(38, '10:00'), 'resident45', { category: 'noise', story: '楼上孩子练轮滑，地板震得灯都晃。', where: '桐花苑 8号楼', door: '2单元302', respondent: { name: '402住户', phone: '13900000049' } }),
    ...comesToTheTable(ago(38, '10:00'), 'blue', 'mediator', ago(33, '10:00')),
    ...agrees(ago(33, '10:40'), 'mediator', { form: 'oral', facts: '孩子在家练轮滑，双方都认。', clauses: [{ side: 'respondent', what: '轮滑到楼下练', byDay: day(31), proof: '一周没有声音' }] }),
    keeps(ago(30, '19:00'), 'mediator', 0, '问过楼下，安静了。'),
    closes(ago(22, '10:00'), '两边都说好了。'),
    contests(ago(3, '20:30'), 'resident45', '天冷了又在家里滑。'),
    reopens(ago(2, '9:30'), '回访确认又开始了，重新约双方。'),
  ];
}

function panel(at: number): Step {
  return step(at, async ({ as }, id) => {
    const members = [
      { post: 'leader', name: '韩岳', personId: as('leader').id, hasNoConflict: false },
      { post: 'officer', name: '沈砚秋', personId: as('officer').id, hasNoConflict: true },
      { post: 'auxiliary', name: '程小北', personId: as('auxiliary').id, hasNoConflict: false },
      { post: 'lawyer', name: '方予真', hasNoConflict: true },
    ] as const;
    await as('officer').does('dispute.formPanel', { id, template: 'threePlusN', members: [...members] });
    await as('auxiliary').does('dispute.declare', { id, hasNoConflict: true });
    await as('officer').does('dispute.consentPanel', { id, side: 'applicant' });
  });
}

const court = (at: number, side: 'applicant' | 'respondent'): Step =>
  step(at, ({ as }, id) => as(side === 'applicant' ? 'resident36' : 'mediator2').does('dispute.askConfirmation', { id, side, court: '望河区人民法院' }));
