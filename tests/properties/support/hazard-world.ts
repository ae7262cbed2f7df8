/** A story of hazards, told to the real functions and to the model at once; after each step both must agree. */
import { findTampering } from '../../../cloudfunctions/_kit/audit';
import type { CaseEvent, HazardDocument, Message } from '../../../cloudfunctions/_kit/collections';
import { hazards } from '../../../cloudfunctions/hazard/kind';
import type { Reply } from '../../../typings/contract/actions';
import type { HazardMove, HazardRole, HazardState } from '../../../typings/contract/hazard';
import { BUILDING, OTHER_BUILDING, type Community, type Name } from '../../support/community';
import { asks, type Asking } from './hazard-moves';
import { findBiasedRecheck, findForeignStep, mayMove, relationsOf, type HazardModel } from './hazard-table';

export const actors = ['resident', 'neighbour', 'officer', 'officer2', 'auxiliary', 'leader', 'mediator', 'gridWorker', 'otherGridWorker', 'volunteer', 'admin', 'stranger'] as const satisfies readonly Name[];
const BEGINNING = '2026-03-03 13:00';
/** No story goes on after this: the holidays of the year after it are not known. */
const LATEST = Date.UTC(2026, 10, 1);
const WIPED = ['hazards', 'disputes', 'events', 'messages', 'attempts', 'files', 'letters'] as const;
const RESPONSIBLE: Name = 'neighbour';

export class HazardWorld {
  readonly cases: HazardModel[] = [];
  /** Who said which secret word. */
  private readonly speakers: Name[] = [];
  private readonly community: Community;
  private readonly disputeNumber: string;
  private files = 0;

  private constructor(community: Community, disputeNumber: string) {
    this.community = community;
    this.disputeNumber = disputeNumber;
  }

  /** Empty of hazards, at the beginning of time, with one dispute. */
  static async begin(community: Community): Promise<HazardWorld> {
    const { database } = community.cloud;
    for (const name of WIPED) await database.collection(name).where({ _id: database.command.gt('') }).remove();
    await community.cloud.at(BEGINNING);
    const { number } = await community.as('resident').get('dispute.file', {
      category: 'noise', story: '楼上响。', buildingId: BUILDING, danger: { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false },
    });
    return new HazardWorld(community, number);
  }

  async report(by: Name, variant: number): Promise<void> {
    const isElsewhere = variant % 5 === 4;
    const grid = isElsewhere ? 'grid02' : 'grid01';
    const companion = companionOf(by, grid, variant);
    const keys = variant % 2 === 0 ? ['piledUp', 'noLight'] : ['piledUp'];
    const hasAdvised = variant % 4 === 3;
    const photo = await this.photoOf(by);
    const reply = await this.community.as(by).ask('hazard.report', {
      checklist: 'corridor', items: keys, story: this.secret(by), buildingId: isElsewhere ? OTHER_BUILDING : BUILDING, isDangerNow: variant % 3 === 2, photos: [photo],
      ...(companion && { companionId: this.community.idOf(companion) }),
      ...(hasAdvised && { responsible: { name: '修车铺店主' }, advice: this.secret(by) }),
    });
    if (!reply.ok) throw new Error(`report by ${by}: ${JSON.stringify(reply)}`);
    const opened: HazardModel = {
      id: reply.data.id, grid, finder: by, ...(companion && { companion }), state: hasAdvised ? 'advised' : 'found', version: hasAdvised ? 2 : 1,
      items: keys.map((key) => ({ key, state: 'open', failures: 0 })), isOrdered: false, isInvited: false, ...(hasAdvised && { responsible: { name: '修车铺店主' } }),
      told: new Set(hasAdvised ? [by] : []), recorded: new Set(), photos: new Map([[photo, by]]), finderPhotos: new Set([photo]),
    };
    this.cases.push(opened);
    await this.check(opened);
  }

  /** One move of one person: done exactly when the table and the rules say so. Gives how to send it again. */
  async move(move: HazardMove, actor: Name, c: HazardModel, variant: number): Promise<() => Promise<void>> {
    const ask = asks[move];
    if (!ask) throw new Error(`nobody asks for ${move}`);
    const { input, holds, after } = await ask(c, actor, variant, await this.asking());
    const before = relationsOf(actor, c);
    const isDone = holds && mayMove(move, c.state, before);
    const attemptId = crypto.randomUUID();
    const send = () => this.community.as(actor).ask(`hazard.${move}` as 'hazard.dismiss', { ...input, id: c.id } as never, { attemptId });
    const reply = await send();
    if (reply.ok !== isDone) throw new Error(`${move} by ${actor} (${before.join()}) from ${c.state}: ${JSON.stringify(reply)}, and the model says ${isDone ? 'done' : 'refused'} with ${JSON.stringify(input)}`);
    if (isDone) {
      after();
      const [state, events] = stateAfter(move, c);
      Object.assign(c, { state, version: c.version + events });
    } else refused(actor, reply, before.length === 0);
    await this.check(c);
    return async () => {
      const again = await send();
      if (isDone && relationsOf(actor, c).length > 0) expect(again).toEqual(reply);
      else expect(again.ok).toBe(false);
      await this.check(c);
    };
  }

  /** Whoever has to put it right is asked in by somebody, and comes in with the right word; with a wrong one not. */
  async bind(c: HazardModel, by: Name, isRight: boolean): Promise<void> {
    const mayInvite = ['officer', 'auxiliary', 'gridWorker'].some((role) => relationsOf(by, c).includes(role as HazardRole));
    const isUnderWay = ['advised', 'ordered', 'rectifying', 'recheck'].includes(c.state);
    const invited = await this.community.as(by).ask('hazard.makeInvitation', { id: c.id, word: '石桥' });
    expect(invited.ok).toBe(mayInvite && isUnderWay && c.responsible?.account === undefined);
    if (!invited.ok || !c.responsible) return;
    c.version += 1;
    c.isInvited = true;
    const bound = await this.community.as(RESPONSIBLE).ask('hazard.bindInvitation', { code: invited.data.code, word: isRight ? '石桥' : '木桥' });
    expect(bound.ok).toBe(isRight);
    if (bound.ok) {
      c.version += 1;
      c.responsible.account = RESPONSIBLE;
    }
    await this.check(c);
  }

  /** Time passes, and the timer comes, twice. Only a reminder may be new. */
  async wait(ms: number): Promise<void> {
    const { cloud } = this.community;
    if ((await cloud.now()) + ms > LATEST) return;
    await cloud.later(ms);
    await cloud.runTimers('hazard');
    await cloud.runTimers('hazard');
    for (const c of this.cases) {
      const { history } = await this.read(c);
      expect(history.slice(c.version).filter(({ move, by }) => move !== 'remind' || by !== 'system')).toEqual([]);
      c.version = history.length;
      await this.check(c);
    }
  }

  /** Everybody looks at everything: who is nothing to a hazard learns nothing of it, and who has to put it right not who told. */
  async lookAround(): Promise<void> {
    for (const actor of actors) {
      const person = this.community.as(actor);
      const lists = JSON.stringify([await person.ask('hazard.listMine', {}), await person.ask('hazard.desk', { desk: 'active' }), await person.ask('identity.home', {})]);
      for (const c of this.cases) {
        const relations = relationsOf(actor, c);
        const reply = await person.ask('hazard.open', { id: c.id });
        if (reply.ok !== relations.length > 0) throw new Error(`${actor} opens ${c.id}: ${JSON.stringify(reply)}`);
        if (relations.length === 0) expect([reply.ok || reply.error.code, lists.includes(c.id)]).toEqual(['NOT_FOUND', false]);
        if (relations.includes('responsible')) this.expectNothingOfTheFinder(c, JSON.stringify(reply) + lists);
      }
    }
    const { data } = await this.community.cloud.database.collection('messages').where({ _id: this.community.cloud.database.command.gt('') }).limit(1000).get();
    expect((data as Message[]).filter(({ sentence }) => /暗语|韦德顺|店主/.test(sentence))).toEqual([]);
  }

  private expectNothingOfTheFinder(c: HazardModel, seen: string): void {
    const words = [...seen.matchAll(/暗语(\d+)/g)].map(([, number]) => this.speakers[Number(number) - 1]);
    expect(words.filter((speaker) => speaker === c.finder)).toEqual([]);
    expect(seen).not.toMatch(/韦德顺/);
    expect([...c.finderPhotos].filter((photo) => seen.includes(photo))).toEqual([]);
  }

  /** The hazard as it is kept: sound, on a way that the table has, rechecked by nobody who had a hand in it, and where the model says. */
  private async check(c: HazardModel): Promise<void> {
    const { document, history } = await this.read(c);
    expect(findTampering(document, history, hazards.keys(document))).toEqual([]);
    expect(findForeignStep(history)).toBeUndefined();
    expect(findBiasedRecheck(history, document.facts.companion?.id)).toBeUndefined();
    expect({ state: document.state, version: document.version, events: history.length }).toEqual({ state: c.state, version: c.version, events: c.version });
    expect(document.facts.items.map(({ key, state, failures }) => ({ key, state, failures }))).toEqual(c.items.map(({ key, state, failures }) => ({ key, state, failures })));
    expect(document.facts.responsible?.id).toBe(c.responsible?.account && this.community.idOf(c.responsible.account));
  }

  private async read({ id: caseId }: HazardModel): Promise<{ document: HazardDocument; history: CaseEvent[] }> {
    const { database } = this.community.cloud;
    const [{ data: found }, { data: history }] = await Promise.all([
      database.collection('hazards').doc(caseId).get(),
      database.collection('events').where({ caseId }).orderBy('version', 'asc').limit(1000).get(),
    ]);
    return { document: found[0] as HazardDocument, history: history as CaseEvent[] };
  }

  private async asking(): Promise<Asking> {
    return { now: await this.community.cloud.now(), disputeNumber: this.disputeNumber, secret: (speaker) => this.secret(speaker), photoOf: (name) => this.photoOf(name) };
  }

  private secret(speaker: Name): string {
    return `暗语${this.speakers.push(speaker)}。`;
  }

  private async photoOf(name: Name): Promise<string> {
    const { database, now } = this.community.cloud;
    const _id = `photo-${Date.now().toString(36)}-${(this.files += 1)}`;
    await database.collection('files').add({ _id, owner: this.community.idOf(name), kind: 'photo', fileId: `cloud://local-env/${_id}`, sha256: '', bytes: 1, at: await now.call(this.community.cloud) });
    return _id;
  }
}

/** Where a move leads, with what the system does at once, and how many events that is. */
function stateAfter(move: HazardMove, { state, items }: HazardModel): [HazardState, number] {
  if (move === 'rectify') return items.some((item) => item.state === 'open') ? ['rectifying', 1] : ['recheck', 2];
  if (move === 'recheck') return items.every((item) => item.state === 'passed') ? ['closed', 2] : ['rectifying', 2];
  const to: Partial<Record<HazardMove, HazardState>> = { advise: 'advised', order: 'ordered', dismiss: 'dismissed', escalate: 'escalated' };
  return [to[move] ?? state, 1];
}

/** Two who patrol there together, sometimes. */
function companionOf(by: Name, grid: string, variant: number): Name | undefined {
  const doPatrol = by === 'officer' || by === 'auxiliary' || by === 'volunteer' || by === (grid === 'grid01' ? 'gridWorker' : 'otherGridWorker');
  if (!doPatrol || variant % 3 === 0) return undefined;
  return by === 'auxiliary' ? 'officer2' : 'auxiliary';
}

function refused(actor: Name, reply: Reply<unknown>, isStranger: boolean): void {
  if (reply.ok) throw new Error(`${actor} was let through: ${JSON.stringify(reply)}`);
  const { code, message } = reply.error;
  expect(code).toMatch(isStranger ? /^(?:NOT_FOUND|INVALID_INPUT)$/ : /^(?:INVALID_INPUT|INVALID_MOVE|FORBIDDEN|REFUSED|CONFLICT)$/);
  expect(message).toMatch(/^[一-鿿“”，、：:；0-9·–\s]+。$/);
}
