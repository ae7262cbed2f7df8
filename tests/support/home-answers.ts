/** What `identity.home` answers in tests of pages: a resident with one dispute under way, and what a test changes. */
import type { DisputeSummary } from '../../typings/contract/dispute';
import type { Home, Me } from '../../typings/contract/identity';

export const now = Date.UTC(2026, 2, 3, 8, 35); // 周二 16:35 at the post
const HOUR = 3_600_000;

export const resident: Me = {
  id: 'person-1',
  isGuest: false,
  name: '韦德顺',
  phone: '139******21',
  home: { compoundId: 'c1', buildingId: 'b3', text: '桐花苑 3号楼' },
  consent: { version: '2026-11', at: now - 24 * HOUR },
  grants: [],
  roles: ['resident'],
};

export const guest: Me = { id: 'person-2', isGuest: true, name: '', grants: [], roles: ['resident'] };

export const deposit: DisputeSummary = {
  id: 'case-1',
  number: '桂花27',
  version: 3,
  state: 'inviting',
  category: 'money',
  place: '桐花苑 3号楼',
  excerpt: '房东一直不退押金。',
  colour: 'yellow',
  hasDanger: false,
  openedAt: now - 24 * HOUR,
  next: { what: '联系对方', who: '沈警官', dueAt: now + 24 * HOUR, isOverdue: false },
  relations: ['applicant'],
  moves: ['withdraw'],
};

export const lateNoise: DisputeSummary = {
  ...deposit,
  id: 'case-2',
  number: '桂花33',
  state: 'submitted',
  category: 'noise',
  colour: 'red',
  next: { what: '定颜色', who: '警务室', dueAt: now - 2 * HOUR, isOverdue: true },
  moves: ['triage'],
};

export function homeWith(changes: Partial<Home> = {}): Home {
  return { now, me: resident, as: 'resident', unread: 0, mine: [deposit], ...changes };
}
