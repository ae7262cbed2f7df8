/** 人身危险: asked in plain words instead of "urgent?". */
import type { DangerAnswers } from '../../../../../typings/contract/dispute';

export const noDanger: DangerAnswers = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };

export const dangerQuestions: readonly { readonly key: keyof DangerAnswers; readonly label: string }[] = [
  { key: 'isHurt', label: '有人受伤' },
  { key: 'isThreatened', label: '有人动手或被威胁' },
  { key: 'isChildAtRisk', label: '孩子有危险' },
  { key: 'isHomeViolence', label: '家里人打人' },
];
