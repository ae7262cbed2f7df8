/** A story of a post, told to the real functions and to the model at once; after each step both must agree. */
import type { Message } from '../../../cloudfunctions/_kit/collections';
import type { Reply } from '../../../typings/contract/actions';
import type { Name } from '../../support/community';
import { sentBy } from '../../support/dispute-spec';
import { asks, type Known } from './care-asks';
import { actors, NOBODY } from './care-deeds';
import * as model from './care-model';
import type { CareModel } from './care-model';
import { findBroken, findWrongs, hasHeard, toldAtOnce } from './care-never';
import { doIn, may } from './care-records';
import { judgementOf, type Deed, type Line } from './care-rules';
import { nameVisits, pictureFrom, pictureOf, readPost, type StoredPost } from './care-stored';
import { rolesOf } from './care-table';
import { beginning, displayNames, type Template } from './care-template';

/** What one thing takes that people do. */
const MOMENT = 7_000;
const WIPED = ['visits', 'children', 'careSlots', 'careRosters', 'events', 'messages', 'attempts', 'files', 'usedCodes', 'tries', 'readLog', 'careCounts', 'retentionDays'] as const;

export class CareWorld {
  m: CareModel = beginning();
  readonly lines: Line[] = [];
  private readonly template: Template;
  private readonly childIds: Map<string, string>;
  private visitIds = new Map<string, string>();
  private stored: StoredPost | undefined;
  private readonly secrets = new Map<string, string>();
  private readonly signatures = new Map<Line, string>();
  private readonly cards = new Map<string, string[]>();
  private readonly words = new Map<string, string>();

  private constructor(template: Template) {
    this.template = template;
    this.childIds = new Map(Object.entries(template.childIds));
  }

  static async begin(template: Template): Promise<CareWorld> {
    const { database } = template.community.cloud;
    await Promise.all(WIPED.map((name) => database.collection(name).where({ _id: database.command.gt('') }).remove()));
    await Promise.all(Object.entries(template.documents).map(([name, documents]) => database.collection(name).add(documents)));
    const world = new CareWorld(template);
    await world.setClock();
    await world.check();
    return world;
  }

  /** One deed: done exactly when the model says so. */
  async do(deed: Deed): Promise<void> {
    await this.later(MOMENT);
    const send = await this.prepared(deed);
    const isExpected = may(this.m, deed);
    const reply = await send();
    if (reply.ok !== isExpected) throw new Error(`${JSON.stringify(deed)}: ${JSON.stringify(reply)}, and the model says ${isExpected ? 'done' : 'refused'}; ${this.about(deed)}`);
    if (!reply.ok) this.refused(deed, reply);
    doIn(this.m, deed);
    await this.check(deed.do === 'ask');
    await this.remember(deed, reply);
  }

  /** Two in the same moment: as if one had come after the other, whichever. Who lost a race tries once more. */
  async atOnce(deeds: readonly [Deed, Deed]): Promise<void> {
    await this.later(MOMENT);
    const sends = [await this.prepared(deeds[0]), await this.prepared(deeds[1])] as const;
    const replies = await Promise.all(sends.map((send) => send()));
    for (const [n, reply] of replies.entries()) if (!reply.ok && reply.error.code === 'CONFLICT') replies[n] = await (await this.prepared(deeds[n]!))();
    const oks = replies.map(({ ok }) => ok);
    const judged = deeds.map((deed) => withJudgement(this.m, deed)); // a code is judged before the move is made
    const ways = [deeds, judged].flatMap((each) => [[0, 1], [1, 0]].map((order) => ({ each, order })));
    await this.adopt(ways.map(({ each, order }) => {
      const one = structuredClone(this.m);
      const done = [false, false];
      for (const n of order) done[n] = doIn(one, each[n]!);
      return done.join() === oks.join() ? one : undefined;
    }), `${JSON.stringify(deeds)}: ${JSON.stringify(replies)}`);
    for (const [n, reply] of replies.entries()) await this.remember(deeds[n]!, reply);
  }

  /** The timer strikes while somebody does something: as if that had been before, after, or between two things of the timer's. */
  async withTimer(deed: Deed): Promise<void> {
    await this.later(MOMENT);
    const send = await this.prepared(deed);
    const [sent] = await Promise.all([send(), this.strike()]);
    const reply = !sent.ok && sent.error.code === 'CONFLICT' ? await (await this.prepared(deed))() : sent;
    await this.strike();
    await this.strike();
    const firings = model.dueMoves(this.m).length * 2 + 1;
    await this.adopt(Array.from({ length: firings + 1 }, (_, before) => {
      const one = structuredClone(this.m);
      for (let n = 0; n < before; n += 1) {
        const [due] = model.dueMoves(one);
        if (due) model.fire(one, due);
      }
      const isDone = doIn(one, deed);
      model.settle(one);
      return isDone === reply.ok ? one : undefined;
    }), `${JSON.stringify(deed)} with the timer: ${JSON.stringify(reply)}`);
    await this.remember(deed, reply);
  }

  /** Time passes; the timer comes, or is late. */
  async wait(ms: number, isTimerLate: boolean): Promise<void> {
    await this.later(ms);
    if (isTimerLate) return;
    for (let round = 0; round < 3; round += 1) await this.strike();
    model.settle(this.m);
    await this.check();
  }

  /** A carer's phone reads the roster, for when it has no network. */
  async readRoster(by: Name): Promise<void> {
    await this.later(MOMENT);
    const reply = await this.template.community.as(by).ask('childcare.board', { postId: this.template.postId });
    expect(reply.ok).toBe(['carer', 'carer2', 'officer', 'officer2', 'auxiliary', 'leader'].includes(by));
    if (!reply.ok) return;
    const expected = by !== 'carer' && by !== 'carer2' ? [] : model.here(this.m).flatMap(([visit, { child, guardians }]) => {
      const record = this.m.children[child]!;
      return guardians.includes(by) ? [] : [...record.guardians, ...record.persons.map(({ name }) => name)].filter((whom) => model.isLive(record, whom, this.m.now)).map((whom) => ({ visit, whom, at: this.m.now }));
    });
    const lines = reply.data.offline?.lines ?? [];
    expect(lines.map(({ visitId, personId }) => `${visitId} ${personId}`).sort()).toEqual(expected.map(({ visit, whom }) => `${this.visitIds.get(visit)} ${this.personId(this.m.visits[visit]!.child, whom)}`).sort());
    for (const line of expected) {
      const signed = lines.find(({ visitId, personId }) => visitId === this.visitIds.get(line.visit) && personId === this.personId(this.m.visits[line.visit]!.child, line.whom));
      this.lines.push(line);
      this.signatures.set(line, signed!.signature);
    }
  }

  /** Every history is whole, and everybody heard what they had to. */
  async end(): Promise<void> {
    const stored = await this.check(true);
    expect(findBroken(stored)).toEqual([]);
    const { database } = this.template.community.cloud;
    const { data } = await database.collection('messages').where({ _id: database.command.gt('') }).limit(1000).get();
    const unheard = model.entriesOf(this.m).flatMap(([key, { moves }]) => moves.flatMap(({ move, told }, n) => (toldAtOnce.includes(move) ? told.filter((name) => !hasHeard(data as Message[], this.visitIds.get(key)!, n, this.id(name))).map((name) => `${name}: ${move} of ${key}`) : [])));
    expect(unheard).toEqual([]);
  }

  private async prepared(deed: Deed): Promise<() => Promise<Reply<unknown>>> {
    const ask = asks[deed.do];
    if (!ask) throw new Error(`nobody asks for ${deed.do}`);
    const [action, input] = await ask(deed, this.known());
    const attemptId = crypto.randomUUID();
    return () => this.template.community.as(deed.by).ask(action, input, { attemptId });
  }

  /** Takes up the one that fits what is kept; a seat that comes free under a booking is offered by the timer. */
  private async adopt(candidates: readonly (CareModel | undefined)[], what: string): Promise<void> {
    const before = this.m;
    const likely = candidates.filter((one) => one !== undefined);
    if (await this.adoptOne(likely)) return;
    for (let round = 0; round < 3; round += 1) await this.strike();
    for (const one of likely) model.settle(one);
    if (await this.adoptOne(likely)) return;
    const stored = await readPost(this.template.community, true);
    this.m = before;
    throw new Error(`${what}: in no order; before ${JSON.stringify(pictureOf(before, true))}, kept ${JSON.stringify(this.picture(stored, true))}, and in order ${likely.map((one) => JSON.stringify(pictureOf(one, true))).join(' or ')}`);
  }

  private async adoptOne(candidates: readonly CareModel[]): Promise<boolean> {
    const stored = await readPost(this.template.community, true);
    expect(findWrongs(stored)).toEqual([]);
    return candidates.some((one) => {
      this.take(one, stored);
      return JSON.stringify(this.picture(stored, true)) === JSON.stringify(sorted(pictureOf(one, true)));
    });
  }

  private async check(isWhole = false): Promise<StoredPost> {
    const stored = await readPost(this.template.community, isWhole);
    this.take(this.m, stored);
    expect(findWrongs(stored)).toEqual([]);
    expect(this.picture(stored, isWhole)).toEqual(sorted(pictureOf(this.m, isWhole)));
    return stored;
  }

  private take(m: CareModel, stored: StoredPost): void {
    this.m = m;
    this.stored = stored;
    this.visitIds = nameVisits(m, stored, this.childIds);
    m.ids = Object.fromEntries(this.visitIds);
  }

  private picture(stored: StoredPost, isWhole: boolean) {
    return sorted(pictureFrom(stored, { child: this.childIds, visit: this.visitIds, idOf: (name) => this.id(name) }, actors, isWhole));
  }

  private async remember(deed: Deed, reply: Reply<unknown>): Promise<void> {
    if (!reply.ok) return;
    if (deed.do === 'card') this.cards.set(deed.child!, [(reply.data as { code: string }).code, ...(this.cards.get(deed.child!) ?? [])]);
    if (deed.do !== 'walkIn') return;
    const { id, childId } = reply.data as { id: string; childId: string };
    const child = [...this.childIds].find(([, each]) => each === childId)?.[0] ?? '';
    this.words.set(child, (await this.template.community.as('carer').get('childcare.walkInWord', { id })).word);
  }

  private refused(deed: Deed, reply: Reply<unknown>): void {
    if (reply.ok) return;
    const visit = deed.visit === undefined ? undefined : this.m.visits[deed.visit];
    const isNothing = visit !== undefined && rolesOf(deed.by, visit).length === 0;
    expect(`${deed.do} ${reply.error.code}`).toMatch(isNothing ? / (?:NOT_FOUND|INVALID_INPUT)$/ : / (?:INVALID_INPUT|INVALID_MOVE|FORBIDDEN|REFUSED|CONFLICT|NOT_FOUND|RATE_LIMITED)$/);
    expect(reply.error.message).toMatch(/^[一-鿿“”，。、：:；？0-9·–\s]+。$/);
  }

  private known(): Known {
    const { community, postId } = this.template;
    const childOf = ({ child, visit = '' }: Deed) => child ?? this.m.visits[visit]?.child ?? '';
    const record = (child: string) => this.stored?.children.find(({ _id }) => _id === this.childIds.get(child))?.facts;
    return {
      postId,
      account: (name) => this.id(name as Name),
      isAccount: (whom) => displayNames[whom] !== undefined,
      childId: (child) => this.childIds.get(child) ?? 'nobody',
      visitId: (visit) => this.visitIds.get(visit) ?? 'nothing',
      personId: (deed) => this.personId(childOf(deed), deed.whom ?? ''),
      personName: ({ whom = '' }) => displayNames[whom] ?? whom,
      barId: (deed) => record(childOf(deed))?.barred.find(({ name, liftedAt }) => liftedAt === undefined && name === (displayNames[deed.whom!] ?? deed.whom))?.id ?? 'none',
      secret: async (visit, maker) => {
        const key = `${visit} ${maker}`;
        if (!this.secrets.has(key)) {
          const reply = await community.as(maker as Name).ask('childcare.secret', { id: this.visitIds.get(visit) ?? 'nothing' });
          if (reply.ok) this.secrets.set(key, reply.data.secret);
        }
        return this.secrets.get(key);
      },
      signature: (line) => this.signatures.get(line) ?? `${'1'.repeat(13)}.${'x'.repeat(43)}`,
      card: (visit, isOld) => {
        const cards = this.cards.get(this.m.visits[visit]?.child ?? '') ?? [];
        return (isOld ? cards[1] : cards[0]) ?? 'x'.repeat(16);
      },
      word: (child) => this.words.get(child) ?? '271828',
      photo: (by) => (by === 'stranger' ? Promise.resolve('nothing') : sentBy(community.as(by))),
    };
  }

  private personId(child: string, whom: string): string {
    if (displayNames[whom] !== undefined) return this.id(whom as Name);
    const facts = this.stored?.children.find(({ _id }) => _id === this.childIds.get(child))?.facts;
    return facts?.persons.find(({ name }) => name === whom)?.id ?? NOBODY.length.toString();
  }

  private id(name: Name): string {
    return this.template.community.idOf(name);
  }

  private async later(ms: number): Promise<void> {
    this.m.now += ms;
    await this.setClock();
  }

  private async setClock(): Promise<void> {
    await this.template.community.cloud.control('POST', 'clock', { to: this.m.now });
  }

  private strike(): Promise<void> {
    return this.template.community.cloud.runTimers('childcare');
  }

  private about({ visit, child }: Deed): string {
    return JSON.stringify({ now: this.m.now, visit: visit && this.m.visits[visit], child: this.m.children[child ?? this.m.visits[visit ?? '']?.child ?? ''], carers: this.m.carers });
  }
}

function withJudgement(m: CareModel, deed: Deed): Deed {
  const judged = deed.do === 'ask' ? judgementOf(m, deed) : undefined;
  return judged === undefined ? deed : { ...deed, judged };
}

/** Keys in order, so that two pictures can be told apart by their text. */
function sorted<T>(value: T): T {
  if (Array.isArray(value)) return value.map((each: unknown) => sorted(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each as unknown)])) as T;
}
