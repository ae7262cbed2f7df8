/** 隐患 hazards: the spoken number. Birds, so that nobody takes one for a dispute, which is called after a flower. */
const names = [
  '喜鹊', '燕子', '白鹭', '画眉', '黄莺', '鸳鸯', '孔雀', '翠鸟', '云雀', '大雁', '天鹅', '鸽子', '麻雀', '杜鹃', '鹦鹉', '仙鹤',
  '海鸥', '山雀', '百灵', '斑鸠', '布谷', '金鸡', '银鸥', '红隼', '戴胜', '雨燕', '苍鹰', '灰鹤', '野鸭', '绣眼', '相思', '朱鹮',
] as const;
const highest = 999;

/** `喜鹊27`. `pick(n)` gives a whole number from 0 to n−1; the unique index on numbers refuses a second one. */
export function hazardNumber(pick: (below: number) => number): string {
  return `${names[pick(names.length)] ?? names[0]}${1 + pick(highest)}`;
}
