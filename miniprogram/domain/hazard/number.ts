/** 隐患 hazards: the spoken number. Birds, so that nobody takes one for a dispute, which is called after a flower. */
const names = [
  '喜鹊', '燕子', '白鹭', '画眉', '黄莺', '孔雀', '翠鸟', '云雀', '大雁', '天鹅', '鸽子', '麻雀',
  '杜鹃', '仙鹤', '海鸥', '山雀', '百灵', '布谷', '金鸡', '雨燕', '灰鹤', '野鸭', '白鸽', '飞鹰',
] as const;
const highest = 999;

/** `喜鹊27`. `pick(n)` gives a whole number from 0 to n−1; the unique index on numbers refuses a second one. */
export function hazardNumber(pick: (below: number) => number): string {
  return `${names[pick(names.length)] ?? names[0]}${1 + pick(highest)}`;
}
