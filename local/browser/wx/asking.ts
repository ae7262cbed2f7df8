/** Toasts, dialogs and sheets. */
import { make } from '../runtime/dom';
import { hideToast, openDialog, openSheet, showToast } from '../runtime/overlays';
import { fileUrl } from '../runtime/file-url';
import { api, ApiFailure } from './api';

interface ToastRequest {
  title: string;
  icon?: 'success' | 'error' | 'loading' | 'none';
  image?: string;
  duration?: number;
  mask?: boolean;
}

interface ModalRequest {
  title?: string;
  content?: string;
  showCancel?: boolean;
  cancelText?: string;
  cancelColor?: string;
  confirmText?: string;
  confirmColor?: string;
  editable?: boolean;
  placeholderText?: string;
}

export const asking = {
  showToast: api('showToast', ({ title, icon = 'success', image, duration = 1500, mask = false }: ToastRequest) => {
    showToast({ title, duration, mask, icon, ...(image !== undefined && { image: fileUrl(image) }) });
  }),
  hideToast: api('hideToast', () => hideToast()),
  showLoading: api('showLoading', ({ title, mask = false }: { title: string; mask?: boolean }) => showToast({ title, mask, duration: 0, icon: 'loading' })),
  hideLoading: api('hideLoading', () => hideToast()),

  showModal: api('showModal', async (request: ModalRequest) => {
    const { title = '', content = '', showCancel = true, cancelText = '取消', confirmText = '确定', editable } = request;
    const field = make('textarea', { rows: 3, placeholder: request.placeholderText ?? '', 'aria-label': request.placeholderText ?? title });
    field.value = editable ? content : '';
    const body = editable ? field : make('p', {}, content);
    const index = await openDialog({
      label: title || content,
      content: [...(title ? [make('h2', {}, title)] : []), ...(content || editable ? [body] : [])],
      actions: showCancel ? [cancelText, confirmText] : [confirmText],
      colors: showCancel ? [request.cancelColor, request.confirmColor] : [request.confirmColor],
    });
    const confirm = index === (showCancel ? 1 : 0);
    return { confirm, cancel: !confirm, content: editable && confirm ? field.value : null };
  }),

  showActionSheet: api('showActionSheet', async ({ itemList, itemColor, alertText }: { itemList: string[]; itemColor?: string; alertText?: string }) => {
    const tapIndex = await openSheet({
      label: alertText ?? '请选择',
      content: alertText ? [make('p', {}, alertText)] : [],
      actions: [...itemList, '取消'],
      colors: itemList.map(() => itemColor),
    });
    if (tapIndex < 0 || tapIndex >= itemList.length) throw new ApiFailure('cancel');
    return { tapIndex };
  }),
};
