/** `POST /admin`: what the SDK sends, answered as CloudBase does. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { CloudError, invalidParameter, messageOf } from '../errors';
import type { Logs } from '../logs';
import type { AdminAction, AdminRequest, Answer } from './request';

export class Admin {
  private readonly actions: Record<string, AdminAction>;
  private readonly logs: Logs;
  private readonly clock: Clock;

  constructor(actions: Record<string, AdminAction>, logs: Logs, clock: Clock) {
    this.actions = actions;
    this.logs = logs;
    this.clock = clock;
  }

  /** Answers one request. A refusal is an answer too: `{code, message, requestId}`. */
  async answer(raw: Buffer, from: Pick<AdminRequest, 'origin' | 'invocation' | 'sentAt'>): Promise<Answer> {
    const started = performance.now();
    const request: AdminRequest = { requestId: randomUUID(), body: {}, ...from, work: { examined: 0, index: '-' } };
    let answer: Answer;
    try {
      Object.assign(request.body, parse(raw));
      answer = await this.run(request);
    } catch (error) {
      answer = refusal(error);
    }
    this.record(request, answer, performance.now() - started);
    return { requestId: request.requestId, ...answer };
  }

  private async run(request: AdminRequest): Promise<Answer> {
    const name = String(request.body.action);
    const action = Object.hasOwn(this.actions, name) ? this.actions[name] : undefined;
    if (action === undefined) throw new CloudError('INVALID_ACTION', `the local cloud does not support the action ${name}`);
    return action(request);
  }

  private record(request: AdminRequest, answer: Answer, ms: number): void {
    const { body, work, requestId, invocation } = request;
    const target = [body.collectionName, body.function_name, body.apiName, body.path].find((name) => typeof name === 'string');
    this.logs.requests.add({
      requestId,
      at: this.clock.now(),
      action: String(body.action),
      target: target ?? '',
      examined: work.examined,
      index: work.index,
      ms: Math.round(ms * 100) / 100,
      isInTransaction: typeof body.transactionId === 'string',
      ...(typeof answer.code === 'string' ? { code: answer.code } : {}),
      ...(invocation === undefined ? {} : { invocation }),
    });
  }
}

function parse(raw: Buffer): Record<string, unknown> {
  const text = raw.toString('utf8');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const action = /name="action"\r?\n\r?\n([\w.]+)/.exec(text)?.[1];
    throw invalidParameter(action === undefined ? 'the body is not JSON' : `the local cloud does not support the action ${action}, which is sent as a form`);
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalidParameter('the body is not an object');
  return body as Record<string, unknown>;
}

function refusal(error: unknown): Answer {
  if (error instanceof CloudError) return { code: error.code, message: error.message };
  // A fault of the local cloud itself: say so in its own log, and do not let it look like a refusal.
  console.error('local cloud: an action failed', error);
  return { code: 'SYS_ERR', message: messageOf(error) };
}
