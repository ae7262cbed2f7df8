/** Posts as parents and staff see them. */
import type { CarePost } from '../../typings/contract/childcare';
import { bookableOf } from '../../miniprogram/domain/childcare/capacity';
import type { CarePostDocument } from '../_kit/care-documents';

export function postView(post: CarePostDocument): CarePost {
  const { _id, name, placeId, address, times, weekdays, areaM2, seats } = post;
  return { id: _id, name, placeId, address, times: times.map((time) => ({ ...time })), weekdays: [...weekdays], areaM2, seats, bookable: bookableOf(post) };
}
