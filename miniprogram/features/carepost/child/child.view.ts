/** 孩子和接的人, as staff see it; the look is on record. Pure. */
import type { ChildView } from '../../../../typings/contract/childcare';
import { kinshipLabels } from '../../../domain/childcare/labels';
import { timeOfDay } from '../../../domain/time/format';
import type { PhoneRow } from '../components/phone-rows/phone-rows.view';

export interface WaitingPerson {
  readonly id: string;
  readonly name: string;
  /** `17:05 起可以接` */
  readonly note: string;
}

export interface StaffChildView {
  readonly id: string;
  readonly nickname: string;
  readonly about: string;
  readonly allergy: string;
  readonly lacking: string;
  readonly guardians: readonly PhoneRow[];
  readonly persons: readonly PhoneRow[];
  /** Named today, and not to be handed anything before the post has rung back. */
  readonly waiting: readonly WaitingPerson[];
  readonly barred: NonNullable<ChildView['barred']>;
  readonly mayBar: boolean;
  /** As a court has decided; somebody must be left who can be rung. */
  readonly mayRemoveGuardian: boolean;
  readonly mayConfirm: boolean;
  readonly mayMakeCard: boolean;
  readonly hasCard: boolean;
  readonly isKnown: boolean;
}

export function staffChildView(child: ChildView): StaffChildView {
  const { id, nickname, age, school, className, allergy, lacking, guardians, persons, barred = [], relations, hasCard, consent } = child;
  return {
    id,
    nickname,
    about: [`${age}岁`, school, className ?? ''].filter((word) => word !== '').join(' · '),
    allergy: allergy ?? '',
    lacking: lacking.length > 0 ? `还缺：${lacking.join('、')}` : '',
    guardians: guardians.map(({ id: who, name, kinship, phone = '' }, position) => ({ who: who ?? `guardian${position}`, name, note: `${kinshipLabels[kinship]} ${phone}` })),
    persons: persons.map(({ id: who, name, kinship, phone = '', isToday }) => ({ who, name, note: `${kinshipLabels[kinship]} ${phone}${isToday ? ' · 只限今天' : ''}` })),
    waiting: persons.filter(({ isWaiting }) => isWaiting === true).map(({ id: who, name, from }) => ({ id: who, name, note: `${timeOfDay(from)} 起可以接` })),
    barred,
    mayBar: relations.includes('officer'),
    mayRemoveGuardian: relations.includes('officer') && guardians.length > 1,
    mayConfirm: relations.some((role) => role === 'carer' || role === 'officer' || role === 'auxiliary'),
    mayMakeCard: relations.includes('carer'),
    hasCard,
    isKnown: consent !== undefined,
  };
}
