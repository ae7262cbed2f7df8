/** Calls from one function to another, and the SDK's question about a user. */
import { invalidParameter } from '../errors';
import type { Functions } from '../functions/functions';
import { type AdminAction, optionalText, textField } from './request';

export function functionActions(functions: Functions): Record<string, AdminAction> {
  return {
    'functions.invokeFunction': async (request) => {
      const name = textField(request, 'function_name');
      const { result } = await functions.invoke(name, readEvent(optionalText(request, 'request_data')), { kind: 'function', openid: '' });
      return { data: { response_data: result } };
    },
    'auth.getUserInfoForAdmin': (request) => ({
      data: { uid: optionalText(request, 'uuid') ?? '', openId: optionalText(request, 'platformId') ?? '', platform: 'WECHAT-OPENID' },
    }),
  };
}

function readEvent(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    throw invalidParameter('request_data is not JSON');
  }
}
