/** The stories that the product is for, told in their own time. All names are invented. */
import { DAY, dayAndTime, HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import { BUILDING, OTHER_BUILDING, startCommunity, type Community } from '../support/community';
import { codeOf, documentOf, eventsOf, movesOf, sentBy, storyFor, toldTo } from '../support/dispute-spec';
import { safe } from '../support/disputes';
import { findTampering } from '../../cloudfunctions/_kit/audit';

let community: Community;
let as: Community['as'];

/** Each story begins on a day of its own, and time only goes on. */
async function begins(moment: string): Promise<void> {
  await community.cloud.at(moment);
}

const holds = async (id: string) => expect(findTampering(await documentOf(community, id), await eventsOf(community, id))).toEqual([]);

beforeAll(async () => {
  community = await startCommunity('2026-03-02 08:00');
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

test('scenario 1: two neighbours quarrel over noise; it is a third flat’s air-conditioner; it is repaired, asked after and closed', async () => {
  await begins('2026-03-03 08:10');
  const { id, number } = await as('resident').get('dispute.file', {
    category: 'noise', story: '楼上夜里一直嗡嗡响，睡不着，吵过两次了。', buildingId: BUILDING, door: '2单元401', danger: safe, respondent: { name: '楼上住户' },
  });

  await begins('2026-03-03 09:30'); // the officer looks: blue, as the software proposes
  expect((await as('officer').get('dispute.open', { id })).proposal).toEqual({ colour: 'blue', reasons: ['一般邻里的事'] });
  await as('officer').get('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people' });
  await as('auxiliary').get('dispute.invite', { id, channel: 'door', isReached: true, words: '楼上说夜里没动静，指了五楼的外机。' });

  await begins('2026-03-03 15:00'); // upstairs it is quiet: the fifth floor’s unit shakes
  await as('officer').get('dispute.correctRespondent', { id, respondent: { name: '502住户', phone: '13900000052' }, reason: '响的是五楼空调外机。' });
  await as('auxiliary').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意周五谈。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });

  await begins('2026-03-04 10:00'); // the applicant chooses, the mediator takes Friday’s mediation day
  const { mediators } = await as('resident').get('dispute.mediators', { id });
  await as('resident').get('dispute.assign', { id, mediatorId: mediators.find(({ name }) => name === '丁守义')!.id });
  await as('mediator').get('dispute.schedule', { id, startAt: Date.parse('2026-03-06T10:00+08:00'), room: '调解室', hasNoConflict: true });
  expect((await toldTo(community, 'resident', id)).at(-1)).toMatch(/^约在\d+月\d+日 周. 10:00，调解室。$/);

  await begins('2026-03-06 10:02');
  await as('mediator').get('dispute.sit', { id, isSafe: true });
  await as('mediator').get('dispute.draft', {
    id, form: 'oral', facts: '五楼外机松动，夜里共振。', clauses: [{ side: 'respondent', what: '请人紧固外机，加减震垫', byDay: '2026-03-09', proof: '夜里十点去听一次' }],
  });
  const { digest } = (await as('mediator').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) await as('mediator').get('dispute.sign', { id, digest, side, how: 'spoken' });
  expect((await as('resident').get('dispute.open', { id })).state).toBe('performing');

  await begins('2026-03-08 20:00'); // a day early
  await as('mediator').get('dispute.prove', { id, clause: 0, words: '外机紧固了，垫了橡胶垫。', photos: [await sentBy(as('mediator'))] });
  const { next } = await as('resident').get('dispute.open', { id });
  expect([next!.who, dayAndTime(next!.dueAt!)]).toEqual(['民警', '3月15日 20:00']);

  await begins('2026-03-15 09:00');
  await as('officer2').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '一周没响过，两家见面打招呼了。' });
  expect((await storyFor(community, 'resident', id)).reverse().map((line) => line.split('：')[0])).toEqual([
    '您把这件事告诉了警务室', '沈警官看过了，定好怎么办', '程辅警试着联系过对方', '沈警官更正了对方是谁', '程辅警打通了对方的电话', '沈警官确认双方都愿意谈', '您请好了调解员', '丁调解员约好了时间',
    '丁调解员请双方坐下来谈', '丁调解员写好了约定', expect.any(String), expect.any(String), '双方谈成了', '约定开始兑现', '丁调解员说明有一条做到了', '每一条都有了结果', '陆警官回访过，办完了',
  ]);
  expect(await documentOf(community, id)).toMatchObject({ state: 'closed', facts: { number, earlierRespondents: ['楼上住户'] } });
  await community.cloud.runTimers('dispute');
  expect(await toldTo(community, 'leader', id)).toEqual([]); // nobody was late, so nobody was told

  await begins('2026-03-16 19:00'); // he thinks about it, and thinks again
  await as('resident').get('dispute.rate', { id, score: 4 });
  await as('resident').get('dispute.rate', { id, score: 5, words: '跑了两趟，找对了人。' });
  expect((await as('resident').get('dispute.open', { id })).rating).toBe(5);

  await begins('2026-04-07 10:00'); // thirty days after it was repaired
  await community.cloud.runTimers('dispute');
  expect((await toldTo(community, 'officer2', id)).at(-1)).toBe('到30天回访的日子了。');
  await as('officer2').get('dispute.followUp', { id, applicant: 'kept', respondent: 'kept', words: '还是安静的。' });
  expect(await documentOf(community, id)).toMatchObject({ state: 'closed', facts: { followUps: [{}, {}], contests: 0, settledLevel: 'community' } });
  await community.cloud.later(3 * MINUTE);
  await community.cloud.runTimers('dispute');
  expect(await as('leader').get('dispute.board', { month: '2026-03' })).toMatchObject({ resolved: { part: 1, whole: 1 } });
  await holds(id);
});

test('scenario 1, variant: the same noise is settled on the spot within the hour', async () => {
  await begins('2026-04-13 20:05');
  const { id } = await as('neighbour').get('dispute.file', { category: 'noise', story: '隔壁装音响，晚上放得很响。', buildingId: BUILDING, danger: safe, respondent: { name: '隔壁小伙' } });
  await community.cloud.later(40 * MINUTE);
  const settled = await as('gridWorker').get('dispute.settle', { id, settledHow: '九点后戴耳机，低音炮挪离墙。', haveBothAgreed: true });
  expect(settled).toMatchObject({ state: 'settledOnSpot', next: { what: '回访，问是不是还好', who: '民警' } });

  await community.cloud.later(7 * DAY - HOUR);
  await as('officer').get('dispute.close', { id, applicant: 'kept', respondent: 'noAnswer', words: '申请人说安静了。' });
  expect(await movesOf(community, id)).toEqual(['file', 'settle', 'close']);
  await as('neighbour').get('dispute.rate', { id, score: 5 });
  expect(await documentOf(community, id)).toMatchObject({ clocks: [], facts: { settledLevel: 'grid', ratings: [{ side: 'applicant', score: 5 }] } });
  await holds(id);
});

test('scenario 1, variant: after eight days it is loud again; it is taken up anew, and goes to a mediator', async () => {
  await begins('2026-04-22 20:05');
  const { id } = await as('neighbour').get('dispute.file', { category: 'noise', story: '楼下晚上拉琴，拉到十一点。', buildingId: OTHER_BUILDING, danger: safe, respondent: { name: '楼下琴师' } });
  await community.cloud.later(40 * MINUTE);
  await as('officer').get('dispute.settle', { id, settledHow: '九点以后不拉。', haveBothAgreed: true });
  await community.cloud.later(7 * DAY);
  await as('officer2').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '都说好。' });

  await community.cloud.later(DAY); // the very next evening
  await as('neighbour').get('dispute.contest', { id, reason: '昨晚又拉到半夜。' });
  expect((await as('officer').get('dispute.open', { id })).contests).toBe(1);
  expect(await as('officer').get('dispute.reopen', { id, reason: '口头的不管用，请调解员谈。' })).toMatchObject({ state: 'triaged', colour: 'yellow' });
  await as('officer').get('dispute.invite', { id, channel: 'door', isReached: true, words: '愿意坐下来谈。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  expect(await as('neighbour').get('dispute.open', { id })).toMatchObject({ state: 'accepted', next: { what: '选一位调解员' } });
  await as('neighbour').get('dispute.withdraw', { id, reason: '他搬走了。' });
  expect(await movesOf(community, id)).toEqual(['file', 'settle', 'close', 'contest', 'reopen', 'invite', 'accept', 'withdraw']);
  await holds(id);
});

test('scenario 5: shop fronts quarrel over the pavement, found on patrol: a volunteer settles it on the spot, 城管 are told, and an officer asks after seven days', async () => {
  await begins('2026-05-06 16:20');
  const photo = await sentBy(as('volunteer'));
  const { id } = await as('volunteer').get('dispute.settleNow', {
    category: 'parking', buildingId: BUILDING, door: '东侧商铺', story: '两家店为门口摆货架吵起来，货架占了人行道。',
    applicant: { name: '早点铺', phone: '13900000061' }, respondent: { name: '五金店', phone: '13900000062' },
    settledHow: '货架退回台阶内，早上七点前卸货。', haveBothAgreed: true, photos: [photo],
  });
  expect(await documentOf(community, id)).toMatchObject({ state: 'settledOnSpot', facts: { source: 'patrol' } });
  await as('volunteer').get('dispute.note', { id, words: '已告诉城管：人行道上的划线请补一补。', isInternal: false });

  await community.cloud.later(7 * DAY + HOUR);
  await community.cloud.runTimers('dispute');
  expect((await toldTo(community, 'officer', id)).at(-1)).toBe('已过了说好的时间，还没有回访。');
  expect((await as('officer').get('dispute.desk', { desk: 'followUp' })).disputes.map((each) => each.id)).toContain(id);

  expect(codeOf(await as('volunteer').ask('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '挺好。' }))).toBe('FORBIDDEN');
  expect(await as('officer').get('dispute.phone', { id, side: 'respondent' })).toEqual({ phone: '13900000062' });
  await as('officer').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '两家都说照办。' });
  expect((await toldTo(community, 'volunteer', id)).at(-1)).toBe('办完了。如果没解决，30天内可以说。');
  expect(await movesOf(community, id)).toEqual(['settle', 'note', 'remind', 'close']);
  expect((await documentOf(community, id)).clocks).toEqual([]); // said on the spot, asked after once
  await holds(id);
});

test('scenario 7: an old man rings about an unpaid debt, and the call is written down for him; two weeks later it is paid', async () => {
  await begins('2026-05-11 10:15'); // a Monday: he has no telephone that could run the programme
  const { id, number } = await as('officer').get('dispute.file', {
    category: 'money', story: '电话里说：去年借给棋友一万二，说好过年还，一直没还，有借条。', buildingId: BUILDING, door: '1单元102', danger: safe, amountFen: 1_200_000,
    applicant: { name: '骆大爷', phone: '02586000001', hasAgreed: true }, respondent: { name: '棋友老秦', phone: '13900000072' }, source: 'phone',
  });
  expect(number).toMatch(/^[一-龥]{2}\d+$/); // said back to him on the telephone

  await community.cloud.later(HOUR);
  expect((await as('officer').get('dispute.open', { id })).proposal).toEqual({ colour: 'yellow', reasons: ['多半要问法律'] });
  await as('officer').get('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'people' });
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: false, words: '没人接。' });
  await begins('2026-05-12 09:00');
  await as('officer').get('dispute.invite', { id, channel: 'door', isReached: true, words: '上门说了，认这笔钱，愿意谈。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('mediator2') }); // he leaves the choice to the post
  await as('mediator2').get('dispute.schedule', { id, startAt: Date.parse('2026-05-15T14:00+08:00'), room: '上门', hasNoConflict: true });

  await begins('2026-05-15 14:05'); // at his table, signed on paper
  await as('mediator2').get('dispute.sit', { id, isSafe: true });
  await as('mediator2').get('dispute.draft', {
    id, form: 'written', facts: '借款一万二，有借条，双方都认，不计利息。',
    clauses: [
      { side: 'respondent', what: '先还六千', byDay: '2026-05-18', proof: '收条' },
      { side: 'respondent', what: '再还六千，借条退回', byDay: '2026-05-25', proof: '收条，借条当面撕掉' },
    ],
  });
  const { digest } = (await as('mediator2').get('dispute.open', { id })).agreement!;
  for (const side of ['applicant', 'respondent'] as const) {
    await as('mediator2').get('dispute.sign', { id, digest, side, how: 'paper', file: await sentBy(as('mediator2')) });
  }
  await as('mediator2').get('dispute.seal', { id, isSealed: true, file: await sentBy(as('mediator2')) }); // back at the post the paper gets its seal

  await begins('2026-05-18 17:00');
  await as('mediator2').get('dispute.prove', { id, clause: 0, words: '还了六千，有收条。', photos: [await sentBy(as('mediator2'))] });
  await begins('2026-05-25 11:00');
  await as('mediator2').get('dispute.prove', { id, clause: 1, words: '还清了，借条撕了。' });
  expect((await as('officer').get('dispute.open', { id })).state).toBe('following');

  await begins('2026-06-01 10:00'); // seven days later, by another officer than the one who wrote it down
  await as('officer2').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '打电话问过，钱收到了，又一起下棋了。' });
  expect((await movesOf(community, id)).slice(-6)).toEqual(['seal', 'perform', 'prove', 'prove', 'conclude', 'close']);
  expect((await as('officer').get('dispute.listMine', {})).disputes).toMatchObject([{ id, state: 'closed', relations: ['agent', 'officer', 'followUpOfficer'] }]);
  await holds(id);
});
