/** Hazards in any state, brought there by the moves that lead to it. */
import { collections, type HazardDocument, type Message } from '../../cloudfunctions/_kit/collections';
import { hazardSentence } from '../../miniprogram/domain/hazard/story';
import { DAY, dayKey } from '../../miniprogram/domain/time/format';
import type { HazardReport, HazardSummary } from '../../typings/contract/hazard';
import { BUILDING, type Community, type Name } from './community';
import { sentBy } from './dispute-spec';

/** A charger that nobody looks after, in a shop. */
export const charger: HazardReport = { checklist: 'charging', items: ['leftPlugged'], buildingId: BUILDING, door: '底商2号', isDangerNow: false };
/** Two things at once. */
export const stairs: HazardReport = { ...charger, checklist: 'corridor', items: ['piledUp', 'noLight'], door: '2单元楼道' };

export const shop = { name: '修车铺店主' };

export async function hazardDocument({ cloud }: Community, id: string): Promise<HazardDocument> {
  const { data } = await cloud.database.collection(collections.hazards.name).doc(id).get();
  return (data as HazardDocument[])[0]!;
}

/** The day so many days from now. */
export async function inDays({ cloud }: Community, days: number): Promise<string> {
  return dayKey((await cloud.now()) + days * DAY);
}

export type Reached = 'found' | 'advised' | 'ordered' | 'recheck';

/** The resident's hazard: officer tells, the grid worker writes down what was done. Gives its id. */
export async function aHazard(community: Community, state: Reached = 'found', report: HazardReport = charger): Promise<string> {
  const { id } = await community.as('resident').get('hazard.report', report);
  if (state === 'advised') await community.as('officer').get('hazard.advise', { id, responsible: shop, words: '请拔下来。' });
  if (state === 'ordered' || state === 'recheck') await order(community, id, 2);
  if (state === 'recheck') await rectify(community, id, report.items);
  return id;
}

/** Every item within so many days. */
export async function order(community: Community, id: string, days: number): Promise<HazardSummary> {
  const byDay = await inDays(community, days);
  const { items } = (await hazardDocument(community, id)).facts;
  return community.as('officer').get('hazard.order', { id, responsible: shop, items: items.map(({ key }) => ({ key, byDay })) });
}

export async function rectify({ as }: Community, id: string, items: string[], who: Name = 'gridWorker'): Promise<HazardSummary> {
  return as(who).get('hazard.rectify', { id, items, words: '已经弄好了。', photos: [await sentBy(as(who))] });
}

/** Looks again; what fails gets two more days. */
export async function recheck(community: Community, id: string, results: Readonly<Record<string, boolean>>, who: Name = 'officer2'): Promise<HazardSummary> {
  const byDay = await inDays(community, 2);
  const person = community.as(who);
  return person.get('hazard.recheck', {
    id,
    photos: [await sentBy(person)],
    results: Object.entries(results).map(([key, isPassed]) => ({ key, isPassed, ...(!isPassed && { byDay }) })),
  });
}

/** What somebody was told about a hazard, oldest first, without its number. */
export async function toldOf(community: Community, name: Name, id: string): Promise<string[]> {
  const { facts } = await hazardDocument(community, id);
  const { data } = await community.cloud.database.collection(collections.messages.name).where({ to: community.idOf(name) }).orderBy('key', 'asc').limit(1000).get();
  return (data as Message[]).filter(({ page }) => page?.endsWith(id)).map(({ sentence }) => sentence.replace(new RegExp(`${facts.number}：?`), ''));
}

/** The timeline as somebody reads it, newest first. */
export async function hazardStory({ as }: Community, name: Name, id: string): Promise<string[]> {
  const { lines } = await as(name).get('hazard.open', { id });
  return lines.map((line) => (line.words === undefined ? hazardSentence(line) : `${hazardSentence(line)}：${line.words}`));
}

/** The neighbour becomes the responsible one with an account, as an accepted invitation will bind it. */
export async function bindResponsible(community: Community, id: string, name: Name = 'neighbour'): Promise<void> {
  const { people } = await hazardDocument(community, id);
  const responsible = community.idOf(name);
  await community.cloud.database.collection(collections.hazards.name).doc(id).update({ 'facts.responsible.id': responsible, people: [...people, responsible] });
}
