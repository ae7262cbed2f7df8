/** 隐患 hazards: the checklists, as data. What to look at in plain words, how to judge it, and how long putting it right takes. */
import type { ChecklistName } from '../../../typings/contract/hazard';

export interface ChecklistItem {
  readonly key: string;
  readonly what: string;
  /** How one sees that it is right. */
  readonly judge: string;
  /** Days that an advice gives; an order names its own day. */
  readonly days: number;
}

export interface Checklist {
  readonly name: string;
  readonly note: string;
  readonly items: readonly ChecklistItem[];
}

export const checklistNames = ['charging', 'corridor', 'shop', 'basement', 'gas', 'other'] as const;

export const checklists: Readonly<Record<ChecklistName, Checklist>> = {
  charging: {
    name: '充电',
    note: '电动车、充电器、飞线',
    items: [
      { key: 'indoors', what: '电动车或电池在家里、楼道里充', judge: '车和电池都搬到楼外的充电处', days: 1 },
      { key: 'flyingWire', what: '从窗口拉线下来充电', judge: '线收了，窗外看不到插线板', days: 1 },
      { key: 'leftPlugged', what: '充电器没人看着还插着', judge: '人走拔下，插座上没有充电器', days: 1 },
      { key: 'tangledSocket', what: '插线板串着用，或者发烫发黑', judge: '一个插座一个用，换掉发黑的', days: 3 },
    ],
  },
  corridor: {
    name: '楼道',
    note: '堆东西、堵门、灯不亮',
    items: [
      { key: 'piledUp', what: '楼道里堆了东西', judge: '两个人能并排走过，地上没有纸箱杂物', days: 3 },
      { key: 'doorBlocked', what: '防火门或安全出口锁着、堵着', judge: '不用钥匙就能推开', days: 1 },
      { key: 'noLight', what: '应急灯、楼道灯不亮', judge: '按一下测试键，灯亮', days: 7 },
      { key: 'noWater', what: '消火栓没水，灭火器过期或没了', judge: '水压表有数，灭火器指针在绿区', days: 7 },
    ],
  },
  shop: {
    name: '小店小场所',
    note: '饭店、网吧、旅馆、作坊这些九小场所',
    items: [
      { key: 'sleepsInShop', what: '店里住人，和做生意的地方没隔开', judge: '床铺搬走，或有自己的门和窗', days: 7 },
      { key: 'exitLocked', what: '营业时安全出口锁着', judge: '开着门，从里面一推就开', days: 1 },
      { key: 'barredWindow', what: '窗户装了打不开的栏杆、广告牌', judge: '从里面能打开，人能出去', days: 7 },
      { key: 'greasyHood', what: '油烟机、烟道积了厚油', judge: '手摸不滴油，有清洗的单子', days: 7 },
      { key: 'noExtinguisher', what: '没有灭火器，或店里的人不会用', judge: '拿得到，压力在绿区，店员会拔销', days: 3 },
    ],
  },
  basement: {
    name: '地下室',
    note: '住人、存东西、没有第二个出口',
    items: [
      { key: 'livedIn', what: '地下室里住了人', judge: '人都搬走，床铺拆掉', days: 3 },
      { key: 'oneExit', what: '只有一个出口，或出口堵了', judge: '两个出口都走得通', days: 7 },
      { key: 'storesFuel', what: '存了油、漆、酒精、煤气罐', judge: '一件不留', days: 1 },
      { key: 'floods', what: '下雨进水，电线泡在水里', judge: '排干，电线离地', days: 3 },
    ],
  },
  gas: {
    name: '燃气',
    note: '软管、阀门、煤气罐',
    items: [
      { key: 'oldHose', what: '软管老化、开裂，或穿墙', judge: '换成带卡箍的新管，不穿墙', days: 3 },
      { key: 'noAlarm', what: '店里用气没有报警器', judge: '装好，按测试键会响', days: 7 },
      { key: 'bottleIndoors', what: '煤气罐放在睡觉、吃饭的屋里', judge: '移到通风的地方', days: 1 },
    ],
  },
  other: {
    name: '别的',
    note: '说不清的，照实写',
    items: [
      { key: 'falling', what: '外墙、招牌、窗台有东西要掉', judge: '拆掉或固定，用手晃不动', days: 1 },
      { key: 'openHole', what: '井盖、坑洞没盖好', judge: '盖平，踩上去不响', days: 1 },
      { key: 'unlisted', what: '上面没有的', judge: '照写的那样，问题没有了', days: 7 },
    ],
  },
};

/** One item of a list; nothing for a key that the list does not have. */
export function itemOf(name: ChecklistName, key: string): ChecklistItem | undefined {
  return checklists[name].items.find((item) => item.key === key);
}
