/** Starts the host: the globals first (by import), then, after the app's scripts have run, the first page. */
import { drawTools } from '../tools/tools';
import { registerElements } from '../elements/register';
import { SelectorQuery } from '../wx/selector-query';
import { wx } from '../wx/wx';
import { askedAddress, followAddressBar } from './address-bar';
import { drawChrome } from './chrome';
import { addFault, textOf, watchForFaults } from './faults';
import { watchGestures } from './gestures';
import './host-global';
import { launch, openPages } from './navigation';
import { mirrorNodesToDom } from './plain-nodes';
import { settings } from './settings';
import { prepareSpace } from './space';
import { app, defineGlobals, type LaunchOptions } from './units';
import { watchViewport } from './viewport';

watchForFaults();
mirrorNodesToDom();
prepareSpace({ createSelectorQuery() { return new SelectorQuery(this._$); } });
registerElements();
defineGlobals(() => openPages().map(({ instance }) => instance));
Object.assign(globalThis, { wx });

/** Called by the entry after the last script of the app. */
export function boot(): void {
  watchViewport();
  watchGestures();
  drawChrome();
  drawTools();
  followAddressBar();
  passAppEvents();
  const address = askedAddress();
  const options: LaunchOptions = { ...address, scene: 1001, referrerInfo: {} };
  safely(() => app.onLaunch?.(options));
  safely(() => app.onShow?.(options));
  safely(() => launch(address));
}

function passAppEvents(): void {
  document.addEventListener('visibilitychange', () => {
    const options = { ...askedAddress(), scene: 1001, referrerInfo: {} };
    safely(() => (document.hidden ? app.onHide?.() : app.onShow?.(options)));
  });
  window.addEventListener('unhandledrejection', ({ reason }) => app.onUnhandledRejection?.({ reason }));
  window.addEventListener('error', ({ message }) => app.onError?.(message));
  settings.themeChanged.on((theme) => app.onThemeChange?.({ theme }));
}

function safely(action: () => void): void {
  try {
    action();
  } catch (error) {
    addFault(textOf(error), error);
  }
}
