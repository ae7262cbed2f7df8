/** How pages look on this phone: dark or light, large text (关怀模式), the phone's own font scale. */

export interface LookChoice {
  readonly theme: 'system' | 'light' | 'dark';
  readonly isLarge: boolean;
}

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly isLarge: boolean;
  /** Type is multiplied by this. */
  readonly scale: number;
}

const choiceKey = 'look';
const largeScale = 1.3;
/** Beyond this, words of one line break into four: WeChat's own largest setting × our large text. */
const mostScale = 2;

/** As in app.json. */
const tabs = ['home', 'matters', 'school', 'me'] as const;

const listeners = new Set<() => void>();

export function lookChoice(): LookChoice {
  return { theme: 'system', isLarge: false, ...(wx.getStorageSync<Partial<LookChoice> | ''>(choiceKey) || {}) };
}

/** Keeps the choice, and changes every open page at once. */
export function chooseLook(choice: LookChoice): void {
  wx.setStorageSync(choiceKey, choice);
  for (const listener of listeners) listener();
}

export function currentLook(): Look {
  const { theme, isLarge } = lookChoice();
  const phone: Partial<WechatMiniprogram.AppBaseInfo> = wx.getAppBaseInfo(); // an older WeChat tells less
  const { theme: systemTheme = 'light', fontSizeScaleFactor = 1 } = phone;
  return {
    theme: theme === 'system' ? systemTheme : theme,
    isLarge,
    scale: Math.min(mostScale, Math.max(1, fontSizeScaleFactor) * (isLarge ? largeScale : 1)),
  };
}

/** Calls back when the choice or the phone's theme changes. Returns the way to stop. */
export function onLookChange(listener: () => void): () => void {
  listeners.add(listener);
  wx.onThemeChange(listener);
  return () => {
    listeners.delete(listener);
    wx.offThemeChange(listener);
  };
}

/** Whether the bars were told a theme since the app started: then they must be told the next one too. */
let isDressed = false;

/** The bars that WeChat draws follow theme.json by themselves; a forced theme must be told to them. */
export function dressBars({ theme }: Look): void {
  if (lookChoice().theme === 'system' && !isDressed) return;
  isDressed = true;
  const isDark = theme === 'dark';
  const [bar, ground] = isDark ? ['#1c2027', '#12151a'] : ['#ffffff', '#f4f6f9'];
  const ignore = () => undefined; // a page without a tab bar refuses the last: nothing to tell anybody
  wx.setNavigationBarColor({ frontColor: isDark ? '#ffffff' : '#000000', backgroundColor: bar, fail: ignore });
  wx.setBackgroundColor({ backgroundColor: ground, fail: ignore });
  wx.setTabBarStyle({
    backgroundColor: bar,
    color: isDark ? '#aab3c0' : '#5b6472',
    selectedColor: isDark ? '#6b9bff' : '#1d5bd6',
    borderStyle: isDark ? 'white' : 'black',
    fail: ignore,
  });
  for (const [index, tab] of tabs.entries()) {
    const [plain, selected] = isDark ? [`${tab}-dark`, `${tab}-selected-dark`] : [tab, `${tab}-selected`];
    wx.setTabBarItem({ index, iconPath: `assets/tabs/${plain}.png`, selectedIconPath: `assets/tabs/${selected}.png`, fail: ignore });
  }
}
