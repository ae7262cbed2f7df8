/** 托管灯, in words. Pure. */
import type { PostGlance } from '../../../../typings/contract/childcare';
import { lightLabels } from '../../../domain/childcare/labels';

export interface CareLight {
  readonly id: string;
  readonly name: string;
  readonly shape: string;
  readonly word: string;
  readonly tone: 'ok' | 'warm' | 'danger';
  readonly note: string;
}

const tones = { green: 'ok', amber: 'warm', red: 'danger' } as const;

export function careLightOf({ id, name, light, present, capacity, carers, late }: PostGlance): CareLight {
  const parts = [`在站 ${present} 人，最多 ${capacity} 人`, `${carers} 位大人在岗`, ...(late > 0 ? [`${late} 个超时`] : [])];
  return { id, name, ...lightLabels[light], tone: tones[light], note: parts.join(' · ') };
}
