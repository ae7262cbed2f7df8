/** What one dispute gives to the figures, and how sums are kept up. */
import type { DisputeFacts } from '../../miniprogram/domain/dispute/facts';
import { contributionOf, noFigures, replaced } from '../../miniprogram/domain/dispute/figures';
import { levelOf } from '../../miniprogram/domain/dispute/afterwards';

const HOUR = 3_600_000;
const facts = { contests: 0 };
const clause = { side: 'respondent', what: '铺上地垫', byDay: '2026-03-10', proof: '听不到', photos: [] } as const;
const agreement = (...states: readonly ('open' | 'kept' | 'broken')[]): NonNullable<DisputeFacts['agreement']> => ({
  form: 'oral', facts: '', digest: '', signatures: [], effectiveAt: 5, clauses: states.map((state) => ({ ...clause, state })),
});
const casesOf = (some: Partial<DisputeFacts>, state: Parameters<typeof contributionOf>[0]['state'] = 'closed') => contributionOf({ state, facts: { ...facts, ...some }, spent: {} }).cases;

describe('one dispute', () => {
  test('is told; a lead and what was taken into another are not', () => {
    expect(casesOf({}, 'submitted')).toEqual({ told: 1 });
    expect(casesOf({ isLead: true }, 'lead')).toEqual({});
    expect(casesOf({ isLead: true }, 'dismissed')).toEqual({});
    expect(casesOf({ invitedAt: 1 }, 'duplicate')).toEqual({});
  });

  test('is resolved when it was accepted and every promise was kept, or a court confirmed it', () => {
    expect(casesOf({ acceptedAt: 1, agreement: agreement('kept', 'kept') }).resolved).toBe(1);
    expect(casesOf({ acceptedAt: 1, agreement: agreement('kept', 'open') }).resolved).toBeUndefined();
    expect(casesOf({ acceptedAt: 1, agreement: agreement('kept', 'broken') }).resolved).toBeUndefined();
    expect(casesOf({ acceptedAt: 1, agreement: agreement('open'), confirmation: { state: 'confirmed', sides: [], court: '' } }).resolved).toBe(1);
    expect(casesOf({ acceptedAt: 1, agreement: agreement('open'), confirmation: { state: 'accepted', sides: [], court: '' } }).resolved).toBeUndefined();
  });

  test('a text that never came to hold resolves nothing', () => {
    const { effectiveAt: _not, ...draft } = agreement('kept');
    expect(casesOf({ acceptedAt: 1, agreement: draft }).resolved).toBeUndefined();
  });

  test('settled on the spot is not mediated', () => {
    expect(casesOf({ settledLevel: 'grid', closedAt: 3 }, 'settledOnSpot')).toEqual({ told: 1, onTheSpot: 1, closed: 1 });
    expect(casesOf({ acceptedAt: 1, settledLevel: 'community', agreement: agreement('open') }, 'performing')).toEqual({ told: 1, accepted: 1 });
  });

  test('what was contested stays so, also when it is taken up again', () => {
    expect(casesOf({ contests: 2 }, 'triaged')).toEqual({ told: 1, closed: 1, contested: 1 });
    expect(contributionOf({ state: 'triaged', facts, spent: { closed: HOUR } }).cases).toEqual({ told: 1, closed: 1 });
  });

  test('an answer counts only after an invitation', () => {
    expect(casesOf({ repliedAt: 4 }, 'refused')).toEqual({ told: 1 });
    expect(casesOf({ invitedAt: 3, repliedAt: 4 }, 'refused')).toEqual({ told: 1, invited: 1, replied: 1 });
  });

  test('gives the time that it spent in states that it left', () => {
    expect(contributionOf({ state: 'inviting', facts, spent: { submitted: HOUR, triaged: 2 * HOUR } })).toMatchObject({ spent: { submitted: HOUR, triaged: 2 * HOUR }, left: { submitted: 1, triaged: 1 } });
  });
});

describe('sums', () => {
  const one = contributionOf({ state: 'settledOnSpot', facts: { ...facts, settledLevel: 'grid', closedAt: 1 }, spent: { submitted: HOUR } });
  const later = contributionOf({ state: 'triaged', facts: { ...facts, contests: 1 }, spent: { submitted: HOUR, settledOnSpot: HOUR, following: HOUR } });

  test('what a case gave is taken out again, and nothing is left of it', () => {
    expect(replaced(replaced(noFigures, noFigures, one), one, noFigures)).toEqual(noFigures);
    expect(replaced(replaced(noFigures, noFigures, one), one, later)).toEqual(later);
  });

  test('giving the same again changes nothing', () => {
    const sums = replaced(replaced(noFigures, noFigures, one), noFigures, later);
    expect(replaced(sums, one, one)).toEqual(sums);
  });
});

describe('on which level it was settled', () => {
  const path = ['station', 'street', 'community', 'policeGrid', 'grid01', 'compound', 'building3'];
  test.each([
    [['grid01'], 'grid'], [['policeGrid'], 'policeGrid'], [['community'], 'community'], [['street'], 'street'], [['station'], 'station'], [['station', 'grid01'], 'grid'], [['grid02'], undefined], [[], undefined],
  ])('who is responsible for %j settles it on the level of %s', (scopes, level) => expect(levelOf({ path }, scopes)).toBe(level));
});
