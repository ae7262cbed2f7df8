/** Every built-in element of WeChat that the host knows. In the DOM it is `<wx-tag>`. */

/** Plain boxes and text: nodes without a behaviour of their own. */
export const plainTags = ['view', 'text', 'cover-view', 'page', 'block', 'swiper-item'] as const;

/** Elements with a behaviour, in `elements/`. */
export const livingTags = [
  'button', 'canvas', 'checkbox', 'checkbox-group', 'form', 'icon', 'image', 'input', 'label', 'navigator',
  'page-container', 'page-meta', 'picker', 'picker-view', 'picker-view-column', 'progress', 'radio', 'radio-group',
  'rich-text', 'root-portal', 'scroll-view', 'slider', 'swiper', 'switch', 'textarea',
] as const;

export type LivingTag = (typeof livingTags)[number];

export const builtInTags: readonly string[] = [...plainTags, ...livingTags];
