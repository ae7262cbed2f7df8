/** A story that is told to the real functions and to the model at once; after each step both must agree. */
import type { CaseEvent, DisputeDocument, Message } from '../../../cloudfunctions/_kit/collections';
import type { Reply } from '../../../typings/contract/actions';
import type { DisputeMove, DisputeSummary } from '../../../typings/contract/dispute';
import { BUILDING, OTHER_BUILDING, type Community, type Name } from '../../support/community';
import { bindRespondent, faultsOf, readCase } from './cases';
import { asks, halfHoursOf, type Asking, type CaseModel } from './moves';
import { Secrets } from './secrets';
import { findForeignStep, mayMove, relationsOf } from './table';

export const actors = ['resident', 'neighbour', 'officer', 'officer2', 'auxiliary', 'leader', 'mediator', 'mediator2', 'gridWorker', 'otherGridWorker', 'volunteer', 'admin', 'stranger'] as const satisfies readonly Name[];
/** Where every story begins: a Tuesday, after everybody has joined. */
const BEGINNING = '2026-03-03 13:00';
/** No story goes on after this: the holidays of the year after it are not known. */
const LATEST = Date.UTC(2026, 10, 1);
const WIPED = ['disputes', 'events', 'messages', 'bookings', 'attempts', 'files'] as const;
const meeting = ['scheduled', 'mediating'];
const lapsing = ['accepted', 'assigned', 'scheduled', 'mediating'];

export class World {
  readonly cases: CaseModel[] = [];
  readonly secrets = new Secrets();
  readonly taken = new Map<string, string>();
  readonly community: Community;
  private readonly mediatorsEver = new Map<string, Set<Name>>();
  private files = 0;

  private constructor(community: Community) {
    this.community = community;
  }

  /** Empty of cases, at the beginning of time. */
  static async begin(community: Community): Promise<World> {
    const { database } = community.cloud;
    for (const name of WIPED) await database.collection(name).where({ _id: database.command.gt('') }).remove();
    await community.cloud.at(BEGINNING);
    return new World(community);
  }

  async file(by: Name, variant: number): Promise<void> {
    const [isOwn, isElsewhere] = [by === 'resident', variant % 5 === 4];
    const category = variant % 4 === 3 ? ('property' as const) : ('noise' as const);
    const hasRespondent = variant % 3 !== 2;
    const input = {
      category,
      story: `${this.secrets.plant('story', by)}楼上夜里一直响。`,
      buildingId: isElsewhere ? OTHER_BUILDING : BUILDING,
      door: '2单元401',
      danger: { isHurt: false, isThreatened: variant % 7 === 6, isChildAtRisk: false, isHomeViolence: false },
      ...(hasRespondent && { respondent: { name: '楼上住户', phone: '13900000077' } }),
      ...(!isOwn && { applicant: { name: '来说事的人', phone: '13900000021', hasAgreed: variant % 6 !== 5 } }),
    };
    const mayFile = isOwn || (variant % 6 !== 5 && maySpeakFor(by, isElsewhere));
    const reply = await this.community.as(by).ask('dispute.file', input);
    if (!mayFile) return this.refused(by, reply);
    const { id } = done(reply);
    const opened: CaseModel = {
      id, category, grid: isElsewhere ? 'grid02' : 'grid01', ...(isOwn ? { applicant: by } : { agent: by }), hasRespondent, respondentName: '楼上住户', isRespondentWilling: false,
      state: 'submitted', version: 1, hasDanger: input.danger.isThreatened, hasDeclared: false, digest: '', round: 1,
    };
    this.secrets.plantedIn(opened);
    this.cases.push(opened);
    this.look(by, reply);
    await this.check(opened);
  }

  /** One move of one person: done exactly when the table and the rules say so. */
  async move(move: DisputeMove, actor: Name, c: CaseModel, variant: number): Promise<{ retry: () => Promise<void> }> {
    const asking = await this.asking(actor);
    const ask = asks[move];
    if (!ask) throw new Error(`nobody asks for ${move}`);
    const { input, holds, after } = await ask(c, actor, variant, asking);
    const before = relationsOf(actor, c);
    const isDone = holds && mayMove(move, c.state, before);
    const attemptId = crypto.randomUUID();
    const send = () => this.community.as(actor).ask(`dispute.${move}` as 'dispute.note', { ...input, id: c.id } as never, { attemptId });
    const reply = await send();
    if (reply.ok !== isDone) throw new Error(`${move} by ${actor} (${before.join()}) from ${c.state}: ${JSON.stringify(reply)}, and the model says ${isDone ? 'done' : 'refused'} with ${JSON.stringify(input)}`);
    if (isDone) this.apply(move, c, asking.now, after);
    else this.refused(actor, reply, before.length === 0);
    this.look(actor, reply, { of: c, were: before });
    await this.check(c, reply);
    const retry = async () => {
      const again = await send();
      const isStillKnown = relationsOf(actor, c).length > 0;
      if (isDone && isStillKnown) expect(again).toEqual(reply);
      else expect(again.ok).toBe(false);
      await this.check(c);
    };
    return { retry };
  }

  /** The respondent gets an account of the case, as an accepted invitation will give it. */
  async bind(c: CaseModel): Promise<void> {
    if (!c.hasRespondent || c.respondent !== undefined || c.applicant === 'neighbour') return;
    await bindRespondent(this.community, c.id, 'neighbour');
    c.respondent = 'neighbour';
  }

  /** Time passes, and the timer comes. Only clocks may move a case now, and the thirty days must. */
  async wait(ms: number): Promise<void> {
    const { cloud } = this.community;
    if ((await cloud.now()) + ms > LATEST) return;
    await cloud.later(ms);
    await cloud.runTimers('dispute');
    const now = await cloud.now();
    for (const c of this.cases) {
      const { history } = await this.read(c.id);
      const fresh = history.slice(c.version);
      const lapses = c.deadlineAt !== undefined && c.deadlineAt <= now && lapsing.includes(c.state);
      expect(fresh.filter(({ move }) => move === 'lapse')).toHaveLength(lapses ? 1 : 0);
      expect(fresh.filter(({ move, by }) => (move !== 'lapse' && move !== 'remind') || by !== 'system')).toEqual([]);
      if (lapses) this.apply('lapse', c, now, () => undefined);
      c.version = history.length;
      await this.check(c);
    }
    await cloud.runTimers('dispute'); // twice does no harm
    for (const c of this.cases) await this.check(c);
  }

  /** Everybody looks at everything: who is nothing to a case learns nothing of it. */
  async lookAround(): Promise<void> {
    for (const actor of actors) {
      const person = this.community.as(actor);
      for (const c of this.cases) {
        const reply = await person.ask('dispute.open', { id: c.id });
        const isKnown = relationsOf(actor, c).length > 0;
        if (isKnown !== reply.ok) throw new Error(`${actor} opens ${c.id}: ${JSON.stringify(reply)}`);
        if (!reply.ok) expect(reply.error.code).toBe('NOT_FOUND');
        if (relationsOf(actor, c).includes('respondent')) expect(JSON.stringify(reply)).not.toMatch(/139\*{6}21|2单元401|"is(?:Threatened|Hurt)":true|"hasDanger":true/);
        this.look(actor, reply);
      }
      for (const action of ['dispute.listMine', 'identity.home'] as const) this.look(actor, await this.listed(actor, action, {}));
      this.look(actor, await this.listed(actor, 'dispute.desk', { desk: 'active' }));
    }
  }

  /** Each message once, to somebody of the case, with no name and no word of it. */
  async checkMessages(): Promise<void> {
    const { data } = await this.community.cloud.database.collection('messages').where({ _id: this.community.cloud.database.command.gt('') }).limit(1000).get();
    const messages = data as Message[];
    for (const { _id, to, sentence } of messages) {
      const c = this.cases.find(({ id }) => _id.startsWith(`${id}:`));
      if (!c) throw new Error(`message ${_id} is about no case`);
      const mine: Name[] = ['officer', 'officer2', 'leader', ...(this.mediatorsEver.get(c.id) ?? [])];
      if (c.applicant) mine.push(c.applicant);
      if (c.agent) mine.push(c.agent);
      mine.push('neighbour');
      expect(mine.map((name) => this.community.idOf(name))).toContain(to);
      expect(sentence).not.toMatch(/暗语|1390|楼上住户|来说事的人|韦德顺/);
    }
    expect(new Set(messages.map(({ _id, to }) => `${_id.slice(0, _id.lastIndexOf(':'))} ${to}`)).size).toBe(messages.length);
  }

  /** Every session of the model has its hours, and nobody has them twice. */
  async checkBookings(): Promise<void> {
    const { data } = await this.community.cloud.database.collection('bookings').where({ _id: this.community.cloud.database.command.gt('') }).limit(1000).get();
    expect((data as { caseId: string }[]).length).toBe(this.taken.size);
    for (const c of this.cases) {
      if (c.state === 'scheduled' && c.session) for (const half of halfHoursOf(c, c.session)) expect(this.taken.get(half)).toBe(c.id);
    }
  }

  /** The case as it is kept: sound, on a way that the table has, and where the model says. */
  private async check(c: CaseModel, reply?: Reply<unknown>): Promise<void> {
    const { document, history } = await this.read(c.id);
    expect(faultsOf({ document, history })).toEqual([]);
    expect(findForeignStep(history)).toBeUndefined();
    expect({ state: document.state, version: document.version, events: history.length }).toEqual({ state: c.state, version: c.version, events: c.version });
    if (reply?.ok) expect(reply.data as DisputeSummary).toMatchObject({ state: c.state, version: c.version });
    c.digest = document.facts.agreement?.digest ?? '';
  }

  private apply(move: DisputeMove, c: CaseModel, now: number, after: () => void): void {
    const { state: was, session } = c;
    const hours = session && meeting.includes(was) && !(was === 'mediating' && session.startAt <= now) ? halfHoursOf(c, session) : [];
    after();
    const moved = stateAfter(move, c);
    c.version += moved.events;
    c.state = moved.state;
    if (c.mediator) this.mediatorsEver.set(c.id, (this.mediatorsEver.get(c.id) ?? new Set()).add(c.mediator));
    if (!meeting.includes(c.state)) for (const half of hours) this.taken.delete(half); // what will not take place is given back
    if (move === 'correctRespondent') c.session = undefined;
    if (!lapsing.includes(c.state)) c.deadlineAt = undefined;
  }

  private async asking(actor: Name): Promise<Asking> {
    const now = await this.community.cloud.now();
    const fileOf = async (name: Name, kind: 'photo' | 'signature') => {
      this.files += 1;
      const _id = `file-${Date.now().toString(36)}-${this.files}`;
      await this.community.cloud.database.collection('files').add({ _id, owner: this.community.idOf(name), kind, fileId: `cloud://local-env/${_id}`, sha256: '', bytes: 1, at: now });
      return _id;
    };
    return { now, idOf: this.community.idOf, secret: (kind, c) => this.secrets.plant(kind, actor, c), fileOf, taken: this.taken };
  }

  private async listed<A extends 'dispute.listMine' | 'identity.home' | 'dispute.desk'>(actor: Name, action: A, input: object): Promise<Reply<unknown>> {
    const reply = await this.community.as(actor).ask(action, input);
    const text = JSON.stringify(reply);
    const strange = this.cases.filter((c) => relationsOf(actor, c).length === 0 && text.includes(c.id));
    expect(strange.map(({ id }) => `${actor} sees ${id} in ${action}`)).toEqual([]);
    return reply;
  }

  private look(reader: Name, answer: unknown, own?: { readonly of: CaseModel; readonly were: ReturnType<typeof relationsOf> }): void {
    // Whoever has just let go of a case is answered once more as what they were.
    const relations = (c: CaseModel) => (own?.of === c && relationsOf(reader, c).length === 0 ? own.were : relationsOf(reader, c));
    expect(this.secrets.findLeaks(answer, reader, relations)).toEqual([]);
  }

  private refused(actor: Name, reply: Reply<unknown>, isStranger = false): void {
    if (reply.ok) throw new Error(`${actor} was let through: ${JSON.stringify(reply)}`);
    const { code, message } = reply.error;
    const expected = isStranger ? /^(?:NOT_FOUND|INVALID_INPUT)$/ : /^(?:INVALID_INPUT|INVALID_MOVE|FORBIDDEN|REFUSED|CONFLICT|NOT_FOUND)$/;
    expect(code).toMatch(expected);
    expect(message).toMatch(/^[一-鿿“”，、：:；0-9·–\s]+。$/);
  }

  private read(caseId: string): Promise<{ document: DisputeDocument; history: CaseEvent[] }> {
    return readCase(this.community.cloud, caseId);
  }
}

/** Where a move leads, with what the system does at once: the last signature makes it hold, the last clause ends it. */
function stateAfter(move: DisputeMove, c: CaseModel): { state: CaseModel['state']; events: number } {
  if (move === 'sign' && c.agreement?.signed.size === 2) return { state: 'performing', events: 3 };
  if ((move === 'prove' || move === 'default') && c.agreement?.isOpen.every((isOpen) => !isOpen)) return { state: 'following', events: 2 };
  const to: Partial<Record<DisputeMove, CaseModel['state']>> = {
    settle: 'settledOnSpot', triage: 'triaged', decline: 'declined', invite: 'inviting', correctRespondent: 'inviting', refuse: 'refused', accept: 'accepted', assign: 'assigned',
    schedule: 'scheduled', sit: 'mediating', adjourn: 'scheduled', close: 'closed', contest: 'following', fail: 'failed', lapse: 'failed', withdraw: 'withdrawn',
  };
  return { state: to[move] ?? c.state, events: 1 };
}

/** A neighbour's word is taken down by whoever holds an office where it happened; an admin holds none of those. */
function maySpeakFor(actor: Name, isElsewhere: boolean): boolean {
  if (actor === 'gridWorker') return !isElsewhere;
  if (actor === 'otherGridWorker') return isElsewhere;
  return ['officer', 'officer2', 'auxiliary', 'leader', 'mediator', 'mediator2', 'volunteer'].includes(actor);
}

function done<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`);
  return reply.data;
}
