/** 人身危险: asked in plain words instead of "urgent?". */
import type { DangerAnswers } from '../../../typings/contract/dispute';
import { dangerQuestions } from '../../domain/dispute/labels';

export const noDanger: DangerAnswers = { isHurt: false, isThreatened: false, isChildAtRisk: false, isHomeViolence: false };

export const dangerRows = (Object.keys(dangerQuestions) as (keyof DangerAnswers)[]).map((key) => ({ key, label: dangerQuestions[key].yes, note: dangerQuestions[key].help ?? '' }));
