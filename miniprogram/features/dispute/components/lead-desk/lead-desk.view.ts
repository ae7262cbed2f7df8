/** 苗头: what is asked before it becomes somebody's matter. Pure. */
import type { AgreedPerson, PersonInput } from '../../../../../typings/contract/dispute';
import { isPhone } from '../../../../domain/identity/policy';

export interface LeadForm {
  way: 'adopt' | 'dismiss';
  name: string;
  phone: string;
  hasAgreed: boolean;
  otherName: string;
  otherPhone: string;
  reason: string;
}

export const emptyForm: LeadForm = { way: 'adopt', name: '', phone: '', hasAgreed: false, otherName: '', otherPhone: '', reason: '' };

const wrongPhone = '电话不对，请填11位手机号，或带区号的座机。';

export function problemsOf({ way, name, phone, hasAgreed, otherName, otherPhone, reason }: LeadForm): Record<string, string> {
  if (way === 'dismiss') return reason.trim() === '' ? { reason: '请写一句为什么不用管。' } : {};
  const isWrong = (typed: string) => typed.trim() !== '' && !isPhone(typed);
  return {
    ...(name.trim() === '' && { name: '请写他怎么称呼。' }),
    ...(isWrong(phone) && { phone: wrongPhone }),
    ...(!hasAgreed && { hasAgreed: '先问过本人，愿意说再转。' }),
    ...(otherName.trim() === '' && otherPhone.trim() !== '' && { otherName: '请写对方怎么称呼。' }),
    ...(isWrong(otherPhone) && { otherPhone: wrongPhone }),
  };
}

export function adoptionOf({ name, phone, hasAgreed, otherName, otherPhone }: LeadForm): { applicant: AgreedPerson; respondent?: PersonInput } {
  return { applicant: { ...personOf(name, phone), hasAgreed }, ...(otherName.trim() !== '' && { respondent: personOf(otherName, otherPhone) }) };
}

function personOf(name: string, phone: string): PersonInput {
  return { name: name.trim(), ...(phone.trim() !== '' && { phone: phone.trim() }) };
}
