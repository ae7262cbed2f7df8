/** Helpers beside the mediator, and somebody else who goes on where the mediator cannot. */
import { DAY, MINUTE } from '../../miniprogram/domain/time/format';
import type { PanelPost } from '../../typings/contract/dispute';
import { BUILDING, COMMUNITY, startCommunity, type Community, type Name } from '../support/community';
import { bindRespondent, codeOf, documentOf, hoursOf, movesOf, newcomer, refusalOf, storyFor, toldTo } from '../support/dispute-spec';
import { aDispute, freeHour, noise, safe } from '../support/disputes';

let community: Community;
let as: Community['as'];

beforeAll(async () => {
  community = await startCommunity();
  as = community.as;
}, 60_000);
afterAll(() => community.stop());

type Member = { post: PanelPost; name: string; personId?: string; hasNoConflict: boolean };
const known = (post: PanelPost, name: Name): Member => ({ post, name: '某某', personId: community.idOf(name), hasNoConflict: true });
const named = (post: PanelPost, name: string, hasNoConflict = true): Member => ({ post, name, hasNoConflict });
/** 所领导、民警、辅警: all three have an account. */
const three = (): Member[] => [known('leader', 'leader'), known('officer', 'officer'), known('auxiliary', 'auxiliary')];

const form = (id: string, members = three(), who: Name = 'officer') => as(who).ask('dispute.formPanel', { id, template: 'threePlusN', members });
const declare = (id: string, who: Name, hasNoConflict = true) => as(who).ask('dispute.declare', { id, hasNoConflict });
const panelOf = async (id: string) => (await documentOf(community, id)).facts.panel!;

/** A panel that has declared and to which both agreed. */
async function ready(id: string): Promise<void> {
  await form(id);
  for (const who of ['leader', 'auxiliary'] as const) await declare(id, who);
  await as('resident').get('dispute.consentPanel', { id, side: 'applicant' });
  await as('officer').get('dispute.consentPanel', { id, side: 'respondent' });
}

describe('asking others to help', () => {
  test('a template names the posts, and each must be taken', async () => {
    const id = await aDispute(community, 'accepted');
    expect(await refusalOf(form(id, three().slice(0, 2)))).toMatchObject({ code: 'INVALID_MOVE', message: '还缺辅警。' });
    expect(codeOf(await form(id, [...three(), named('department', '城管老赵')]))).toBe('OK');
    expect((await panelOf(id)).members.map(({ post, name }) => `${post} ${name}`)).toEqual(['leader 韩岳', 'officer 沈砚秋', 'auxiliary 程小北', 'department 城管老赵']);
  });

  test('a relative or a neighbour whom both know is enough (第20条)', async () => {
    const id = await aDispute(community, 'accepted');
    expect(await as('officer').ask('dispute.formPanel', { id, template: 'acquaintances', members: [named('acquaintance', '对门的徐奶奶')] })).toMatchObject({ ok: true });
  });

  test('whoever has an account here is known by it, holds the office of the post, and is no party', async () => {
    const id = await aDispute(community, 'accepted');
    const officerAsLeader: Member = { ...known('leader', 'officer') };
    expect(await refusalOf(form(id, [officerAsLeader, ...three().slice(1)]))).toMatchObject({ code: 'INVALID_INPUT', details: { 'members.0.personId': '某某现在不能来帮这件事，请换一位。' } });
    expect(codeOf(await form(id, [...three(), known('property', 'resident')]))).toBe('INVALID_INPUT');
    expect(codeOf(await form(id, [...three(), known('gridWorker', 'otherGridWorker')]))).toBe('INVALID_INPUT'); // another grid's
  });

  test('the mediator and officers ask; a party, a grid worker and somebody else’s mediator do not', async () => {
    const id = await aDispute(community, 'assigned');
    for (const who of ['resident', 'gridWorker', 'auxiliary', 'leader'] as const) expect(codeOf(await form(id, three(), who))).toBe('FORBIDDEN');
    expect(codeOf(await form(id, three(), 'mediator2'))).toBe('NOT_FOUND');
    expect(codeOf(await form(id, three(), 'mediator'))).toBe('OK');
  });

  test('whom one may ask is read by those who ask', async () => {
    const id = await aDispute(community, 'assigned');
    const { helpers } = await as('mediator').get('dispute.helpers', { id });
    expect(helpers.map(({ post, name }) => `${post} ${name}`)).toEqual(['leader 韩岳', 'officer 沈砚秋', 'officer 陆则行', 'auxiliary 程小北', 'gridWorker 夏荷', expect.stringMatching(/^mediator /)]); // another mediator, and not the own one
    for (const who of ['resident', 'gridWorker'] as const) expect(codeOf(await as(who).ask('dispute.helpers', { id }))).toBe('FORBIDDEN');
  });

  test('helpers and parties are told, and what they are asked for', async () => {
    const id = await aDispute(community, 'assigned');
    await form(id, three(), 'mediator');
    expect((await toldTo(community, 'leader', id)).at(-1)).toBe('请您来帮忙调解，请先看看有没有利害关系。');
    expect((await toldTo(community, 'resident', id)).at(-1)).toBe('想请人来帮忙调解，请看看同不同意。');
  });

  test('a property manager with an account sees the case as staff while in the panel, and not a day longer', async () => {
    const property = await newcomer(community, 'demo-property', '冷锋', { role: 'partner', scopeId: COMMUNITY });
    const id = await aDispute(community, 'accepted');
    expect(codeOf(await property.ask('dispute.open', { id }))).toBe('NOT_FOUND');
    const { helpers } = await as('officer').get('dispute.helpers', { id });
    const manager = helpers.find(({ post }) => post === 'property')!;
    await form(id, [...three(), { ...manager, hasNoConflict: true }]);
    expect(await property.get('dispute.open', { id })).toMatchObject({ relations: ['askedHelper'], story: '' });
    await property.get('dispute.declare', { id, hasNoConflict: true });
    expect(await property.get('dispute.open', { id })).toMatchObject({ relations: ['panelMember'], story: noise.story });
    expect((await property.get('dispute.listMine', {})).disputes.map((each) => each.id)).toContain(id);
    expect(codeOf(await property.ask('dispute.phone', { id, side: 'applicant' }))).toBe('FORBIDDEN');
    await form(id, three());
    expect(codeOf(await property.ask('dispute.open', { id }))).toBe('NOT_FOUND');
  });
});

describe('several mediators (第19条)', () => {
  test('a second one mediates beside the first, when both parties accept him; he stands on the papers and does not ask afterwards', async () => {
    const id = await aDispute(community, 'scheduled');
    const { startAt } = (await documentOf(community, id)).facts.session!;
    await community.cloud.later(startAt - (await community.cloud.now()));
    const beside = (name: Name) => as('mediator').ask('dispute.formPanel', { id, template: 'together', members: [known('mediator', name)] });
    expect(codeOf(await beside('mediator'))).toBe('INVALID_INPUT'); // the one who leads is no second
    expect(codeOf(await beside('mediator2'))).toBe('OK');
    const sit = () => as('mediator').ask('dispute.sit', { id, isSafe: true });
    expect(codeOf(await sit())).toBe('INVALID_MOVE');
    await declare(id, 'mediator2');
    expect(await refusalOf(sit())).toMatchObject({ code: 'REFUSED', basis: '人民调解法 第20条' });
    await as('resident').get('dispute.consentPanel', { id, side: 'applicant' });
    await as('mediator').get('dispute.consentPanel', { id, side: 'respondent' });
    expect(codeOf(await sit())).toBe('OK');
    expect((await documentOf(community, id)).facts.mediatedBy).toEqual([community.idOf('mediator'), community.idOf('mediator2')]);
    expect((await as('mediator2').get('dispute.open', { id })).story).toBe(noise.story);
  });
});

describe('who is asked to help', () => {
  test('reads of whom it is and of what kind before saying to have no interest, and not a word more', async () => {
    const expert = await newcomer(community, 'demo-expert', '冷杉', { role: 'partner', scopeId: COMMUNITY });
    const id = await aDispute(community, 'mediating');
    await bindRespondent(community, id);
    await as('resident').get('dispute.warn', { id: await aDispute(community), danger: { ...safe, isHurt: true }, words: '别的事。' });
    const { helpers } = await as('officer').get('dispute.helpers', { id });
    const own = helpers.find(({ post, name }) => post === 'expert' && name === '冷杉')!;
    await form(id, [...three(), { ...own, hasNoConflict: true }]);
    const seen = await expert.get('dispute.open', { id });
    expect(seen.parties.map(({ name, phone }) => [name, phone])).toEqual([['韦*顺', undefined], [expect.stringMatching(/^楼\*/), undefined]]);
    expect(seen).toMatchObject({ category: 'noise', excerpt: '', story: '', lines: [], photos: [], danger: safe, hasDanger: false, moves: ['declare'], next: { what: '说明和双方有没有利害关系', who: '您' }, panel: { members: [{ isMe: true }] } });
    expect(JSON.stringify([seen, await expert.get('dispute.listMine', {})])).not.toMatch(/咚咚响|2单元401|楼上住户|韦德顺/);
    for (const ask of [expert.ask('dispute.note', { id, words: '看看。', isInternal: true }), expert.ask('dispute.phone', { id, side: 'applicant' }), expert.ask('dispute.warn', { id, danger: safe, words: '看看。' })]) expect(codeOf(await ask)).toBe('FORBIDDEN');
    expect(codeOf(await expert.ask('dispute.declare', { id, hasNoConflict: true }))).toBe('OK');
    expect((await expert.get('dispute.open', { id })).story).toBe(noise.story);
  });

  test('takes one post and no second', async () => {
    const id = await aDispute(community, 'accepted');
    const both = await newcomer(community, 'demo-two-posts', '冷泉', { role: 'partner', scopeId: COMMUNITY });
    const personId = (await both.get('identity.me', {})).id;
    const twice = [...three(), { post: 'lawyer' as const, name: '冷泉', personId, hasNoConflict: true }, { post: 'expert' as const, name: '冷泉', personId, hasNoConflict: true }];
    expect(await refusalOf(form(id, twice))).toMatchObject({ code: 'INVALID_INPUT', details: { 'members.4.personId': '冷泉已经占了一个位置，一个人只能占一个，请换一位。' } });
    expect((await documentOf(community, id)).facts.panel).toBeUndefined();
  });
});

describe('before they sit down (人民调解法 第20条)', () => {
  test('each helper has said to have no interest, and both parties have agreed', async () => {
    const id = await aDispute(community, 'scheduled');
    const { startAt } = (await documentOf(community, id)).facts.session!;
    await community.cloud.later(startAt - (await community.cloud.now()));
    const sit = () => as('mediator').ask('dispute.sit', { id, isSafe: true });
    await form(id);
    expect(await refusalOf(sit())).toMatchObject({ code: 'INVALID_MOVE', message: '韩岳还没有说明和双方没有利害关系。' });
    for (const who of ['leader', 'auxiliary'] as const) expect(codeOf(await declare(id, who))).toBe('OK');
    expect(await refusalOf(sit())).toMatchObject({ code: 'REFUSED', message: '请人来帮忙调解，要双方都同意。', basis: '人民调解法 第20条' });
    await as('resident').get('dispute.consentPanel', { id, side: 'applicant' });
    expect(codeOf(await sit())).toBe('REFUSED');
    await as('mediator').get('dispute.consentPanel', { id, side: 'respondent' });
    expect((await documentOf(community, id)).state).toBe('scheduled');
    expect(codeOf(await sit())).toBe('OK');
  });

  test('an officer who forms the panel declares with it; what others said without an account is put down', async () => {
    const id = await aDispute(community, 'scheduled');
    await form(id, [...three(), named('lawyer', '方予真', false)]);
    expect((await panelOf(id)).members.map(({ name, hasDeclared }) => [name, hasDeclared])).toEqual([['韩岳', false], ['沈砚秋', true], ['程小北', false], ['方予真', false]]);
    await form(id, [...three(), named('lawyer', '方予真')]);
    expect((await panelOf(id)).members[3]).toMatchObject({ name: '方予真', hasDeclared: true });
  });

  test('nobody declares for another, and nobody outside the panel', async () => {
    const id = await aDispute(community, 'accepted');
    await form(id);
    await declare(id, 'leader');
    expect((await panelOf(id)).members.filter(({ hasDeclared }) => hasDeclared).map(({ name }) => name)).toEqual(['韩岳', '沈砚秋']);
    expect(codeOf(await declare(id, 'officer2'))).toBe('FORBIDDEN');
    expect(codeOf(await declare(id, 'resident'))).toBe('FORBIDDEN');
  });

  test('who has an interest leaves, the post is empty again, and the parties are asked anew', async () => {
    const id = await aDispute(community, 'scheduled');
    await ready(id);
    await as('auxiliary').get('dispute.declare', { id, hasNoConflict: false });
    const panel = await panelOf(id);
    expect(panel.consents).toEqual([]);
    expect(panel.members.find(({ name }) => name === '程小北')).toMatchObject({ hasDeclared: false, leftAt: expect.any(Number) });
    expect((await storyFor(community, 'officer', id))[0]).toBe('程辅警不参加帮忙调解：和这件事有利害关系。');
    expect((await toldTo(community, 'mediator', id)).at(-1)).toBe('有一位帮忙的人退出了，请补上。');
    expect(await refusalOf(as('mediator').ask('dispute.sit', { id, isSafe: true }))).toMatchObject({ message: '帮忙的人还缺辅警。' });
    expect(await refusalOf(form(id))).toMatchObject({ message: '还缺辅警。' }); // the same one is not asked back
    expect(codeOf(await form(id, [...three().slice(0, 2), named('auxiliary', '罗青')]))).toBe('OK');
  });

  test('another panel is agreed to anew, the same one is not; who has declared need not again', async () => {
    const id = await aDispute(community, 'scheduled');
    await ready(id);
    await form(id);
    expect((await panelOf(id)).consents).toEqual(['applicant', 'respondent']);
    await form(id, [...three(), named('lawyer', '方予真')]);
    expect(await panelOf(id)).toMatchObject({ consents: [], members: [{ hasDeclared: true }, { hasDeclared: true }, { hasDeclared: true }, { hasDeclared: true }] });
  });

  test('each party speaks for itself; for one without an account staff put it down', async () => {
    const id = await aDispute(community, 'assigned');
    expect(await refusalOf(as('resident').ask('dispute.consentPanel', { id, side: 'applicant' }))).toMatchObject({ code: 'INVALID_MOVE', message: '还没有请人来帮忙。' });
    await form(id);
    expect(codeOf(await as('resident').ask('dispute.consentPanel', { id, side: 'respondent' }))).toBe('FORBIDDEN');
    expect(await refusalOf(as('officer').ask('dispute.consentPanel', { id, side: 'applicant' }))).toMatchObject({ code: 'FORBIDDEN', message: '这一方有账号，请本人在手机上点同意。' });
    await as('mediator').get('dispute.consentPanel', { id, side: 'respondent' });
    expect((await storyFor(community, 'officer', id))[0]).toBe('丁调解员记下有一方同意请这些人来帮忙：被申请人当面说同意。');
    await bindRespondent(community, id);
    await form(id, [...three(), named('lawyer', '方予真')]);
    expect(codeOf(await as('officer').ask('dispute.consentPanel', { id, side: 'respondent' }))).toBe('FORBIDDEN');
    expect(codeOf(await as('neighbour').ask('dispute.consentPanel', { id, side: 'respondent' }))).toBe('OK');
  });
});

describe('somebody else goes on', () => {
  const cover = (id: string, who: Name = 'officer', mediator: Name = 'mediator2') => as(who).ask('dispute.cover', { id, mediatorId: community.idOf(mediator), reason: '丁师傅住院了。' });

  test('the hour is given back, both are told, and the new mediator declares anew and owes a time', async () => {
    const id = await aDispute(community, 'scheduled');
    expect(await hoursOf(community, id)).toHaveLength(1);
    expect(codeOf(await cover(id, 'leader'))).toBe('OK');
    expect(await hoursOf(community, id)).toEqual([]);
    expect(await documentOf(community, id)).toMatchObject({ state: 'assigned', facts: { mediator: { name: '白秀兰', hasDeclared: false } } });
    expect((await documentOf(community, id)).clocks.map(({ name }) => name).sort()).toEqual(['deadline', 'take']);
    expect((await toldTo(community, 'mediator2', id)).at(-1)).toBe('请您接着调解，请约个时间。');
    expect((await toldTo(community, 'resident', id)).at(-1)).toBe('换了一位调解员。不合适可以告诉民警换一位。');
    expect((await storyFor(community, 'resident', id))[0]).toBe('韩所长换了一位调解员接着谈'); // why he is away is not for all
    expect(codeOf(await as('mediator').ask('dispute.open', { id }))).toBe('NOT_FOUND');
    expect(await refusalOf(as('mediator2').ask('dispute.schedule', { id, startAt: await freeHour(community), room: '调解室', hasNoConflict: false }))).toMatchObject({ message: '请先确认您和双方都没有利害关系。' });
  });

  test('in the middle of mediation too: the session that was held stays, and so do the thirty days', async () => {
    await community.cloud.later(30 * DAY); // nobody has an hour by then
    const id = await aDispute(community, 'mediating');
    const before = await documentOf(community, id);
    await community.cloud.later(5 * MINUTE);
    await cover(id);
    const { facts, clocks } = await documentOf(community, id);
    expect(facts).toMatchObject({ sessionsHeld: 1, held: before.facts.held });
    expect(facts.held).toHaveLength(1);
    expect(clocks.find(({ name }) => name === 'deadline')).toEqual(before.clocks.find(({ name }) => name === 'deadline'));
    expect((await movesOf(community, id)).at(-1)).toBe('cover');
  });

  test('a mediator of the place who is no party, and not the one who has it', async () => {
    const id = await aDispute(community, 'assigned');
    expect(await refusalOf(cover(id, 'officer', 'mediator'))).toMatchObject({ details: { mediatorId: '现在就是这位，请换一位。' } });
    for (const name of ['officer2', 'resident', 'volunteer'] as const) expect(await refusalOf(cover(id, 'officer', name))).toMatchObject({ details: { mediatorId: '这位现在不能调解这件事，请换一位。' } });
    for (const who of ['mediator', 'resident', 'auxiliary', 'gridWorker'] as const) expect(codeOf(await cover(id, who))).toBe('FORBIDDEN');
  });

  test('on the security track police mediate, and so does who covers', async () => {
    const id = await aDispute(community, 'submitted', { category: 'unsure', buildingId: BUILDING });
    const security = { offence: 'beating', isMinorAct: true, exclusions: [], offender: 'respondent', hasMinor: false, isGuardianTold: false } as const;
    await as('officer').get('dispute.triage', { id, colour: 'yellow', danger: safe, track: 'security', security: { ...security, exclusions: [] } });
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
    await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
    await as('officer').get('dispute.assign', { id, mediatorId: community.idOf('officer') });
    expect(codeOf(await cover(id, 'leader', 'mediator2'))).toBe('INVALID_INPUT');
    expect(codeOf(await cover(id, 'leader', 'officer2'))).toBe('OK');
    expect((await as('officer2').get('dispute.open', { id })).relations).toEqual(expect.arrayContaining(['mediator', 'officer']));
  });
});
