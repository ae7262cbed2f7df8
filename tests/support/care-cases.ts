/** The same child and the same visit as each is in every state that a permission asks about. */
import type { ChildDocument, VisitDocument } from '../../cloudfunctions/_kit/care-documents';
import { collections } from '../../cloudfunctions/_kit/collections';
import { orderKey } from '../../cloudfunctions/_kit/database';
import { personIdOf, seal } from '../../cloudfunctions/_kit/vault';
import type { VisitFacts } from '../../miniprogram/domain/childcare/facts';
import { HOUR, MINUTE } from '../../miniprogram/domain/time/format';
import type { CarePost } from '../../typings/contract/childcare';
import type { VisitState } from '../../typings/contract/childcare-words';
import type { Community } from './community';
import { childDocument, visitDocument } from './care-door';
import { openPost, registerChild } from './childcare';
import type { Person } from './local-cloud';

export const PHRASE = '桂花糕';
export const BAR = 'bar-1';
/** The guardian who is nobody of the table. */
export const OTHER_GUARDIAN = 'guardian-2';

type Holder = 'guardian' | 'carer' | 'officer' | 'auxiliary';
interface Stand {
  readonly state: VisitState;
  readonly facts?: (visitId: string, now: number) => Partial<VisitFacts>;
}

export class CareCases {
  readonly post: CarePost;
  readonly grandmother: string;
  private readonly community: Community;
  private readonly ids: Readonly<Record<Holder, string>>;
  private readonly child: ChildDocument;
  private readonly visit: VisitDocument;
  private readonly stands: Readonly<Record<string, Stand>>;
  private copies = 0;

  private constructor(community: Community, post: CarePost, ids: Readonly<Record<Holder, string>>, like: { child: ChildDocument; visit: VisitDocument }) {
    this.community = community;
    this.post = post;
    this.ids = ids;
    this.child = like.child;
    this.visit = like.visit;
    this.grandmother = like.child.facts.persons[0]?.id ?? '';
    this.stands = this.allStands();
  }

  /** A large post with an officer and a carer on duty, and one child who was taken in there. */
  static async begin(community: Community, as: Readonly<Record<Holder, Person>>): Promise<CareCases> {
    const post = await openPost(community, { areaM2: 200, seats: 40 });
    const ids = { guardian: personIdOf(as.guardian.openid), carer: personIdOf(as.carer.openid), officer: personIdOf(as.officer.openid), auxiliary: personIdOf(as.auxiliary.openid) };
    for (const who of ['carer', 'officer', 'auxiliary'] as const) await community.as('leader').get('childcare.vet', { postId: post.id, personId: ids[who], isClean: true });
    for (const who of ['carer', 'officer'] as const) await as[who].get('childcare.shift', { postId: post.id, isOn: true });
    const { id: childId } = await registerChild(community, as.guardian);
    const { id } = await as.guardian.get('childcare.askFetch', { childId, postId: post.id, reason: '急事', school: '桐里小学', teacher: '许老师', phrase: PHRASE });
    await as.officer.get('childcare.takeFetch', { id });
    await as.officer.get('childcare.pickUp', { id, phrase: PHRASE, hasTeacherConfirmed: true });
    await as.carer.get('childcare.checkIn', { id });
    return new CareCases(community, post, ids, { child: await childDocument(community, childId), visit: await visitDocument(community, id) });
  }

  /** The adults of yesterday are not on duty today. */
  async comeToWork(as: Readonly<Record<'carer' | 'officer', Person>>): Promise<void> {
    for (const who of ['carer', 'officer'] as const) await as[who].get('childcare.shift', { postId: this.post.id, isOn: true });
  }

  /** A visit of its own that stands so, or its child; nothing for a word that is not about visits. */
  async caseFor(when: string): Promise<string> {
    const [what, how = ''] = when.split(': ');
    if (what !== 'visit' && what !== 'child') return '';
    this.copies += 1;
    const [childId, visitId] = [`care-child-${this.copies}`, `care-visit-${this.copies}`];
    const now = await this.community.cloud.now();
    const stand = this.stands[how];
    const time = { startAt: now + 10 * MINUTE, endAt: now + 2 * HOUR };
    await this.keepChild(childId, how, stand ? [{ id: visitId, ...time }] : []);
    if (stand) await this.keepVisit(visitId, childId, stand, time, now);
    return what === 'child' ? childId : visitId;
  }

  private async keepChild(_id: string, how: string, visits: ChildDocument['facts']['visits']): Promise<void> {
    const { facts } = this.child;
    const sealed = <T extends { phone: unknown }>(contact: T) => ({ ...contact, phone: seal('13900000061', `${_id}:contact`) });
    const [guardian] = facts.guardians.map(sealed);
    const copied = {
      ...facts, visits, persons: facts.persons.map(sealed), guardians: [guardian!, { ...guardian!, id: OTHER_GUARDIAN, name: '爸爸' }],
      ...(how === 'with a bar' && { barred: [{ id: BAR, name: '别人', reason: '法院限制', by: this.ids.officer, at: 0 }] }),
      ...(how === 'walked in' && { walkInPhone: 'number' }),
    };
    await this.community.cloud.database.collection(collections.children.name).add({ ...this.child, _id, facts: copied });
  }

  private async keepVisit(_id: string, childId: string, { state, facts }: Stand, time: Pick<VisitFacts, 'startAt' | 'endAt'>, now: number): Promise<void> {
    const changed = { ...this.visit.facts, childId, guardians: [this.ids.guardian], slotId: '', ...time, ...facts?.(_id, now) };
    const copy = { ...this.visit, _id, state, stands: state, childId, facts: changed, startKey: orderKey(time.startAt, _id) };
    await this.community.cloud.database.collection(collections.visits.name).add(copy);
  }

  private allStands(): Readonly<Record<string, Stand>> {
    const { guardian, carer, officer } = this.ids;
    const fetching = (visitId: string) => ({ askedBy: guardian, school: '桐里小学', teacher: '班主任', reason: '急事', phrase: seal(PHRASE, `${visitId}:phrase`), isConfirmedByTeacher: false });
    return {
      offered: { state: 'offered', facts: (_id, now) => ({ offeredUntil: now + 10 * MINUTE }) },
      booked: { state: 'booked' },
      'to be fetched': { state: 'fetching', facts: (id) => ({ fetch: fetching(id) }) },
      'on the way': { state: 'fetching', facts: (id) => ({ fetch: { ...fetching(id), officerId: officer, officer: '沈警官' } }) },
      here: { state: 'checkedIn' },
      'with a bar': { state: 'checkedIn' },
      'walked in': { state: 'checkedIn' },
      'at the door': { state: 'pickupPending', facts: (_id, at) => ({ asked: { personId: guardian, name: '安然', called: '妈妈', proof: 'code', at, by: carer } }) },
      proposed: { state: 'pickupPending', facts: (_id, at) => ({ exception: { personId: this.grandmother, name: '外婆', by: this.community.idOf('officer2'), isDocumentSeen: true, isRungBack: true, at, limits: 0 } }) },
      claimed: { state: 'releaseClaimed', facts: (_id, at) => ({ claim: { personId: this.grandmother, name: '外婆', called: '外婆', by: carer, at, claimId: 'claim-1' } }) },
    };
  }
}

