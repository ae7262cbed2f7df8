/** A story that is told to the real functions and to the model at once; after each step both must agree. */
import type { Message } from '../../../cloudfunctions/_kit/collections';
import type { Reply } from '../../../typings/contract/actions';
import type { DisputeMove, DisputeSummary } from '../../../typings/contract/dispute';
import type { Community } from '../../support/community';
import { faultsOf, readCase, type StoredCase } from './cases';
import { judged } from './letters';
import { halfHoursOf, type Asking, type CaseModel } from './model';
import { asks } from './moves';
import { keptBySilence } from './moves-afterwards';
import { findWrongs } from './never';
import { damagesOf, openingOf, restOf } from './openings';
import { actors, idOf, personOf, type Actor } from './people';
import { Secrets } from './secrets';
import { findForeignStep, mayMove, relationsOf, stateAfter } from './table';

/** Where every story begins: a Tuesday, after everybody has joined. */
const BEGINNING = '2026-03-03 13:00';
/** No story goes on after this: the holidays of the year after it are not known. */
const LATEST = Date.UTC(2026, 10, 1);
const WIPED = ['disputes', 'events', 'messages', 'bookings', 'attempts', 'files', 'letters'] as const;
const meeting = ['scheduled', 'mediating'];
const lapsing = ['accepted', 'assigned', 'scheduled', 'mediating'];
/** What the clock does by itself. */
const byClock = ['lapse', 'remind', 'whistle', 'prove', 'conclude'];
/** Variants of a form that are looked through for one that passes. */
const MOST_TRIED = 30;

export class World {
  readonly cases: CaseModel[] = [];
  readonly secrets = new Secrets();
  readonly taken = new Map<string, string>();
  readonly community: Community;
  private readonly mediatorsEver = new Map<string, Set<Actor>>();
  /** How each case was kept when it was looked at last. */
  private readonly looked = new Map<string, StoredCase>();
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

  /** Somebody tells, or notices what nobody has told. */
  async open(move: 'file' | 'notice', by: Actor, variant: number): Promise<void> {
    const { input, mayOpen, model } = openingOf(move, by, variant, this.secrets.plant('story', by), this.cases);
    const reply = await personOf(this.community, by).ask(`dispute.${move}` as 'dispute.file', input as never);
    if (!mayOpen) return this.refused(by, reply);
    const { id, openedAt } = done(reply);
    const opened = model(id, openedAt);
    this.secrets.plantedIn(opened);
    this.cases.push(opened);
    this.look(by, reply);
    await this.check(opened);
  }

  /** The next variant of a form by which the rules let it pass, when there is one near. */
  async fitting(name: string, actor: Actor, c: CaseModel, variant: number): Promise<number> {
    const asking = { ...(await this.asking(actor)), secret: () => '一句话。', fileOf: async () => Promise.resolve('file') };
    for (let n = variant; n < variant + MOST_TRIED; n += 1) if ((await asks[name]?.(c, actor, n, asking))?.holds !== false) return n;
    return variant;
  }

  /** One action of one person: done exactly when the table and the rules say so. */
  async move(name: string, actor: Actor, c: CaseModel, variant: number): Promise<{ retry: () => Promise<void> }> {
    const ask = asks[name];
    if (!ask) throw new Error(`nobody asks for ${name}`);
    const asking = await this.asking(actor);
    const { input, holds, after, follows, also, move = name as DisputeMove } = await ask(c, actor, variant, asking);
    const before = relationsOf(actor, c);
    const isPermitted = mayMove(move, c.state, before) && (!also || mayMove(also.move, also.c.state, relationsOf(actor, also.c)));
    const attemptId = crypto.randomUUID();
    const send = () => personOf(this.community, actor).ask(`dispute.${name}` as 'dispute.note', { ...input, id: c.id } as never, { attemptId });
    const reply = await send();
    const isDone = isPermitted && (holds ?? reply.ok);
    if (reply.ok !== isDone) throw new Error(`${name} by ${actor} (${before.join()}) from ${c.state}: ${JSON.stringify(reply)}, and the model says ${isDone ? 'done' : 'refused'} with ${JSON.stringify(input)}`);
    if (isDone) {
      this.apply(c, asking.now, () => after(reply.ok ? reply.data : undefined), () => [move, ...(follows?.() ?? [])]);
      if (also) this.apply(also.c, asking.now, () => undefined, () => [also.move]);
    } else this.refused(actor, reply, before.length === 0);
    this.look(actor, reply, { of: c, were: before });
    await this.check(c, reply);
    if (also && isDone) await this.check(also.c);
    await this.meetTheRest(c);
    const retry = async () => {
      const again = await send();
      const isStillKnown = relationsOf(actor, c).length > 0;
      if (isDone && isStillKnown) expect(again).toEqual(reply);
      else expect(again.ok).toBe(false);
      await this.check(c);
    };
    return { retry };
  }

  /** Somebody has a code in hand, the newest or an old one, and says a word. */
  async bind(c: CaseModel, actor: Actor, variant: number): Promise<void> {
    const letter = c.letters.at(variant % 4 === 3 ? 0 : -1);
    if (!letter) return;
    const now = await this.community.cloud.now();
    const isRight = variant % 3 !== 2;
    const { binds, isIn, isGuess } = judged(c, letter, actor, { now, isRight });
    const reply = await personOf(this.community, actor).ask('dispute.bindInvitation', { code: letter.code, word: isRight ? letter.word : '不知道' });
    if (reply.ok !== (binds || isIn)) throw new Error(`bind by ${actor} in ${c.state} with ${JSON.stringify(letter)}, ${isRight ? 'right' : 'wrong'}: ${JSON.stringify(reply)}`);
    if (binds) this.apply(c, now, () => void (letter.boundTo = c.respondent = actor), () => ['bind']);
    if (isGuess) letter.wrong += 1;
    this.look(actor, reply);
    await this.check(c, reply);
  }

  /** Time passes, and the timer comes. Only clocks may move a case now, and the thirty days must. */
  async wait(ms: number): Promise<void> {
    const { cloud } = this.community;
    if ((await cloud.now()) + ms > LATEST) return;
    await cloud.later(ms);
    await cloud.runTimers('dispute');
    const now = await cloud.now();
    for (const c of this.cases) {
      const { document, history } = await readCase(cloud, c.id);
      const fresh = history.slice(c.version);
      const lapses = c.deadlineAt !== undefined && c.deadlineAt <= now && lapsing.includes(c.state);
      expect(fresh.filter(({ move }) => move === 'lapse')).toHaveLength(lapses ? 1 : 0);
      expect(fresh.filter(({ move, by }) => !byClock.includes(move) || by !== 'system')).toEqual([]);
      if (lapses) this.apply(c, now, () => void (c.failures += 1), () => ['lapse']);
      for (const { move } of fresh.filter((event) => event.move === 'prove' || event.move === 'conclude')) this.apply(c, now, () => (move === 'prove' ? keptBySilence(c, now) : undefined), () => [move as DisputeMove]);
      for (const { units } of (document.facts.whistles ?? []).slice(c.whistles.length)) c.whistles.push({ units, answered: new Set() });
      c.version = history.length;
      await this.check(c);
    }
    await cloud.runTimers('dispute'); // twice does no harm
    for (const c of this.cases) await this.check(c);
  }

  /** Everybody looks at everything: who is nothing to a case learns nothing of it. */
  async lookAround(): Promise<void> {
    for (const actor of actors) {
      const person = personOf(this.community, actor);
      for (const c of this.cases) {
        const reply = await person.ask('dispute.open', { id: c.id });
        const relations = relationsOf(actor, c);
        if (relations.length > 0 !== reply.ok) throw new Error(`${actor} opens ${c.id}: ${JSON.stringify(reply)}`);
        if (!reply.ok) expect(reply.error.code).toBe('NOT_FOUND');
        if (relations.includes('respondent')) expect(JSON.stringify(reply)).not.toMatch(/139\*{6}21|2单元401|"move":"lower"/);
        const side = (['applicant', 'respondent'] as const).find((each) => relations.includes(each));
        if (side && !c.dangerOf.has(side)) expect(JSON.stringify(reply)).not.toMatch(/"is(?:Threatened|Hurt)":true|"hasDanger":true|人身危险/);
        this.look(actor, reply);
      }
      for (const action of ['dispute.listMine', 'identity.home'] as const) this.look(actor, await this.listed(actor, action, {}));
      for (const desk of ['active', 'lead'] as const) this.look(actor, await this.listed(actor, 'dispute.desk', { desk }));
      this.look(actor, await this.listed(actor, 'dispute.meeting', {}));
    }
  }

  /** Each message once, to somebody of the case, with no name and no word of it. */
  async checkMessages(): Promise<void> {
    const { data } = await this.community.cloud.database.collection('messages').where({ _id: this.community.cloud.database.command.gt('') }).limit(1000).get();
    const messages = data as Message[];
    for (const { _id, to, sentence, ring } of messages) {
      const c = this.cases.find(({ id }) => _id.startsWith(`${id}:`));
      if (!c) throw new Error(`message ${_id} is about no case`);
      const mine: (Actor | undefined)[] = ['officer', 'officer2', 'leader', 'auxiliary', 'neighbour', 'partner', ...(this.mediatorsEver.get(c.id) ?? []), ...c.merged, c.applicant, c.agent, ...c.letters.map(({ boundTo }) => boundTo)];
      if (!ring || !to.startsWith('calls:')) expect(mine.filter((actor) => actor !== undefined).map((actor) => idOf(actor))).toContain(to);
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

  /** The case as it is kept: sound, on a way that the table has, free of what must never be, and where the model says. */
  private async check(c: CaseModel, reply?: Reply<unknown>): Promise<void> {
    const stored = await readCase(this.community.cloud, c.id);
    const { document, history } = stored;
    expect(faultsOf(stored)).toEqual([]);
    expect(findForeignStep(history)).toBeUndefined();
    expect(findWrongs(stored, this.looked.get(c.id))).toEqual([]);
    expect({ state: document.state, version: document.version, events: history.length }).toEqual({ state: c.state, version: c.version, events: c.version });
    if (reply?.ok) expect(summaryIn(reply.data)).toMatchObject({ state: c.state, version: c.version });
    this.looked.set(c.id, stored);
    c.digest = document.facts.agreement?.digest ?? '';
    // the second mediation by police ends on a workday, which the model does not count
    if (c.isForPolice && c.retries > 0) c.deadlineAt = document.clocks.find(({ name }) => name === 'deadline')?.dueAt;
  }

  /** What a partial agreement left open goes on as a dispute of its own. */
  private async meetTheRest(from: CaseModel): Promise<void> {
    const links = this.looked.get(from.id)?.document.facts.links ?? [];
    for (const { id, how } of links.filter((link) => (link.how === 'rest' || link.how === 'damages') && !this.cases.some((c) => c.id === link.id))) {
      this.cases.push((how === 'rest' ? restOf : damagesOf)(from, id, await this.community.cloud.now()));
      await this.check(this.cases.at(-1)!);
    }
  }

  private apply(c: CaseModel, now: number, after: () => unknown, moves: () => readonly DisputeMove[]): void {
    const { state: was, session } = c;
    const hours = session && meeting.includes(was) && !(was === 'mediating' && session.startAt <= now) ? halfHoursOf(c, session) : [];
    after();
    for (const move of moves()) {
      const to = stateAfter(move, c.state);
      if (to === undefined) throw new Error(`the table has no ${move} from ${c.state}`);
      c.state = to;
      c.version += 1;
    }
    if (c.mediator) this.mediatorsEver.set(c.id, (this.mediatorsEver.get(c.id) ?? new Set()).add(c.mediator));
    if (!meeting.includes(c.state)) for (const half of hours) this.taken.delete(half); // what will not take place is given back
    if (!lapsing.includes(c.state)) c.deadlineAt = undefined;
  }

  private async asking(actor: Actor): Promise<Asking> {
    const now = await this.community.cloud.now();
    const fileOf = async (name: Actor, kind: 'photo' | 'signature') => {
      this.files += 1;
      const _id = `file-${Date.now().toString(36)}-${this.files}`;
      await this.community.cloud.database.collection('files').add({ _id, owner: idOf(name), kind, fileId: `cloud://local-env/${_id}`, sha256: '', bytes: 1, at: now });
      return _id;
    };
    return { now, secret: (kind, c) => this.secrets.plant(kind, actor, c), fileOf, taken: this.taken, cases: this.cases };
  }

  private async listed<A extends 'dispute.listMine' | 'identity.home' | 'dispute.desk' | 'dispute.meeting'>(actor: Actor, action: A, input: object): Promise<Reply<unknown>> {
    const reply = await personOf(this.community, actor).ask(action, input);
    const text = JSON.stringify(reply);
    const strange = this.cases.filter((c) => relationsOf(actor, c).length === 0 && text.includes(c.id));
    expect(strange.map(({ id }) => `${actor} sees ${id} in ${action}`)).toEqual([]);
    return reply;
  }

  private look(reader: Actor, answer: unknown, own?: { readonly of: CaseModel; readonly were: ReturnType<typeof relationsOf> }): void {
    // Whoever has just let go of a case is answered once more as what they were.
    const relations = (c: CaseModel) => (own?.of === c && relationsOf(reader, c).length === 0 ? own.were : relationsOf(reader, c));
    expect(this.secrets.findLeaks(answer, reader, relations)).toEqual([]);
  }

  private refused(actor: Actor, reply: Reply<unknown>, isStranger = false): void {
    if (reply.ok) throw new Error(`${actor} was let through: ${JSON.stringify(reply)}`);
    const { code, message } = reply.error;
    const expected = isStranger ? /^(?:NOT_FOUND|INVALID_INPUT)$/ : /^(?:INVALID_INPUT|INVALID_MOVE|FORBIDDEN|REFUSED|CONFLICT|NOT_FOUND)$/;
    expect(code).toMatch(expected);
    expect(message).toMatch(/^[一-鿿“”，。、：:；0-9·–\s]+。$/);
  }
}

function summaryIn(answer: unknown): DisputeSummary {
  return (answer as { dispute?: DisputeSummary }).dispute ?? (answer as DisputeSummary);
}

function done<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`);
  return reply.data;
}
