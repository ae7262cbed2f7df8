/** The same for a child's record, and for who is on duty. */
import { DAY } from '../../../miniprogram/domain/time/format';
import type { VisitState } from '../../../typings/contract/childcare';
import type { Name } from '../../support/community';
import * as model from './care-model';
import type { CareModel, ChildModel } from './care-model';
import { visitRules, type Deed, type Rule } from './care-rules';
import { officeOf } from './care-table';

type Role = 'guardian' | 'carer' | 'officer' | 'auxiliary' | 'leader';

const staff: readonly Role[] = ['carer', 'officer', 'auxiliary'];

/** Staff are something to a child only while a visit of it is not over. */
export function rolesToward(m: CareModel, by: Name, child: string): Role[] {
  if (m.children[child]!.guardians.includes(by)) return ['guardian'];
  const office = officeOf(by) as Role | undefined;
  return office !== undefined && model.openVisitsOf(m, child).length > 0 ? [office] : [];
}

function onRecord(by: readonly Role[], holds: (record: ChildModel, deed: Deed, m: CareModel) => boolean, change: (record: ChildModel, deed: Deed, m: CareModel) => void): Rule {
  return {
    may(m, deed) {
      const record = m.children[deed.child!]!;
      const isLimited = record.guardians.includes(deed.by) && model.isBarred(record, deed.by, m.now);
      return rolesToward(m, deed.by, deed.child!).some((role) => by.includes(role)) && !isLimited && holds(record, deed, m);
    },
    then: (m, deed) => change(m.children[deed.child!]!, deed, m),
  };
}

const toCome: readonly VisitState[] = ['booked', 'waitlisted', 'offered', 'expected', 'noShow'];
const always = () => true;
const listed = ({ persons }: ChildModel, whom: string) => persons.find(({ name, removedAt }) => name === whom && removedAt === undefined);
const inForce = ({ bars }: ChildModel, whom: string) => bars.find((bar) => bar.whom === whom && bar.liftedAt === undefined);

const recordRules: Readonly<Record<string, Rule>> = {
  complete: onRecord(['guardian'], model.hasConsent, (record) => {
    record.hasClass = true;
  }),
  consent: onRecord(['guardian'], always, (record, _deed, { now }) => {
    if (!model.hasConsent(record)) record.consent = { since: now };
  }),
  /** What is to come is given up; who is here goes home with a guardian. */
  withdrawConsent: onRecord(['guardian'], always, (record, { by, child = '' }, m) => {
    if (record.consent) record.consent.withdrawnAt ??= m.now; // taking it back twice does not make it stand longer
    for (const [key, { state }] of model.openVisitsOf(m, child)) if (toCome.includes(state)) model.step(m, key, 'cancel', by);
  }),
  addPerson: onRecord(['guardian'], always, (record, { by, whom = '', variant = 0 }, m) => {
    m.names += 1;
    record.persons.push({ name: whom, addedBy: by, from: m.now + model.minutesOf('newPerson'), ...(variant === 1 && { until: Math.floor((m.now - model.MIDNIGHT) / DAY) * DAY + model.MIDNIGHT + DAY }) });
  }),
  confirmPerson: onRecord(staff, (record, { whom = '' }) => listed(record, whom) !== undefined, (record, { whom = '' }, { now }) => {
    const person = listed(record, whom)!;
    person.from = Math.min(person.from, now);
  }),
  removePerson: onRecord(['guardian', 'officer'], (record, { whom = '' }) => listed(record, whom) !== undefined, (record, { whom = '' }, { now }) => {
    listed(record, whom)!.removedAt = now;
  }),
  familyWord: onRecord(['guardian'], always, (record) => {
    record.hasWord = true;
  }),
  card: onRecord(['guardian', 'carer'], always, (record) => {
    record.cards += 1;
  }),
  bar: onRecord(['officer'], always, (record, { whom = '' }, { now }) => void record.bars.push({ whom, at: now })),
  liftBar: onRecord(['officer'], (record, { whom = '' }) => inForce(record, whom) !== undefined, (record, { whom = '' }, { now }) => {
    inForce(record, whom)!.liftedAt = now;
  }),
  removeGuardian: onRecord(['officer'], ({ guardians }, { whom = '' }) => guardians.includes(whom as Name) && guardians.length > 1, (record, { child = '', whom = '' }, m) => {
    record.guardians = record.guardians.filter((name) => name !== whom);
    for (const person of record.persons) if (person.addedBy === whom) person.removedAt ??= m.now;
    for (const [key, visit] of model.openVisitsOf(m, child)) {
      visit.guardians = record.guardians;
      model.step(m, key, 'note', 'system');
    }
  }),
};

const dutyRules: Readonly<Record<string, Rule>> = {
  /** 0 comes, 1 goes. */
  shift: {
    may: (m, { by, variant = 0 }) => staff.includes(officeOf(by) as Role) && (variant === 1 || m.vetted.includes(by)),
    then(m, { by, variant = 0 }) {
      m.carers = [...m.carers.filter(({ name }) => name !== by), ...(variant === 0 ? [{ name: by, since: m.now }] : [])];
    },
  },
  /** 0 is a clean record. */
  vet: {
    may: (_m, { by, whom = '' }) => by === 'leader' && staff.includes(officeOf(whom as Name) as Role),
    then(m, { whom = '', variant = 0 }) {
      m.vetted = [...m.vetted.filter((name) => name !== whom), ...(variant === 0 ? [whom as Name] : [])];
      if (variant !== 0) m.carers = m.carers.filter(({ name }) => name !== whom);
    },
  },
};

const rules: Readonly<Record<string, Rule>> = { ...visitRules, ...recordRules, ...dutyRules };

export const deedNames = Object.keys(rules);

export function may(m: CareModel, deed: Deed): boolean {
  return rules[deed.do]!.may(m, deed);
}

/** The model after it was asked for; gives whether it was done. */
export function doIn(m: CareModel, deed: Deed): boolean {
  const isDone = may(m, deed);
  if (isDone) rules[deed.do]!.then(m, deed);
  else rules[deed.do]!.refused?.(m, deed);
  return isDone;
}
