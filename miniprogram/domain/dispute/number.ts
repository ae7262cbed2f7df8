/** 纠纷 disputes: the spoken number, easy to say on the phone and to write on a hand. */

/** Flowers and trees of two syllables that nobody mishears. */
const names = [
  '桂花', '梅花', '兰花', '荷花', '菊花', '茶花', '杏花', '桃花', '梨花', '海棠', '玉兰', '月季', '牡丹', '芍药', '茉莉', '丁香',
  '百合', '石榴', '枇杷', '银杏', '香樟', '青松', '翠竹', '杨柳', '梧桐', '红枫', '合欢', '紫藤', '蔷薇', '水仙', '迎春', '芙蓉',
] as const;
const highest = 999;

/** `桂花27`. `pick(n)` gives a whole number from 0 to n−1; the unique index on numbers refuses a second one. */
export function spokenNumber(pick: (below: number) => number): string {
  return `${names[pick(names.length)] ?? names[0]}${1 + pick(highest)}`;
}
