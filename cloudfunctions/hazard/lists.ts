/** Lists of hazards: a page of cards, cut by an order key. */
import type { HazardPage } from '../../typings/contract/hazard';
import type { Standing } from '../../miniprogram/domain/dispute/relations';
import { pageSize } from '../../miniprogram/domain/hazard/policy';
import type { HazardDocument } from '../_kit/collections';
import { hazardSummariesOf } from '../_kit/hazard-cards';

export function pageOf(reader: Standing, hazards: readonly HazardDocument[], key: 'openedKey' | 'dueKey', now: number): HazardPage {
  const last = hazards.length === pageSize ? hazards[pageSize - 1]?.[key] : undefined;
  return { hazards: hazardSummariesOf(reader, hazards, now), now, ...(last !== undefined && { next: last }) };
}
