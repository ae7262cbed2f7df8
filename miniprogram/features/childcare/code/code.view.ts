/** 接孩子码: digits that can be read at arm's length, the same as a picture, and until when they stand. */
import { codeForAnother, codeOnPhone } from '../../../domain/childcare/phone-codes';
import { counterOf, pickupText, stepAt, stepEndsAt } from '../../../domain/childcare/pickup-codes';
import { codes } from '../../../domain/childcare/policy';
import { qrPicture } from '../../../domain/qr/picture';
import type { Chip } from '../../../components/filter-chips/filter-chips.view';
import { MINUTE } from '../../../domain/time/format';

export interface ShownCode {
  readonly step: number;
  /** Two groups of three: a longer row is misread. */
  readonly groups: readonly string[];
  /** As a reader says it: digit by digit. */
  readonly spoken: string;
  readonly picture: string;
}

interface Maker {
  readonly visitId: string;
  readonly personId: string;
  readonly secret: string;
  readonly persons: readonly { readonly id: string; readonly name: string }[];
}

/** The code of a moment for whoever comes; `turn` counts how often 换一个 was tapped. */
export function codeAt({ visitId, personId: own, secret }: Maker, now: number, { personId, turn }: { readonly personId: string; readonly turn: number }): ShownCode {
  const step = stepAt(now);
  const counter = counterOf(step, turn % codes.variants);
  const code = personId === own ? codeOnPhone(secret, counter) : codeForAnother(secret, personId, counter);
  return { step, groups: [code.slice(0, 3), code.slice(3)], spoken: [...code].join(' '), picture: qrPicture(pickupText({ visitId, personId, code })) };
}

/** Whom a code can be made for; nobody to choose while only the guardian may come. */
export function comers({ personId, persons }: Maker): Chip[] {
  return persons.length === 0 ? [] : [{ value: personId, label: '我来接' }, ...persons.map(({ id, name }) => ({ value: id, label: `${name}来接` }))];
}

/** How much of its 15 minutes is left, in whole percent, and in words. */
export function lifeOf(now: number): { readonly percent: number; readonly words: string } {
  const left = stepEndsAt(now) - now;
  const minutes = Math.ceil(left / MINUTE);
  return { percent: Math.ceil((left / (codes.minutes * MINUTE)) * 100), words: `${minutes}分钟后自动换` };
}
