/** What several papers say in the same words. */
import { coMediatorsOf } from '../../../miniprogram/domain/dispute/panel';
import type { Side } from '../../../typings/contract/dispute';
import { categoryNouns, sideLabels } from '../../../miniprogram/domain/dispute/labels';
import type { DisputeFacts, Party } from '../../../miniprogram/domain/dispute/facts';
import { committeeOf, type PaperRecord } from '../../../miniprogram/domain/papers/record';
import { momentOfDay, timeOfDay, wallClock } from '../../../miniprogram/domain/time/format';
import { body, heading, type Block, type Signer, type Signing } from '../paper';

/** A record that has its number. */
export type NumberedRecord = PaperRecord & { readonly number: string };

export const blankDate = '    年    月    日';

/** `2026年3月3日` */
export function fullDay(at: number): string {
  const { year, month, day } = wallClock(at);
  return `${year}年${month}月${day}日`;
}

/** `2026年3月3日 9:30` */
export function fullTime(at: number): string {
  return `${fullDay(at)} ${timeOfDay(at)}`;
}

/** The same of a day such as `2026-03-10`. */
export function fullDayOf(key: string): string {
  return fullDay(momentOfDay(key));
}

/** `噪音纠纷` */
export function matterOf({ category }: Pick<DisputeFacts, 'category'>): string {
  return `${categoryNouns[category]}纠纷`;
}

/** Where it is, with the door where it is known. */
export function placeOf({ place }: Pick<DisputeFacts, 'place'>): string {
  return place.door === undefined ? place.text : `${place.text} ${place.door}`;
}

export function nameOf(party: Party | undefined): string {
  return party?.name ?? '不详';
}

/** How a party is called in a running text: `申请人韦德顺`. */
export function calledOf(side: Side, { facts }: Pick<PaperRecord, 'facts'>): string {
  return `${sideLabels[side]}${nameOf(facts[side])}`;
}

/** Where somebody signs by hand. */
export function toSign(role: string, name?: string): Signer {
  return { role, ...(name !== undefined && { name }), date: blankDate };
}

/** The mediator and the committee, with the place of its seal (人民调解法 第29条). */
export function signedByCommittee(record: PaperRecord, signers: readonly Signer[]): Signing {
  const { agreement, mediator } = record.facts;
  const seal = agreement?.seal;
  const own = { ...toSign('人民调解员', mediator?.name), ...(seal && { file: seal.file, date: fullDay(seal.at) }) };
  const others = coMediatorsOf(record.facts).map(({ name }) => toSign('人民调解员', name));
  return { is: 'signing', signers: [...signers, own, ...others], seal: committeeOf(record), sealDate: seal ? fullDay(seal.at) : blankDate };
}

/** A sentence with its full stop, whether it was typed with one or not. */
export function ended(sentence: string): string {
  return /[。！？；.!?]$/.test(sentence) ? sentence : `${sentence}。`;
}

/** Numbered lines: `1．…`. */
export function numbered(lines: readonly string[]): Block[] {
  return lines.map((line, index) => body(`${index + 1}．${line}`));
}

/** `第1条`, counted from 0. */
export function clauseName(index: number): string {
  return `第${index + 1}条`;
}

/** Small numbers as papers write them. */
export const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** Parts with their numbered headings: `一、纠纷的主要事实`. A part without anything in it is left out. */
export function sections(...parts: readonly (readonly [title: string, blocks: readonly Block[]])[]): Block[] {
  const filled = parts.filter(([, blocks]) => blocks.length > 0);
  return filled.flatMap(([title, blocks], index) => [heading(`${numerals[index] ?? ''}、${title}`), ...blocks]);
}
