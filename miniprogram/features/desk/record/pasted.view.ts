/** 粘贴群消息: what a pasted text seems to say. Only a first draft: a person checks it before it is kept. */
import type { DisputeCategory } from '../../../../typings/contract/dispute';
import type { Compound } from '../../../../typings/contract/identity';
import { weaponIn } from '../../../domain/dispute/grading';
import { categoryNouns, dangerQuestions } from '../../../domain/dispute/labels';
import { disputeLimits } from '../../../domain/dispute/policy';

export interface PastedDraft {
  readonly story: string;
  readonly category: DisputeCategory;
  readonly buildingId: string;
  readonly door: string;
  readonly applicantName: string;
  readonly applicantPhone: string;
  /** Yuan, as it is typed. */
  readonly amount: string;
  readonly peopleCount: string;
  /** A weapon is named; the person who checks it may untick it. */
  readonly isThreatened: boolean;
  /** What was recognised, for the person to check: `漏水`, `桐花苑 3号楼`. */
  readonly found: readonly string[];
}

/** Words that people use, by what they are about. Two words of one kind outweigh one of another. */
const words: Readonly<Record<Exclude<DisputeCategory, 'unsure'>, RegExp>> = {
  noise: /吵(?!架|起来|嘴|过)|噪音|噪声|咚咚|响|音响|跳舞|广场舞|钢琴|唱歌|装修|施工|睡不/g,
  leak: /漏水|渗水|滴水|泡了|返水|水管|下水道|墙.{0,4}湿|天花板/g,
  parking: /停车|车位|占道|堵(?:门|路|车|住|着)|挪车|电瓶车|电动车|充电桩|消防通道/g,
  pets: /狗|犬|猫|遛|咬人|狂吠|粪便/g,
  money: /押金|欠(?:我|钱|款|条)|借(?:了|款|钱|条)|还钱|退款|工钱|工资|房租|货款|装修款|赔(?:钱|偿)/g,
  family: /婆媳|夫妻|老公|老婆|丈夫|妻子|婆婆|媳妇|赡养|离婚|抚养|家暴|儿媳|分家/g,
  property: /物业|电梯|停梯|楼道|绿化|垃圾|路灯|门禁|公共|公摊|维修基金|保安/g,
};

const danger = /打(?:人|我|他|她|起来|伤|了)|动手|流血|受伤|刀|棍|砍|弄死|威胁|家暴|跳楼|自杀/;
const notNames = /^(?:业主|租户|租客|房东|住户|居民|物业|邻居|楼上|楼下|隔壁|你们|我们|他们|本楼|网格|店主)/;

export function readPasted(text: string, compounds: readonly Compound[]): PastedDraft {
  const plain = halfWidth(text.trim());
  const category = categoryIn(plain);
  const place = buildingIn(plain, compounds);
  const applicantPhone = /(?:^|\D)(1[3-9]\d{9})(?!\d)/.exec(plain)?.[1] ?? '';
  const applicantName = nameIn(plain);
  const amount = amountIn(plain);
  const peopleCount = /(?:^|\D)(\d{1,3})\s*(?:多)?(?:户|家人|个人|人(?!民))/.exec(plain)?.[1] ?? '';
  const isThreatened = weaponIn(plain) !== '';
  const found = [
    category === 'unsure' ? '' : categoryNouns[category],
    place?.text ?? '',
    applicantName,
    applicantPhone,
    amount && `${amount}元`,
    peopleCount && `牵涉${peopleCount}人`,
    isThreatened ? dangerQuestions.isThreatened.yes : '',
  ].filter((word) => word !== '');
  return { story: withoutPhones(text), category, buildingId: place?.buildingId ?? '', door: doorIn(plain), applicantName, applicantPhone, amount, peopleCount, isThreatened, found };
}

/** A question for whoever records it; empty when nothing in the text sounds dangerous. */
export function dangerHint(text: string): string {
  const word = danger.exec(text)?.[0];
  return word === undefined ? '' : `说到了“${word}”，请问清楚有没有危险。`;
}

/** A number stands in its own field, sealed: the story is read by more people, and out loud. */
function withoutPhones(text: string): string {
  return text.trim().replace(/(^|\D)1[3-9]\d{9}(?!\d)/g, '$1（另记）').slice(0, disputeLimits.story);
}

function categoryIn(text: string): DisputeCategory {
  let best: DisputeCategory = 'unsure';
  let most = 0;
  for (const [category, pattern] of Object.entries(words) as [DisputeCategory, RegExp][]) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > most) [best, most] = [category, count];
  }
  return best;
}

/** The building that is named; without its compound only when no other compound has one of that name. */
function buildingIn(text: string, compounds: readonly Compound[]): { buildingId: string; text: string } | undefined {
  const named = compounds.filter(({ name }) => text.includes(name));
  const places = (named.length > 0 ? named : compounds).flatMap((compound) =>
    compound.buildings.filter(({ name }) => mentions(text, name)).map(({ id, name }) => ({ buildingId: id, text: `${compound.name} ${name}` })),
  );
  return places.length === 1 || named.length > 0 ? places[0] : undefined;
}

/** `3号楼` is also `三号楼`, `3栋`, `3幢` and `3#`; `A座` is also `a座` and `A栋`. */
function mentions(text: string, building: string): boolean {
  const key = /^([0-9]+|[A-Za-z])/.exec(building)?.[1];
  if (key === undefined) return text.includes(building);
  const pattern = new RegExp(`(?:^|[^0-9A-Za-z月])${key}(?:号楼|号(?=[0-9、，,。 ]|$)|栋|幢|座|#|楼(?![上下道梯]))`, 'i');
  return pattern.test(withDigits(text));
}

function doorIn(text: string): string {
  const found = /(?:[0-9]{1,2}单元)?(?:[0-9]{3,4})(?:室|号房|户)|[0-9]{1,2}单元(?:[0-9]{3,4})?/.exec(withDigits(text))?.[0] ?? '';
  return found.slice(0, disputeLimits.door);
}

function nameIn(text: string): string {
  const name = /(?:我是|我叫|本人|姓名[::]?)\s*([\u4e00-\u9fa5]{2,3})(?=[,，。;；、\s(（]|住|电话|$)/.exec(text)?.[1] ?? '';
  return notNames.test(name) ? '' : name;
}

/** The largest sum that is named, in yuan; `1.2万` is 12000. */
function amountIn(text: string): string {
  const sums = [...text.matchAll(/([0-9][0-9,]*(?:\.[0-9]{1,2})?)\s*(万)?\s*(?:元|块)/g)].map(
    ([, digits = '', ten]) => Number(digits.replace(/,/g, '')) * (ten === undefined ? 1 : 10_000),
  );
  return sums.length > 0 ? String(Math.round(Math.max(...sums) * 100) / 100) : '';
}

const numerals = '零一二三四五六七八九';

/** `十二号楼` → `12号楼`: numbers below a hundred before a word that counts houses. */
function withDigits(text: string): string {
  return text.replace(/([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=号楼|栋|幢|单元|号)/g, (all: string, tens: string, ten: string, ones: string) => {
    if (all === '') return '';
    if (ten === '') return [tens, ones].map((one) => (one === '' ? '' : String(numerals.indexOf(one)))).join('');
    return String((tens === '' ? 1 : numerals.indexOf(tens)) * 10 + Math.max(0, numerals.indexOf(ones)));
  });
}

function halfWidth(text: string): string {
  return text.replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
}
