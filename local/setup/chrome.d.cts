/** The path of an installed Chrome or Chromium: env CHROME_PATH, then the PATH, then each system's usual places. */
export function findChrome(): string | undefined;
/** Whether Chinese text is drawn as letters and not as boxes. */
export function hasChineseFont(): boolean;
