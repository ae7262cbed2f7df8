/** The calendar of mediation: what is proposed, what nobody can have twice, and who hears of a time. */
import { proposalNote, proposedSlot } from '../../miniprogram/features/dispute/components/slot-picker/slot-picker.view';
import { searchFor } from '../../miniprogram/features/dispute/calendar/calendar.view';
import { DAY, dayAndTime, HOUR, MINUTE, startOfDay } from '../../miniprogram/domain/time/format';
import type { Booking } from '../../cloudfunctions/_kit/collections';
import { orderKey } from '../../cloudfunctions/_kit/database';
import type { FileInput } from '../../typings/contract/dispute';
import { startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, hoursOf, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, safe } from '../support/disputes';
import { idOf, newcomer } from '../support/newcomers';

let community: Community;
let as: Community['as'];

/** A Monday morning. */
beforeAll(async () => {
  community = await startCommunity('2026-03-02 09:10');
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

const take = (id: string, startAt: number, room = '调解室', who: Name = 'mediator') => as(who).ask('dispute.schedule', { id, startAt, room, hasNoConflict: true });
const at = (moment: string) => Date.parse(`${moment.replace(' ', 'T')}+08:00`);

async function assignedTo(who: Name, changes: Partial<FileInput> = {}): Promise<string> {
  const id = await aDispute(community, 'accepted', changes);
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf(who) });
  return id;
}

/** One of 110, told by the officer, on the way to its mediator. */
async function from110(colour: 'yellow' | 'red'): Promise<string> {
  const { id } = await as('officer').get('dispute.file', {
    category: 'family', story: '婆媳为带孩子争吵。', buildingId: 'building3', danger: safe, source: '110', sourceNumber: '110-0302-17', sourceOfficer: '陆则行',
    applicant: { name: '婆婆', phone: '13900000081', hasAgreed: true }, respondent: { name: '儿媳', phone: '13900000082' },
  });
  await as('officer').get('dispute.triage', { id, colour, danger: safe, track: 'people' });
  await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '都愿意谈。' });
  await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
  await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('mediator') });
  return id;
}

/** What the mediator's page proposes, and why. */
async function proposed(id: string): Promise<string[]> {
  const search = searchFor(await as('mediator').get('dispute.open', { id }), await as('mediator').get('dispute.calendar', { from: await community.cloud.now(), days: 14 }));
  const slot = proposedSlot(search)!;
  return [`${dayAndTime(slot.startAt)} ${slot.room}`, proposalNote(search)];
}

describe('what is proposed', () => {
  test('for 110 the next mediation day; after its list has closed the one after, and the page says so', async () => {
    const id = await from110('yellow');
    expect(await proposed(id)).toEqual(['3月3日 9:00 调解室', '110转来的，先排在最近的调解日。']);
    await community.cloud.at('2026-03-02 18:00');
    expect(await proposed(id)).toEqual(['3月6日 9:00 调解室', '明天的调解已截止，最近可约3月6日 周五。']);
    expect(codeOf(await take(id, at('2026-03-04 15:00'), '上门'))).toBe('OK'); // the day is a default: any time that suits both will do
  });

  test('red is offered today’s next free hour, in another room when one is taken, from 110 too', async () => {
    await community.cloud.at('2026-03-04 10:10');
    const red = await from110('red');
    expect(await proposed(red)).toEqual(['3月4日 10:30 调解室', '红色的事，今天有空就先排今天。']);
    await take(await assignedTo('mediator2'), at('2026-03-04 10:30'), '调解室', 'mediator2');
    expect((await proposed(red))[0]).toBe('3月4日 10:30 会议室');
    await take(await assignedTo('mediator'), at('2026-03-04 11:00'), '会议室');
    expect((await proposed(red))[0]).toBe('3月4日 12:00 调解室'); // 10:30 would run into the mediator’s own 11:00
  });
});

describe('one slot', () => {
  const winners = (replies: { ok: boolean }[]) => replies.filter(({ ok }) => ok).length;

  test('of a mediator is had by one of twenty who want it at the same moment', async () => {
    const startAt = startOfDay(await community.cloud.now()) + 8 * DAY + 10 * HOUR;
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) ids.push(await assignedTo('mediator'));
    const replies = await Promise.all(ids.map((id, n) => take(id, startAt, ['调解室', '会议室', '上门'][n % 3])));
    expect(winners(replies)).toBe(1);
    expect(new Set(replies.map(codeOf))).toEqual(new Set(['OK', 'CONFLICT']));
    const states = await Promise.all(ids.map(async (id) => (await documentOf(community, id)).state));
    expect(states.filter((state) => state === 'scheduled')).toHaveLength(1);
    expect((await Promise.all(ids.map((id) => hoursOf(community, id)))).flat()).toHaveLength(1);
  });

  test('of a room is had by one of twenty, of two mediators', async () => {
    const startAt = startOfDay(await community.cloud.now()) + 9 * DAY + 10 * HOUR;
    const pairs: { id: string; who: Name }[] = [];
    for (let n = 0; n < 20; n += 1) {
      const who = n % 2 === 0 ? 'mediator' : 'mediator2';
      pairs.push({ id: await assignedTo(who), who });
    }
    const replies = await Promise.all(pairs.map(({ id, who }) => take(id, startAt, '调解室', who)));
    expect(winners(replies)).toBe(1);
    const loser = pairs[replies.findIndex(({ ok }) => !ok)]!;
    expect(await refusalOf(take(loser.id, startAt, '调解室', loser.who))).toMatchObject({ code: 'CONFLICT', message: '这个时间刚被约走了，请换一个。' });
  });

  test('that somebody moved away from is free for the next one at once', async () => {
    const [one, other] = [await assignedTo('mediator'), await assignedTo('mediator')];
    const startAt = startOfDay(await community.cloud.now()) + 10 * DAY + 10 * HOUR;
    await take(one, startAt);
    await take(one, startAt + 2 * HOUR);
    expect(codeOf(await take(other, startAt))).toBe('OK');
  });
});

describe('who hears of it', () => {
  test('both parties and the helpers, with the hour and the place; of another time, who moved it and from when', async () => {
    await community.cloud.at('2026-03-09 09:00');
    const id = await assignedTo('mediator');
    await bindRespondent(community, id);
    await as('mediator').get('dispute.formPanel', { id, template: 'experts', members: [{ post: 'expert', name: '老周', hasNoConflict: true }, { post: 'leader', name: '韩', personId: community.idOf('leader'), hasNoConflict: true }] });
    await take(id, at('2026-03-20 10:00'));
    for (const who of ['resident', 'neighbour', 'leader'] as const) expect((await toldTo(community, who, id)).at(-1)).toBe('约在3月20日 周五 10:00，调解室。');
    await take(id, at('2026-03-20 14:00'), '会议室');
    for (const who of ['resident', 'neighbour', 'leader'] as const) {
      expect((await toldTo(community, who, id)).at(-1)).toBe('丁调解员把时间改到3月20日 周五 14:00，会议室，原来是3月20日 周五 10:00。');
    }
    expect((await storyFor(community, 'neighbour', id))[0]).toBe('丁调解员约好了时间：原来约在3月20日 10:00，改到3月20日 14:00，会议室。');
  });

  test('the mediator’s week shows it', async () => {
    const id = await assignedTo('mediator');
    await take(id, at('2026-03-19 09:30'));
    const { slots } = await as('mediator').get('dispute.calendar', { from: at('2026-03-16 09:00'), days: 7, mediatorId: community.idOf('mediator') });
    expect(slots.find(({ disputeId }) => disputeId === id)).toMatchObject({ startAt: at('2026-03-19 09:30'), room: '调解室', number: expect.any(String) });
  });
});

describe('places that change', () => {
  const seenBy = async (who: Pick<ReturnType<Community['as']>, 'get'>) => (await who.get('dispute.calendar', { days: 14 })).slots.map(({ disputeId }) => disputeId);

  test('a new community is in the calendar of its station after a minute at most, and at once in that of whoever works there', async () => {
    await seenBy(as('leader')); // from now on the places are known
    const { id } = await as('admin').get('identity.savePlace', { kind: 'community', name: '柳荫社区', parentId: 'street' });
    await community.cloud.database.collection('bookings').add(await anHourIn(id));
    const person = await newcomer(community.cloud, '柳小荫');
    await as('admin').get('identity.grantRole', { personId: idOf(person), role: 'mediator', scopeId: id });
    expect(await seenBy(person)).toEqual(['new']);
    expect(await seenBy(as('mediator'))).not.toContain('new');

    await community.cloud.later(MINUTE + 1000);
    expect(await seenBy(as('leader'))).toContain('new');
    expect(await seenBy(as('mediator'))).not.toContain('new');
  });

  async function anHourIn(place: string): Promise<Booking> {
    const startAt = (await community.cloud.now()) + HOUR;
    const [mediator, _id] = ['somebody', `m:somebody:${startAt}`];
    return { _id, caseId: 'new', community: place, mediator, mediatorName: '柳小荫', number: '新1', startAt, endAt: startAt + HOUR, room: '调解室', isLead: true, key: orderKey(startAt, _id) };
  }
});
