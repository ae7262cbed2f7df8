/** 治安调解 in the demo: at the table, failed and owed a decision, kept, and one that may be settled on the spot. */
import type { Occurrence, SecurityInput } from '../../typings/contract/dispute';
import { dayKey } from '../../miniprogram/domain/time/format';
import type { Calendar } from './moment';
import type { Step, Story } from './stage';
import { accepts, agrees, chooses, closes, files, keeps, rings, safe, schedules, sits, step, writes } from './verbs';

export function storiesOfSecurity({ ago }: Calendar): Story[] {
  const day = (days: number) => dayKey(ago(days, '12:00'));
  const gate: Occurrence = { at: ago(17, '18:20'), place: '纺机宿舍 5栋门口', cause: '嫌对方的狗没牵绳', circumstances: '当众骂了几句，情节较轻', result: '没有动手，没有损失' };
  return [
    // At the table now: both on their own phones.
    [
      files(ago(3, '18:10'), 'courier', { category: 'parking', story: '送件的车在楼下停了一会儿，楼里的人出来推了我一把，手肘擦破了。', where: '望河新城 A座', respondent: { name: 'A座住户', phone: '13900000024' } }),
      gradesForPolice(ago(3, '19:00'), { offence: 'beating', offender: 'respondent' }),
      comesIn(ago(2, '9:30'), 'parent2', '快递车'),
      accepts(ago(2, '11:00')),
      chooses(ago(2, '12:00'), 'officer2', 'courier'),
      schedules(ago(1, '9:00'), 'officer2', ago(0, '16:00'), '上门'),
      sits(ago(0, '16:00'), 'officer2'),
    ],
    // No agreement: the act goes its way by law.
    [
      files(ago(6, '9:10'), 'resident11', { category: 'unsure', story: '对门在楼道里骂了我半天，说得很难听，孩子都吓哭了。', where: '桐花苑 8号楼', door: '1单元502', respondent: { name: '501住户', phone: '13900000057' } }),
      gradesForPolice(ago(6, '10:00'), { offence: 'insult', offender: 'respondent' }),
      rings(ago(6, '11:00'), '愿意谈。'),
      accepts(ago(6, '11:20')),
      chooses(ago(6, '11:30'), 'officer2'),
      schedules(ago(6, '14:00'), 'officer2', ago(1, '10:00'), '上门'),
      sits(ago(1, '10:00'), 'officer2'),
      step(ago(1, '11:00'), ({ as }, id) => as('officer2').does('dispute.fail', { id, reason: '不肯当面道歉。' })),
    ],
    // Kept, and asked after: nobody is punished.
    [
      files(ago(17, '19:00'), 'resident13', { category: 'pets', story: '说了一句请牵绳，他当着好多人骂我。', where: '纺机宿舍 5栋', respondent: { name: '遛狗的住户', phone: '13900000058' } }),
      gradesForPolice(ago(16, '9:00'), { offence: 'insult', offender: 'respondent' }),
      rings(ago(16, '10:00'), '愿意谈，也说自己话重了。'),
      accepts(ago(16, '10:20')),
      chooses(ago(16, '11:00'), 'officer2'),
      schedules(ago(16, '14:00'), 'officer2', ago(14, '9:00'), '上门'),
      sits(ago(14, '9:00'), 'officer2'),
      ...agrees(ago(14, '9:40'), 'officer2', { facts: '遛狗没牵绳，被提醒后骂了几句，双方都认。', occurrence: gate, clauses: [{ side: 'respondent', what: '当面道歉，以后牵绳遛狗', byDay: day(12), proof: '当面说了，邻居看得到' }] }),
      keeps(ago(13, '18:00'), 'resident13', 0, '道歉了，这两天都牵着绳。'),
      closes(ago(6, '15:00'), '两边都说没事了。'),
      writes(ago(6, '15:20'), 'officer', 'security'),
    ],
    // Small and clear, with both still there.
    [
      files(ago(0, '15:30'), 'officer', { category: 'parking', story: '两辆车剐了一下后视镜，争了几句，一方推了另一方一下，没有受伤。', where: '澄光商街 西段', applicant: { name: '白车车主', phone: '13900000059', hasAgreed: true }, respondent: { name: '黑车车主', phone: '13900000060' }, source: '110', sourceNumber: '24-0173', sourceOfficer: '值班民警' }),
      gradesForPolice(ago(0, '15:40'), { offence: 'beating', offender: 'respondent' }),
    ],
  ];
}

/** A minor act that police may mediate (程序规定 第178条). */
const gradesForPolice = (at: number, act: Pick<SecurityInput, 'offence' | 'offender'>): Step =>
  step(at, ({ as }, id) => as('officer').does('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'security', security: { ...act, isMinorAct: true, exclusions: [], hasMinor: false, isGuardianTold: false } }));

/** The other side opens the invitation and says yes. */
const comesIn = (at: number, who: string, word: string): Step =>
  step(at, async ({ as }, id) => {
    const { code } = await as('officer').does('dispute.makeInvitation', { id, channel: 'share', word });
    await as(who).does('dispute.bindInvitation', { code, word });
    return as(who).does('dispute.consent', { id, isRightsNoticeRead: true });
  });
