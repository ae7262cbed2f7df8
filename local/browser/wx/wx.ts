/** The global `wx`. What is not here fails loudly. */
import { createAnimation } from '../runtime/animation';
import { topPage } from '../runtime/navigation';
import { USER_DATA_PATH } from '../runtime/temp-files';
import { asking } from './asking';
import { createInnerAudioContext, getRecorderManager } from './audio';
import { cloud } from './cloud';
import { device } from './device';
import { fileSystem } from './file-system';
import { location } from './location';
import { media } from './media';
import { navigating } from './navigating';
import { permission } from './permission';
import { createSelectorQuery } from './selector-query';
import { loud } from './api';
import { storage } from './storage';
import { livingTags, plainTags } from '../elements/tags';
import { askedAddress } from '../runtime/address-bar';
import { showShareMenu } from './sharing';

interface Observing {
  createIntersectionObserver(options?: object): unknown;
}

const parts = {
  ...asking,
  ...device,
  ...fileSystem,
  ...location,
  ...media,
  ...navigating,
  ...permission,
  ...storage,
  ...showShareMenu,
  cloud,
  env: { USER_DATA_PATH },
  createAnimation,
  createInnerAudioContext,
  createIntersectionObserver: (component: Observing = topPage().instance as unknown as Observing, options?: object) => component.createIntersectionObserver(options),
  createSelectorQuery,
  getRecorderManager,
  nextTick: (callback: () => void) => void setTimeout(callback),
  getLaunchOptionsSync: () => ({ ...askedAddress(), scene: 1001, referrerInfo: {} }),
  getEnterOptionsSync: () => ({ ...askedAddress(), scene: 1001, referrerInfo: {} }),
  reportEvent: () => undefined,
  canIUse,
};

export const wx = loud('wx', parts);

/** True for what this host has: an API (`showToast.object.title`), or a built-in element (`button.open-type.share`). */
function canIUse(schema: string): boolean {
  const [first = '', second = ''] = schema.split('.');
  if (first === 'cloud') return second === '' || second in cloud;
  return first in parts || [...plainTags, ...livingTags].some((tag) => tag === first);
}
