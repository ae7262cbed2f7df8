/** form, label, navigator, root-portal, page-meta and page-container. */
import { make, part } from '../runtime/dom';
import { hostLengths } from './lengths';
import { anything, controllerOf, defineElement, type HostElement } from './define';
import { fieldsBelow } from './form-fields';
import type { Element } from 'glass-easel';

export function defineContainers(): void {
  defineForm();
  defineLabel();
  definePageMeta();
  defineRootPortal();
  definePageContainer();
}

function defineForm(): void {
  defineElement('form', {
    properties: { reportSubmit: anything, reportSubmitTimeout: anything },
    connect: (form) => ({
      act(verb) {
        const fields = fieldsBelow(form.node);
        if (verb === 'submit') {
          const value = Object.fromEntries(fields.map((field) => [field.name, field.value()]));
          form.emit('submit', { value, formId: '' });
        } else if (verb === 'reset') {
          for (const field of fields) field.reset();
          form.emit('reset');
        }
      },
    }),
  });
}

let lastLabel = 0;

/** A tap on a label is a tap on its control; the control is named by it, unless it has a name. */
function defineLabel(): void {
  defineElement('label', {
    properties: { for: '' },
    connect(label) {
      const target = () => findLabelled(label);
      label.onTap((event) => {
        const dom = target();
        const hit = (event as unknown as { target: Element }).target;
        const isInside = dom?.contains(hit.getBackendElement() as unknown as Node | null);
        if (dom && !isInside) controllerOf(dom.__wxElement)?.act?.('activate', label.dom);
      });
      setTimeout(() => {
        const dom = target();
        const control = controllerOf(dom?.__wxElement)?.control ?? dom;
        if (!control || control.hasAttribute('aria-label')) return;
        label.dom.id = `label-${++lastLabel}`;
        control.setAttribute('aria-labelledby', label.dom.id);
      });
      return {};
    },
  });
}

function findLabelled({ dom, data }: HostElement<{ for: string }>): (HTMLElement & { __wxElement?: Element }) | null {
  const scope = data.for ? dom.closest('wx-page') : dom;
  const selector = 'wx-input, wx-textarea, wx-switch, wx-checkbox, wx-radio, wx-button, wx-picker, wx-slider';
  return scope?.querySelector(data.for ? `[wx-id="${CSS.escape(data.for)}"]` : selector) ?? null;
}

/** page-meta changes the page that it stands in. */
function definePageMeta(): void {
  defineElement('page-meta', {
    properties: { pageStyle: '', rootFontSize: '', backgroundColor: '', rootBackgroundColor: '', backgroundTextStyle: anything, pageOrientation: anything, scrollTop: anything },
    connect({ dom, data }) {
      return {
        update() {
          const page = dom.closest<HTMLElement>('wx-page');
          if (!page) return;
          page.style.cssText = hostLengths(data.pageStyle);
          if (data.rootFontSize) document.documentElement.style.fontSize = hostLengths(data.rootFontSize);
          if (data.backgroundColor) part('stage').style.backgroundColor = data.backgroundColor;
        },
      };
    },
  });
}

/** Its content leaves the page's own boxes, and stays where events and data are. */
function defineRootPortal(): void {
  defineElement('root-portal', {
    properties: { enable: true },
    connect: () => ({}),
  });
}

function definePageContainer(): void {
  defineElement('page-container', {
    properties: {
      show: false, duration: 300, zIndex: 100, overlay: true, position: 'bottom', round: false, closeOnSlideDown: false,
      overlayStyle: '', customStyle: '',
    },
    connect(container) {
      const mask = make('div', { class: 'wx-container-mask' });
      container.dom.prepend(mask);
      mask.addEventListener('click', () => container.emit('clickoverlay'));
      let wasShown = false;
      return {
        update() {
          const { show, overlay, zIndex, customStyle } = container.data;
          container.dom.style.cssText = hostLengths(`${customStyle};z-index:${zIndex};${show ? '' : 'display:none'}`);
          mask.hidden = !overlay;
          if (show === wasShown) return;
          wasShown = show;
          container.emit(show ? 'enter' : 'leave');
          container.emit(show ? 'afterenter' : 'afterleave');
        },
      };
    },
  });
}
