/** Lists of disputes: a page of cards, cut by an order key. */
import type { DisputePage } from '../../typings/contract/dispute';
import { pageSize } from '../../miniprogram/domain/dispute/policy';
import type { Standing } from '../../miniprogram/domain/dispute/relations';
import type { DisputeDocument } from '../_kit/collections';
import { summariesOf } from '../_kit/dispute-cards';

export function pageOf(reader: Standing, disputes: readonly DisputeDocument[], key: 'openedKey' | 'dueKey', now: number): DisputePage {
  const last = disputes.length === pageSize ? disputes[pageSize - 1]?.[key] : undefined;
  return { disputes: summariesOf(reader, disputes, now), now, ...(last !== undefined && { next: last }) };
}
