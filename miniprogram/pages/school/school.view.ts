/** What everybody should know before a lesson: what to do when money has gone, and how swindlers work. */

export interface EmergencyStep {
  readonly title: string;
  readonly words: string;
  /** Dialled in one tap. */
  readonly phone?: string;
}

/** In this order: the police can have a transfer stopped, and the first half hour counts most. */
export const emergencySteps: readonly EmergencyStep[] = [
  { title: '马上打 110', words: '说“我被骗了，钱刚转走”，报出转到哪个账号、多少钱、几点转的。警察能请银行止付。', phone: '110' },
  { title: '打自己银行的客服', words: '号码在银行卡背面。说被骗了，请它登记，先冻结自己的账户。' },
  { title: '别删聊天和转账记录', words: '截图留好：对方账号、电话、链接、转账单。带身份证和卡去派出所做笔录。' },
  { title: '不再转一分钱', words: '说“再交一笔就能解冻、退款、提现”的，都是接着骗。' },
  { title: '断开对方的控制', words: '关掉屏幕共享，卸掉他让您装的软件，改支付密码。' },
];

export interface Technique {
  readonly name: string;
  readonly words: string;
}

/** The six general techniques come before any type of scam. */
export const techniques: readonly Technique[] = [
  { name: '权威', words: '自称公安、银行、客服、领导。真的不怕您挂掉，自己查号码打回去。' },
  { name: '恐吓', words: '说您涉案、征信坏了、孩子出事。先停一分钟，打给家人核实。' },
  { name: '隔离', words: '让您别告诉家人、别挂电话、一个人待着。凡叫您保密的，先告诉家人。' },
  { name: '利诱', words: '稳赚、返利、白送。先给小钱，是为了要大钱。' },
  { name: '限时', words: '“马上、最后十分钟”。真的事，等得起一个电话。' },
  { name: '转移平台', words: '让您加别的号、下别的软件、开屏幕共享。一离开正规平台就停下。' },
];
