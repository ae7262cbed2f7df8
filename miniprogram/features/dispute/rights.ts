/** 调解前要念给双方听的: rights and duties of the parties (人民调解法 第4、23、24条), in plain words. */

export const rights: readonly string[] = [
  '调解不收钱。',
  '调解员可以自己选，也可以接受推荐的。',
  '愿意谈就谈，不愿意随时可以停。',
  '可以要求公开谈，也可以要求不公开。',
  '说什么、答应不答应，都由自己定。',
];

export const duties: readonly string[] = ['说实话。', '守现场秩序，尊重调解员。', '尊重对方也有这些权利。'];
