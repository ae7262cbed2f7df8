/** Refusals: the ways an action says no. Anything else that is thrown is a fault, and is answered `INTERNAL`. */
import type { Failure } from '../../typings/contract/actions';
import type { ErrorCode } from '../../typings/contract/errors';

const sentences: Readonly<Record<ErrorCode, string>> = {
  INVALID_INPUT: '填写的内容有误，请检查后再试。',
  UNAUTHENTICATED: '请在微信里打开。',
  FORBIDDEN: '这一步不归您办。',
  NOT_FOUND: '没有找到这条记录。',
  INVALID_MOVE: '这一步现在不能这样办了，请看最新进展。',
  CONFLICT: '刚刚有人办了这一步，请看最新内容再试。',
  REFUSED: '按规定不能这样办。',
  RATE_LIMITED: '太快了，请歇一会儿再试。',
  INTERNAL: '服务暂时出了问题，您写的都在，请稍后再试。',
};

export class Refusal extends Error {
  readonly failure: Failure;

  constructor(code: ErrorCode, said: Partial<Omit<Failure, 'code'>> = {}) {
    const failure = { code, message: sentences[code], ...said };
    super(failure.message);
    this.failure = failure;
  }
}

/** A mistake in one field, with the sentence that says how to mend it. */
export function badField(field: string, message: string): Refusal {
  return new Refusal('INVALID_INPUT', { message, details: { [field]: message } });
}

/** What the person is told. Faults show nothing of the inside. */
export function failureOf(thrown: unknown): Failure {
  return thrown instanceof Refusal ? thrown.failure : { code: 'INTERNAL', message: sentences.INTERNAL };
}
