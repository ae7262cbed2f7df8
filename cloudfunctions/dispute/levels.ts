/** 小事不出网格: on which level a dispute was settled, by the office of whoever did it. */
import type { SettledLevel } from '../../typings/contract/dispute-board';
import { levelOf } from '../../miniprogram/domain/dispute/afterwards';
import type { DisputeFacts, DisputePlace } from '../../miniprogram/domain/dispute/facts';
import type { Standing } from '../../miniprogram/domain/dispute/relations';
import { rosterOf } from '../_kit/staff';
import type { Transaction } from '../_kit/transaction';

/** Those who may settle on the spot. */
const settlers: readonly string[] = ['gridWorker', 'volunteer', 'officer'];

export function levelOfSettler({ offices }: Standing, place: DisputePlace): { settledLevel?: SettledLevel } {
  return said(levelOf(place, offices.filter(({ role }) => settlers.includes(role)).map(({ scopeId }) => scopeId)));
}

/** Police mediate themselves on the security track. */
export async function levelOfMediator(db: Transaction, { mediator, place, track }: DisputeFacts): Promise<{ settledLevel?: SettledLevel }> {
  const { members } = await rosterOf(db, place.path);
  const office = track === 'security' ? 'officer' : 'mediator';
  return said(levelOf(place, members.filter(({ id, role }) => id === mediator?.id && role === office).map(({ scopeId }) => scopeId)));
}

function said(settledLevel: SettledLevel | undefined): { settledLevel?: SettledLevel } {
  return settledLevel === undefined ? {} : { settledLevel };
}
