import { api } from './api';

/** The share menu is always there; whether it does anything is up to the page's onShareAppMessage. */
export const showShareMenu = {
  showShareMenu: api('showShareMenu', () => undefined),
  hideShareMenu: api('hideShareMenu', () => undefined),
  updateShareMenu: api('updateShareMenu', () => undefined),
};
