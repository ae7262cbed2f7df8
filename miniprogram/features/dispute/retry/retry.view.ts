/** 再谈一次: what it takes. Pure. */
import type { InputOf } from '../../../../typings/contract/actions';
import type { DisputeView } from '../../../../typings/contract/dispute';

export interface RetryForm {
  areBothWilling: boolean;
  mediatorId: string;
}

export const emptyForm: RetryForm = { areBothWilling: false, mediatorId: '' };

/** Until when, and how often: police are bound, neighbours are not. */
export function retryNote({ track }: DisputeView): string {
  return track === 'security'
    ? '治安调解只能再调一次，要在第一次调解后的7个工作日内谈完（公安机关办理行政案件程序规定 第183条）。'
    : '从今天起重新算30天。上次没签完的约定作废，谈话记录都留着。';
}

export function problemsOf({ areBothWilling, mediatorId }: RetryForm): Record<string, string> {
  return {
    ...(!areBothWilling && { areBothWilling: '要双方都愿意，才能再谈一次。' }),
    ...(mediatorId === '' && { mediatorId: '请选一位调解员。' }),
  };
}

export function inputOf(id: string, { areBothWilling, mediatorId }: RetryForm): InputOf<'dispute.retry'> {
  return { id, areBothWilling, mediatorId };
}
