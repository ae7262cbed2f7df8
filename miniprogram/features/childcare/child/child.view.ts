/** 孩子和接的人: who may come for the child, what the post knows of her, and what can be taken back. */
import type { ChildView } from '../../../../typings/contract/childcare';
import type { LinkRow } from '../../../components/link-rows/link-rows.view';
import { kinshipLabels } from '../../../domain/childcare/labels';
import { childLimits } from '../../../domain/childcare/policy';
import { monthAndDay, timeOfDay } from '../../../domain/time/format';
import { plainAsk, type Ask } from '../components/ask-sheet/ask-sheet.view';
import { pages } from '../pages';

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Guardians are taken out at the post alone. */
  readonly mayRemove: boolean;
}

/** Something that one taps to write: `班级`, `过敏和要留意的`, `家庭暗号`. */
export interface FieldRow {
  readonly name: SheetName;
  readonly label: string;
  readonly value: string;
}

export interface ChildPage {
  readonly nickname: string;
  readonly about: string;
  readonly lacking: string;
  readonly people: readonly PersonRow[];
  readonly fields: readonly FieldRow[];
  readonly ways: readonly LinkRow[];
  /** `安然2026年…同意`; empty without a consent that stands. */
  readonly consent: string;
}

export type SheetName = 'className' | 'school' | 'allergy' | 'familyWord' | 'withdraw' | 'erase' | 'remove';

/** `now` by the phone's clock will do: it only says whether the half hour is over. */
export function childPageOf(child: ChildView, now: number): ChildPage {
  const { id, nickname, age, school, className = '', allergy = '', guardians, persons, consent, hasFamilyWord, hasCard, lacking } = child;
  return {
    nickname,
    about: [`${age}岁`, school, className].filter((part) => part !== '').join(' · '),
    lacking: lacking.length > 0 ? `还缺：${lacking.join('、')}。第一次到站前补上。` : '',
    people: [
      ...guardians.map(({ id: who, name, kinship, isMe, phone = '' }, index) => ({ id: who ?? `guardian${index}`, name, note: [kinshipLabels[kinship], isMe ? '您' : who === undefined ? '还没打开邀请' : '监护人', phone].filter((part) => part !== '').join(' · '), mayRemove: false })),
      ...persons.map(({ id: who, name, kinship, phone = '', isToday, from }) => ({ id: who, name, note: [kinshipLabels[kinship], phone, isToday ? '只在今天' : '', from > now ? `${timeOfDay(from)}起能接` : ''].filter((part) => part !== '').join(' · '), mayRemove: true })),
    ],
    fields: [
      { name: 'school', label: '学校', value: school },
      { name: 'className', label: '班级', value: className || '没填' },
      { name: 'allergy', label: '过敏和要留意的', value: allergy || '没有写' },
      { name: 'familyWord', label: '家庭暗号', value: hasFamilyWord ? '设好了，点开换一个' : '没设' },
    ],
    ways: [
      { title: '加一位能接的人', icon: 'user-add', page: pages.person(id) },
      { title: '请另一位监护人进来', icon: 'usergroup', page: pages.guardian(id), note: '和您看到的一样' },
      { title: '接送卡', icon: 'qrcode', page: pages.card(id), note: hasCard ? '做好了' : '给没有手机的孩子' },
      { title: '以前的托管', icon: 'history', page: pages.history(id) },
      { title: '导出孩子的资料', icon: 'download', page: pages.kept(id) },
    ],
    consent: consent ? `${monthAndDay(consent.at)}同意了 ${consent.version} 版说明` : '',
  };
}

const write = { ...plainAsk, theme: 'primary', isFree: false, confirm: '存好' } as const;

/** The sheets, by what they are for; `who` is whom or which child they are about. */
export function askFor(name: SheetName, who: string): Ask {
  const asks: Readonly<Record<SheetName, Ask>> = {
    school: { ...write, title: '学校', happens: '去学校接、放学没到，都按这个找。', label: '在哪所学校', example: '例如：桐里小学', most: childLimits.school, missing: '请写学校。' },
    className: { ...write, title: '班级', happens: '急事去接，老师按班级找孩子。', label: '哪个班', example: '例如：二年级3班', most: childLimits.className, missing: '请写班级。' },
    allergy: { ...write, title: '过敏和要留意的', happens: '敏感信息，加密保存；只有您和当班的托管员看得到，看一次记一次。愿意才写。', label: '要留意什么', example: '例如：花生过敏，吃了起疹子', most: childLimits.allergy, isLong: true, missing: '请写一句，或者点“先不”。' },
    familyWord: { ...write, title: '家庭暗号', happens: '多一道核对：来接的人说对暗号，还要有码或者回拨。光有暗号接不走。', label: '暗号', example: '例如：向日葵', help: '存下以后谁也看不到，只能换一个', most: childLimits.familyWord, missing: '请写一个暗号。' },
    remove: { ...plainAsk, title: `不让${who}接了`, happens: '马上生效，别的监护人会收到消息。', confirm: `去掉${who}` },
    withdraw: { ...plainAsk, title: '撤回同意', happens: `过敏和要留意的马上删掉，${who}不能再约托管。孩子这会儿在站的，照常交接。想好了再同意，随时可以。`, confirm: '撤回同意' },
    erase: { ...plainAsk, title: `删除${who}的全部资料`, happens: '会删掉：小名、学校、能接的人、过敏、家庭暗号、接送卡、以前的托管记录和照片。\n删了找不回来。另一位监护人也看不到了。\n同意和查看过的记录依法留3年，里面没有孩子的情况。', confirm: '全部删除' },
  };
  return asks[name];
}
