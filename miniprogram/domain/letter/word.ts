/** Letters 邀请: the word that opens one, and what is shown of one that is handed on: nothing of the case. */

/** Everybody can say and hear them; two together are not guessed in five tries. */
const firsts = ['石桥', '青山', '东风', '明月', '金鱼', '红枣', '白马', '大树', '小船', '老井', '春雨', '荷叶'] as const;
const seconds = ['西瓜', '茶壶', '雨伞', '毛线', '板凳', '算盘', '风筝', '铅笔', '馒头', '灯笼', '草帽', '竹篮'] as const;

/** `石桥西瓜`. `pick(n)` gives a whole number from 0 to n−1. */
export function proposedWord(pick: (below: number) => number): string {
  return `${firsts[pick(firsts.length)] ?? firsts[0]}${seconds[pick(seconds.length)] ?? seconds[0]}`;
}

/** Without a picture of its own WeChat would show the top of the page: a name, and the word. */
export const letterPicture = '/assets/share/letter.png';

/** `Qx7b aK9_ …`: to be read off a screen or a note. */
export function groupedCode(code: string): string {
  return code.replace(/.{4}(?=.)/g, '$& ');
}
