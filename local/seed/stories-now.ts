/** What is under way in the demo community on its Tuesday afternoon. */
import { dayKey } from '../../miniprogram/domain/time/format';
import type { Calendar } from './moment';
import { thumping } from './pictures';
import type { Story } from './stage';
import { accepts, adjourns, agrees, breaks, chooses, closes, comesToTheTable, contests, corrects, fails, files, keeps, notes, rings, safe, schedules, settles, sits, step, triages } from './verbs';

const VOICE_SECONDS = 6;

/** Each story is one dispute, from its first telling to where it stands now. */
export function storiesNow({ ago }: Calendar): Story[] {
  const day = (days: number) => dayKey(ago(days, '12:00'));
  return [
    // Two tell of the same noise: the second is a duplicate that nobody has merged yet.
    [
      files(ago(0, '15:52'), 'resident', {
        category: 'noise',
        story: '3号楼楼上夜里老是咚咚响，像拿锤子敲地，一响就到一两点，老伴睡不着。录了一段声音。',
        where: '桐花苑 3号楼',
        door: '2单元301',
        respondent: { name: '楼上住户' },
        voice: { content: thumping(VOICE_SECONDS), seconds: VOICE_SECONDS },
      }),
    ],
    [files(ago(0, '16:14'), 'neighbour', { category: 'noise', story: '半夜楼里有人敲东西，咚咚咚的，孩子被吵醒好几回。', where: '桐花苑 3号楼', door: '2单元302' })],

    [
      settles(ago(6, '17:05'), 'volunteer', {
        category: 'parking',
        where: '澄光商街 东段',
        applicant: { name: '面馆老板', phone: '13900000031' },
        respondent: { name: '水果店老板', phone: '13900000032' },
        story: '水果筐摆到面馆门口，客人进不去，两家在街上吵起来。',
        settledHow: '水果筐收回黄线以内，送货时提前说一声，十分钟内搬走。两边都说行。',
        photo: 'pavement',
      }),
    ],

    [
      files(ago(1, '9:40'), 'courier', { category: 'money', story: '租房到期退房，房东一直不退2800元押金，电话打通了说等等，后来就不接了。', where: '纺机宿舍 4栋', door: '2单元502', respondent: { name: '房东', phone: '13900000033' }, amountFen: 280_000, photo: 'note' }),
      triages(ago(1, '10:30'), 'yellow'),
      rings(ago(1, '11:00'), '打了两次没人接。', { isReached: false }),
      rings(ago(0, '10:10'), '接通了，说在外地，周四前给答复。'),
    ],

    [
      files(ago(0, '8:40'), 'parent', { category: 'leak', story: '卫生间顶上滴水三天了，墙皮都鼓起来，楼上说不是他家的事。', where: '桐花苑 5号楼', door: '1单元402', respondent: { name: '楼上业主', phone: '13900000034' }, photo: 'leak' }),
      triages(ago(0, '9:20'), 'blue'),
      rings(ago(0, '10:30'), '楼上说愿意一起看看，只要说清楚是谁的责任。', { who: 'auxiliary', channel: 'door' }),
      accepts(ago(0, '11:00')),
    ],

    [
      files(ago(1, '8:50'), 'auxiliary', { category: 'family', story: '婆婆和儿媳为带孩子、做饭的事吵到报警，没有动手，双方都说想好好谈一次。', where: '桐花苑 8号楼', door: '3单元101', applicant: { name: '谭素芬', phone: '13900000035', hasAgreed: true }, respondent: { name: '袁晓', phone: '13900000036' }, source: '110', sourceNumber: '110-0382', sourceOfficer: '指挥室' }),
      triages(ago(1, '9:30'), 'yellow'),
      rings(ago(1, '10:20'), '儿媳愿意谈，希望周五下午。', { who: 'auxiliary' }),
      accepts(ago(1, '10:40')),
      chooses(ago(1, '10:45'), 'mediator2'),
      schedules(ago(1, '14:00'), 'mediator2', ago(-3, '14:00')),
    ],

    [
      files(ago(7, '9:15'), 'gridWorker', { category: 'property', story: '2号楼电梯停了11天，18户都要爬楼，有老人下不来。推了五位代表，要物业说清楚什么时候修、费用怎么算。', where: '桐花苑 2号楼', applicant: { name: '温国栋等五位代表', phone: '13900000037', hasAgreed: true }, respondent: { name: '桐花苑物业', phone: '13900000027' }, peopleCount: 18, source: 'visit', photo: 'lift' }),
      triages(ago(7, '9:50'), 'red'),
      rings(ago(7, '11:00'), '物业冷经理答应带维修单位一起来。'),
      accepts(ago(7, '14:00')),
      chooses(ago(7, '14:10'), 'mediator'),
      schedules(ago(7, '15:00'), 'mediator', ago(4, '10:00')),
      sits(ago(4, '10:00'), 'mediator'),
      adjourns(ago(4, '11:10'), 'mediator', '物业承认停梯，说配件周一到。代表要求先把老人接送的办法定下来。费用怎么分摊没谈拢，下次带维修合同来。', ago(0, '17:00'), '会议室'),
      notes(ago(1, '16:20'), 'gridWorker', '配件今天到了，维修单位说周四能装好。'),
    ],

    [
      files(ago(26, '10:00'), 'resident12', { category: 'leak', story: '楼上热水器爆了，家里地板和衣柜泡坏，花了3600元修。', where: '桐花苑 4号楼', door: '1单元201', respondent: { name: '楼上住户', phone: '13900000038' }, amountFen: 360_000, photo: 'leak' }),
      ...comesToTheTable(ago(26, '10:00'), 'blue', 'mediator', ago(21, '10:00')),
      ...agrees(ago(21, '10:50'), 'mediator', {
        facts: '楼上热水器漏水，泡坏楼下地板和衣柜，双方认可损失3600元。',
        clauses: [
          { side: 'respondent', what: '先付1800元', byDay: day(14), proof: '转账记录' },
          { side: 'respondent', what: '再付1800元', byDay: day(1), proof: '转账记录' },
        ],
      }),
      keeps(ago(15, '19:20'), 'resident12', 0, '第一笔1800元收到了。', 'note'),
    ],

    [
      files(ago(34, '11:00'), 'resident20', { category: 'noise', story: '空调外机对着卧室窗户，一开就嗡嗡响，夜里没法睡。', where: '望河新城 A座', door: '1单元803', respondent: { name: '802住户' }, photo: 'cooler' }),
      triages(ago(34, '14:00'), 'blue'),
      rings(ago(34, '15:00'), '802说外机不是他家的，是803东侧的住户。', { channel: 'door' }),
      corrects(ago(33, '9:30'), { name: '804住户', phone: '13900000039' }, '现场看过，外机是804的，向802说明并致谢。'),
      rings(ago(33, '10:00'), '804愿意谈。'),
      accepts(ago(33, '10:20')),
      chooses(ago(33, '10:30'), 'mediator2'),
      schedules(ago(33, '11:00'), 'mediator2', ago(32, '15:00'), '上门'),
      sits(ago(32, '15:00'), 'mediator2'),
      ...agrees(ago(32, '15:40'), 'mediator2', { form: 'oral', facts: '外机离卧室窗不到一米，双方认可。', clauses: [{ side: 'respondent', what: '外机移到西墙，加减震垫', byDay: day(24), proof: '移好后一起听一遍' }] }),
      keeps(ago(24, '18:00'), 'mediator2', 0, '外机移到西墙了，装了减震垫。', 'cooler'),
      closes(ago(16, '10:00'), '两边都说移好了。'),
      contests(ago(1, '20:10'), 'resident20', '天冷开了制热，夜里又响，比以前还低沉。'),
    ],

    [
      files(ago(11, '9:00'), 'resident25', { category: 'money', story: '装修完工三个月，还欠我尾款9600元，业主说有几处没做好要扣钱。', where: '望河新城 B座', door: '2单元1501', respondent: { name: '1501业主', phone: '13900000040' }, amountFen: 960_000 }),
      ...comesToTheTable(ago(11, '9:00'), 'yellow', 'mediator2', ago(4, '15:00')),
      fails(ago(4, '16:10'), 'mediator2', '扣多少谈不拢：业主要扣5000元，对方最多让1500元。', '双方都认可总价48000元、已付38400元。'),
    ],

    [
      files(ago(30, '14:00'), 'resident31', { category: 'money', story: '去年借给老同事12000元，说好半年还，现在总说没钱。有借条。', where: '纺机宿舍 1栋', door: '2单元303', respondent: { name: '老同事', phone: '13900000041' }, amountFen: 1_200_000, photo: 'note' }),
      ...comesToTheTable(ago(30, '14:00'), 'yellow', 'mediator', ago(24, '10:00')),
      ...agrees(ago(24, '10:50'), 'mediator', {
        facts: '借款12000元，有借条，双方都认。',
        clauses: [
          { side: 'respondent', what: '还6000元', byDay: day(-12), proof: '转账记录' },
          { side: 'respondent', what: '还清余下6000元', byDay: day(-42), proof: '转账记录，交回借条' },
        ],
      }),
      notes(ago(9, '15:00'), 'mediator', '提醒过双方：生效起30天内可以一起去法院申请司法确认。'),
      step(ago(2, '20:00'), ({ as }, id) => as('resident31').does('dispute.askConfirmation', { id, side: 'applicant', court: '望河区人民法院' })),
    ],

    // Danger: no meeting of the two, the police are with the applicant.
    [
      files(ago(0, '8:10'), 'resident33', { category: 'family', story: '丈夫昨晚喝酒后打了我，孩子在旁边看着，我现在在我妈家。', where: '纺机宿舍 5栋', door: '1单元601', danger: { isHurt: true, isThreatened: true, isChildAtRisk: true, isHomeViolence: true } }),
      triages(ago(0, '8:25'), 'red', { danger: { isHurt: true, isThreatened: true, isChildAtRisk: true, isHomeViolence: true } }),
      step(ago(0, '9:00'), ({ as }, id) => as('officer').does('dispute.contact', { id, words: '见到本人，人在她母亲家，孩子也在。' })),
      notes(ago(0, '9:10'), 'officer', '已见到本人，送医验伤，告诫书已开。妇联下午上门，联系申请人只打她母亲家电话。', true),
    ],

    [
      files(ago(1, '11:20'), 'resident37', { category: 'parking', story: '楼下消防通道天天停电动车，晾衣服都要侧着走，说了几次没人管。', where: '望河新城 B座', photo: 'pavement' }),
    ],
    [
      files(ago(1, '13:30'), 'resident40', { category: 'pets', story: '邻居的猫总跑到我家阳台，花盆打翻好几个。', where: '桐花苑 10号楼', door: '2单元102', respondent: { name: '101住户', phone: '13900000042' } }),
      triages(ago(1, '15:00'), 'blue'),
      rings(ago(1, '15:40'), '101愿意谈，白天都在家。', { who: 'auxiliary' }),
      accepts(ago(1, '16:00')),
      chooses(ago(0, '9:30'), 'mediator', 'resident40'),
    ],
    [
      files(ago(4, '18:30'), 'resident44', { category: 'parking', story: '地下车位总被隔壁的车压线，车门打不开。', where: '桐花苑 7号楼', respondent: { name: '隔壁车主', phone: '13900000043' } }),
      ...comesToTheTable(ago(3, '9:00'), 'blue', 'mediator2', ago(0, '16:00'), '会议室'),
    ],
    [
      files(ago(2, '10:10'), 'volunteer', { category: 'noise', story: '二楼在家开麻将桌，半夜还在吵，三楼老人请我帮忙说一声。', where: '纺机宿舍 2栋', door: '1单元201', applicant: { name: '三楼老人', phone: '13900000044', hasAgreed: true }, respondent: { name: '201住户', phone: '13900000045' }, source: 'visit', danger: safe }),
      ...comesToTheTable(ago(2, '10:10'), 'blue', 'mediator', ago(-3, '9:30')).slice(0, -1),
    ],
    [
      files(ago(20, '15:00'), 'resident48', { category: 'property', story: '楼道的灯坏了一半，物业收了钱说换，一直没换。', where: '桐花苑 6号楼', respondent: { name: '桐花苑物业', phone: '13900000027' } }),
      ...comesToTheTable(ago(20, '15:00'), 'yellow', 'mediator', ago(14, '9:30')),
      ...agrees(ago(14, '10:10'), 'mediator', { form: 'oral', facts: '6号楼有5盏灯不亮，物业认可。', clauses: [{ side: 'respondent', what: '换好5盏灯', byDay: day(8), proof: '晚上一起看' }, { side: 'respondent', what: '留一个报修电话', byDay: day(8), proof: '贴在门厅' }] }),
      keeps(ago(9, '19:00'), 'resident48', 0, '灯都亮了。'),
      breaks(ago(7, '10:00'), 'resident48', 1, '门厅没有贴电话。'),
    ],
  ];
}
