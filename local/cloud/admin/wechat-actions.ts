/** WeChat's own interfaces, as functions call them through the SDK: answered here, and kept in the outbox. */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import { CloudError, invalidParameter } from '../errors';
import type { Logs } from '../logs';
import { miniProgramCode } from './mini-program-code';
import { type AdminAction, type AdminRequest, type Answer, optionalText, textField } from './request';

/** `origin`: where this cloud is reached. */
type OpenApi = (data: Record<string, unknown>, origin: string) => Record<string, unknown>;

/** WeChat's own sample of a text that its check finds risky [developers.weixin.qq.com, msgSecCheck]. */
const RISKY = '特3456书yuuo莞6543李zxcz蒜7782法fgnv级';

/** The longest text that msgSecCheck takes, in characters [WeChat]. */
const MOST_CHARACTERS = 2500;

const APIS: Record<string, OpenApi> = {
  'subscribeMessage.send': sendMessage,
  'security.msgSecCheck': checkText,
  'wxacode.getUnlimited': miniProgramCode,
  'security.mediaCheckAsync': () => ({ traceId: randomUUID() }),
};

/** Errors that a test or a person has asked for: the next call of an interface gets one. */
export class OpenApiFaults {
  private readonly waiting: { api: string; errCode: number; errMsg: string }[] = [];

  /** The next call of `api` is answered with this error of WeChat's. */
  add(api: string, errCode: number, errMsg: string): void {
    this.waiting.push({ api: shortName(api), errCode, errMsg });
  }

  take(api: string): { errCode: number; errMsg: string } | undefined {
    const at = this.waiting.findIndex((fault) => fault.api === api);
    const [fault] = at < 0 ? [] : this.waiting.splice(at, 1);
    return fault === undefined ? undefined : { errCode: fault.errCode, errMsg: fault.errMsg };
  }
}

export function wechatActions(logs: Logs, clock: Clock, faults: OpenApiFaults): Record<string, AdminAction> {
  const unsupported: AdminAction = (request) => {
    throw new CloudError('INVALID_ACTION', `the local cloud does not support the action ${String(request.body.action)}; use callWxOpenApi`);
  };
  return {
    'wx.api': (request) => callApi(request, logs, clock, faults),
    'wx.openApi': unsupported,
    'wx.wxPayApi': unsupported,
    'wx.wxCallContainerApi': unsupported,
  };
}

function callApi(request: AdminRequest, logs: Logs, clock: Clock, faults: OpenApiFaults): Answer {
  const api = shortName(textField(request, 'apiName'));
  const run = APIS[api];
  if (run === undefined) throw new CloudError('INVALID_WX_API', `the local cloud does not know the WeChat interface ${api}`);
  const data = readData(optionalText(request, 'requestData'));
  const answer = faults.take(api) ?? { errCode: 0, errMsg: `openapi.${api}:ok`, ...run(data, request.origin) };
  const { invocation } = request;
  logs.outbox.add({ at: clock.now(), api, data, answer, ...(invocation === undefined ? {} : { invocation }) });
  return { data: { responseData: JSON.stringify(answer) } };
}

/** `/subscribeMessage.send`, `openapi.subscribeMessage.send` and `subscribeMessage.send` are one interface. */
function shortName(api: string): string {
  return api.replace(/^\/+/, '').replace(/^openapi\./, '');
}

function readData(text: string | undefined): Record<string, unknown> {
  try {
    return JSON.parse(text ?? '{}') as Record<string, unknown>;
  } catch {
    throw invalidParameter('requestData is not JSON');
  }
}

function sendMessage(data: Record<string, unknown>): Record<string, unknown> {
  if (typeof data.touser !== 'string' || data.touser === '') return { errCode: 40003, errMsg: 'openapi.subscribeMessage.send:fail invalid openid' };
  const template = data.template_id ?? data.templateId;
  if (typeof template !== 'string' || template === '') return { errCode: 40037, errMsg: 'openapi.subscribeMessage.send:fail invalid template_id' };
  return { msgid: Date.now() };
}

function checkText(data: Record<string, unknown>): Record<string, unknown> {
  const content = typeof data.content === 'string' ? data.content : '';
  if (content === '' || content.length > MOST_CHARACTERS) return { errCode: 40129, errMsg: 'openapi.security.msgSecCheck:fail content size out of limit' };
  const isRisky = content.includes(RISKY);
  const suggest = isRisky ? 'risky' : 'pass';
  const label = isRisky ? 20002 : 100;
  return { result: { suggest, label }, detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }], trace_id: randomUUID() };
}
