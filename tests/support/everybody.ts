/** Everybody who may call, and the same dispute and the same hazard as each was in every state that a permission asks about. */
import { collections, type DisputeDocument, type HazardDocument } from '../../cloudfunctions/_kit/collections';
import { callListOf, messageOf } from '../../cloudfunctions/_kit/outbox';
import { personIdOf, seal } from '../../cloudfunctions/_kit/vault';
import { DAY, dayKey, HOUR, startOfDay } from '../../miniprogram/domain/time/format';
import type { InputOf } from '../../typings/contract/actions';
import type { Side } from '../../typings/contract/dispute';
import { CareCases } from './care-cases';
import { BUILDING, COMMUNITY, type Community } from './community';
import { documentOf, neighbouringCommunity, newcomer, sentBy } from './dispute-spec';
import { draftOf, noise, safe } from './disputes';
import { charger, hazardDocument } from './hazards';
import type { Person } from './local-cloud';

/** Without an account on the other side. */
const unbound = /unbound|invited|tries/;
const words = '写下来。';

/**
 * The dispute is the applicant's, in the grid of the grid worker; the agent filed it (or noticed it, while it is a lead).
 * The mediator has it once one was chosen, the panel member helps from then on, and the receiver is who it was passed to.
 * The guardian's child is looked after where the carer works.
 */
export const people = [
  'nobody', 'stranger', 'applicant', 'respondent', 'resident', 'agent', 'volunteer', 'gridWorker', 'gridWorkerElsewhere', 'mediator', 'otherMediator',
  'auxiliary', 'officer', 'officerElsewhere', 'leader', 'admin', 'adminElsewhere', 'carer', 'partner', 'panelMember', 'receiver', 'guardian', 'carerElsewhere',
] as const;
export type Who = (typeof people)[number];

/** By which it is known who tells again, and whose child walked in. */
export function phoneOf(who: Who): string {
  return `139000001${String(people.indexOf(who)).padStart(2, '0')}`;
}

export class Everybody {
  readonly community: Community;
  readonly as: Readonly<Record<Who, Person>>;
  readonly care: CareCases;
  /** Of a dispute to which a hazard may be linked. */
  linkedNumber = '';
  /** Into which another may be merged. */
  otherDispute = '';
  private readonly disputes = new Map<string, DisputeDocument>();
  private readonly hazards = new Map<string, HazardDocument>();
  private copies = 0;
  private hours = 0;

  private constructor(community: Community, as: Readonly<Record<Who, Person>>, care: CareCases) {
    this.community = community;
    this.as = as;
    this.care = care;
  }

  /** Everybody in place, and both ways walked. */
  static async begin(community: Community): Promise<Everybody> {
    const as = await join(community);
    const everybody = new Everybody(community, as, await CareCases.begin(community, as));
    await everybody.walkHazard();
    await everybody.walk();
    await everybody.walkAside();
    await everybody.care.comeToWork(as);
    return everybody;
  }

  /** A dispute or a hazard of its own, as the action needs it; nothing for an action that is about none. */
  async caseFor(action: string, when: string): Promise<string> {
    if (action.startsWith('childcare.')) return this.care.caseFor(when);
    if (action.startsWith('hazard.')) return this.hazards.has(when) ? this.hazardLike(when) : '';
    return this.disputes.has(when) ? this.copyOf(when) : '';
  }

  /** An hour that nobody has. */
  async freeHour(): Promise<number> {
    this.hours += 1;
    return startOfDay(await this.community.cloud.now()) + (3 + this.hours) * DAY + 10 * HOUR;
  }

  disputeWhen(when: string): DisputeDocument {
    const found = this.disputes.get(when);
    if (!found) throw new Error(`there is no dispute that is ${when}`);
    return found;
  }

  /** A line of the calls to make, about this dispute. */
  async callAbout(caseId: string): Promise<string> {
    const at = await this.community.cloud.now();
    this.copies += 1;
    const message = messageOf({ about: `${caseId}:${this.copies}`, to: callListOf(COMMUNITY, 'respondent'), sentence: words, at, ring: { caseId, side: 'respondent', community: COMMUNITY } });
    await this.community.cloud.database.collection(collections.messages.name).add(message);
    return message._id;
  }

  /** A dispute of its own in this state, with everybody in place; the other side has an account unless it is `unbound`. */
  private async copyOf(when: string): Promise<string> {
    const like = this.disputeWhen(when);
    this.copies += 1;
    const _id = `copy-${this.copies}`;
    const [applicant, respondent, agentId] = (['applicant', 'respondent', 'agent'] as const).map((who) => personIdOf(this.as[who].openid));
    const party = (side: Side, id: string | undefined) => ({ ...like.facts[side]!, ...(id !== undefined && { id }), phone: seal('13900000021', `${_id}:${side}`) });
    const others = like.facts.isLead ? {} : { applicant: party('applicant', applicant), ...(like.facts.respondent && { respondent: party('respondent', unbound.test(when) ? undefined : respondent) }) };
    const facts = { ...like.facts, number: `副本${this.copies}`, agentId: agentId!, ...others };
    const copy = { ...like, _id, number: facts.number, facts, people: [applicant, respondent, agentId] };
    await this.community.cloud.database.collection(collections.disputes.name).add(copy);
    return _id;
  }

  /** A hazard of its own in this state; while it is only named, nobody has come in as the responsible one. */
  private async hazardLike(when: string): Promise<string> {
    const like = this.hazards.get(when)!;
    this.copies += 1;
    const [finder, responsible, companion] = (['applicant', 'respondent', 'agent'] as const).map((who) => personIdOf(this.as[who].openid));
    const facts = { ...like.facts, number: `副本${this.copies}`, finder: { id: finder!, name: '报的人' }, companion: { id: companion!, name: '同去的人' }, responsible: { name: '店主', ...(when !== 'named' && { id: responsible! }) } };
    const copy = { ...like, _id: `copy-${this.copies}`, number: facts.number, facts, people: [finder, companion, ...(when === 'named' ? [] : [responsible])] };
    await this.community.cloud.database.collection(collections.hazards.name).add(copy);
    return copy._id;
  }

  /** Takes one dispute all the way, with a helper, and keeps how it stood. */
  private async walk(): Promise<void> {
    const { as, cloud, idOf } = this.community;
    const { id } = await as('resident').get('dispute.file', noise);
    const keep = async (when?: string) => {
      const document = await documentOf(this.community, id);
      this.disputes.set(when ?? document.state, document);
    };
    await keep();
    await as('officer').get('dispute.triage', { id, colour: 'blue', danger: safe, track: 'people' });
    await keep();
    await keep('triaged unbound');
    await as('officer').get('dispute.invite', { id, channel: 'call', isReached: true, words: '愿意谈。' });
    await keep();
    await as('officer').get('dispute.accept', { id, hasRespondentAgreed: true, isRightsNoticeRead: true });
    await keep();
    await as('officer').get('dispute.assign', { id, mediatorId: idOf('mediator') });
    await as('officer').get('dispute.formPanel', { id, ...this.panel() });
    await keep('asked to help');
    await this.as.panelMember.get('dispute.declare', { id, hasNoConflict: true });
    await keep();
    await keep('assigned unbound');
    await as('resident').get('dispute.consentPanel', { id, side: 'applicant' });
    await as('officer').get('dispute.consentPanel', { id, side: 'respondent' });
    const startAt = startOfDay(await cloud.now()) + 2 * DAY + 9 * HOUR;
    await as('mediator').get('dispute.schedule', { id, startAt, room: '调解室', hasNoConflict: true });
    await keep();
    await cloud.later(startAt - (await cloud.now()));
    await as('mediator').get('dispute.sit', { id, isSafe: true });
    await as('mediator').get('dispute.draft', await draftOf(this.community, id));
    await keep();
    await keep('mediating unbound');
    await this.sign(id, 'spoken');
    await keep();
    await keep('performing unbound');
    await as('mediator').get('dispute.prove', { id, clause: 0, words: '做到了。' });
    await keep();
    await as('officer2').get('dispute.close', { id, applicant: 'kept', respondent: 'kept', words: '都好。' });
    await keep();
    await keep('closed unbound');
  }

  /** What does not lie on that way, each as one step from it. */
  private async walkAside(): Promise<void> {
    const { as } = this.community;
    const byDay = dayKey((await this.community.cloud.now()) + DAY);
    const receiver = personIdOf(this.as.receiver.openid);
    const [leaving, respondent] = [{ words, channel: 'call', isReached: false } as const, { name: '楼上住户', phone: '13900000022' }];
    await this.aside('lead', undefined, async () => {
      const { id } = await this.as.agent.get('dispute.notice', { category: 'noise', story: noise.story, buildingId: BUILDING, danger: safe });
      return id;
    });
    for (const colour of ['yellow', 'red'] as const) {
      await this.aside(`graded ${colour}`, 'triaged', (id) => as('officer').get('dispute.triage', { id, colour, danger: safe, track: 'people' }));
    }
    await this.aside('proposed lower', 'graded red', (id) => as('officer2').get('dispute.proposeLower', { id, colour: 'yellow', danger: safe, reason: words }));
    await this.aside('transferred', 'triaged', (id) => as('officer').get('dispute.transfer', { id, unit: '物业', personId: receiver, words }));
    await this.aside('transferred and whistled', 'transferred', (id) => as('officer').get('dispute.whistle', { id, units: ['物业'], words }));
    await this.aside('whistled', 'triaged', (id) => as('officer').get('dispute.whistle', { id, units: ['物业'], words }));
    await this.aside('invited', 'triaged unbound', (id) => as('officer').get('dispute.makeInvitation', { id, channel: 'share', word: '桂花', respondent }));
    await this.aside('three tries', 'triaged unbound', async (id) => {
      for (const channel of ['call', 'call', 'door'] as const) await as('officer').get('dispute.invite', { ...leaving, id, channel });
    });
    await this.aside('decided', 'assigned', (id) => as('officer').get('dispute.decide', { id, what: words, who: '物业', byDay }));
    await this.aside('agreed', 'mediating', async (id) => {
      await as('mediator').get('dispute.draft', { ...(await draftOf(this.community, id)), form: 'written' });
      await this.sign(id, 'paper');
    });
    await this.aside('failed', 'mediating', (id) => as('mediator').get('dispute.fail', { id, reason: words }));
    await this.aside('applied', 'performing', async (id) => {
      for (const who of ['applicant', 'respondent'] as const) await this.as[who].get('dispute.askConfirmation', { id, side: who, court: '桐里人民法庭' });
    });
    await this.aside('broken', 'performing', (id) => as('mediator').get('dispute.default', { id, clause: 0, words }));
    await this.aside('contested', 'closed', (id) => as('resident').get('dispute.contest', { id, reason: words }));
    const following = this.disputeWhen('following');
    const officer = { id: this.community.idOf('officer'), name: '沈砚秋', hasDeclared: true };
    this.disputes.set('mediated by police', { ...following, facts: { ...following.facts, track: 'security', mediator: officer } });
    const [triaged, failed] = [this.disputeWhen('triaged'), this.disputeWhen('failed')];
    const security = { offence: 'beating', isMinorAct: true, exclusions: [], offender: 'respondent', hasMinor: false, isGuardianTold: false } as const;
    const forPolice = (like: DisputeDocument, offender: Side): DisputeDocument => ({ ...like, facts: { ...like.facts, track: 'security', security: { ...security, exclusions: [], offender } } });
    this.disputes.set('triaged for police', forPolice(triaged, 'respondent'));
    this.disputes.set('failed before police', forPolice(failed, 'respondent'));
    this.disputes.set('harmed unbound', { ...forPolice(this.disputeWhen('mediating unbound'), 'applicant'), state: 'failed' });
    const performing = this.disputeWhen('performing');
    const agreement = performing.facts.agreement!;
    this.disputes.set('promise over', { ...performing, facts: { ...performing.facts, agreement: { ...agreement, clauses: agreement.clauses.map((clause) => ({ ...clause, byDay: '2026-01-01' })) } } });
    this.otherDispute = (await this.as.resident.get('dispute.file', noise)).id;
  }

  /** Keeps under a name how a copy stands after a step. */
  private async aside(name: string, from: string | undefined, go: (id: string) => Promise<unknown>): Promise<void> {
    const id = from === undefined ? '' : await this.copyOf(from);
    const made = await go(id);
    this.disputes.set(name, await documentOf(this.community, typeof made === 'string' ? made : id));
  }

  private async sign(id: string, how: 'paper' | 'spoken'): Promise<void> {
    const mediator = this.as.mediator;
    const { digest } = (await documentOf(this.community, id)).facts.agreement!;
    for (const side of ['applicant', 'respondent'] as const) await mediator.get('dispute.sign', { id, digest, side, how, ...(how === 'paper' && { file: await sentBy(mediator) }) });
  }

  /** A helper with an account here, beside one without. */
  panel(): Omit<InputOf<'dispute.formPanel'>, 'id'> {
    const helper = { post: 'property', name: '物业', personId: personIdOf(this.as.panelMember.openid), hasNoConflict: true } as const;
    return { template: 'experts', members: [{ post: 'expert', name: '懂防水的人', hasNoConflict: true }, helper] };
  }

  private async walkHazard(): Promise<void> {
    const { as, cloud } = this.community;
    const { id } = await as('resident').get('hazard.report', charger);
    const keep = async (when: string) => this.hazards.set(when, await hazardDocument(this.community, id));
    await keep('found');
    const byDay = dayKey(await cloud.now());
    await as('officer').get('hazard.order', { id, responsible: { name: '店主' }, items: [{ key: 'leftPlugged', byDay }] });
    await keep('ordered');
    await keep('named');
    await as('officer').get('hazard.makeInvitation', { id, word: '石桥' });
    await keep('invited');
    const ordered = this.hazards.get('ordered')!;
    this.hazards.set('late', { ...ordered, facts: { ...ordered.facts, items: ordered.facts.items.map((item) => ({ ...item, byDay: '2026-03-01' })) } });
    await as('gridWorker').get('hazard.rectify', { id, items: ['leftPlugged'], words, photos: [await sentBy(as('gridWorker'))] });
    await keep('recheck');
    this.linkedNumber = (await this.as.resident.get('dispute.file', noise)).number;
  }
}

async function join(community: Community): Promise<Readonly<Record<Who, Person>>> {
  const { as, cloud } = community;
  const there = await neighbouringCommunity(community);
  const office = (openid: string, role: 'volunteer' | 'officer' | 'admin' | 'carer' | 'partner', scopeId: string) => newcomer(community, openid, openid, { role, scopeId });
  const everybody: Record<Who, Person> = {
    nobody: cloud.as(''), stranger: as('stranger'), applicant: as('resident'), respondent: as('neighbour'), resident: await newcomer(community, 'other-resident', '秦安'),
    agent: as('volunteer'), volunteer: await office('other-volunteer', 'volunteer', COMMUNITY), gridWorker: as('gridWorker'), gridWorkerElsewhere: as('otherGridWorker'),
    mediator: as('mediator'), otherMediator: as('mediator2'), auxiliary: as('auxiliary'), officer: as('officer'), officerElsewhere: await office('officer-elsewhere', 'officer', there.community),
    leader: as('leader'), admin: as('admin'), adminElsewhere: await office('admin-elsewhere', 'admin', there.community), carer: await office('carer', 'carer', COMMUNITY), partner: await office('partner', 'partner', COMMUNITY),
    panelMember: await office('panel-member', 'partner', COMMUNITY), receiver: await office('receiver', 'partner', COMMUNITY),
    guardian: await newcomer(community, 'guardian', '安然'), carerElsewhere: await office('carer-elsewhere', 'carer', there.community),
  };
  for (const who of people) if (who !== 'nobody' && who !== 'stranger') await everybody[who].get('identity.saveProfile', { phone: phoneOf(who) });
  return everybody;
}
