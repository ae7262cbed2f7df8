/** The shapes of app.json, page.json and theme.json that the host understands; shared by build and runtime. */

export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  backgroundTextStyle?: string;
  enablePullDownRefresh?: boolean;
  /** Distance from the bottom, in px, at which onReachBottom fires. */
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}

export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export interface AppConfig {
  pages: string[];
  subpackages?: { root: string; pages: string[] }[];
  subPackages?: { root: string; pages: string[] }[];
  entryPagePath?: string;
  window?: WindowConfig;
  tabBar?: {
    color?: string;
    selectedColor?: string;
    backgroundColor?: string;
    borderStyle?: string;
    custom?: boolean;
    list: TabItem[];
  };
  usingComponents?: Record<string, string>;
  darkmode?: boolean;
  /** APIs that tell where somebody is. */
  requiredPrivateInfos?: string[];
  themeLocation?: string;
}

export interface UnitConfig extends WindowConfig {
  component?: boolean;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  pureDataPattern?: string;
  /** After the build: tag → absolute unit. */
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  componentPlaceholder?: Record<string, string>;
}

/** theme.json: the values of `@name` in app.json and the pages' JSON. */
export type Theme = Record<'light' | 'dark', Record<string, string>>;

/** One compiled style sheet; `scope` is the prefix of its classes, empty when they are shared. */
export interface StyleSheet {
  unit: string;
  scope: string;
  css: string;
}

/** What the runtime gets from the build (`virtual:config`). */
export interface BuiltConfig {
  app: AppConfig;
  theme: Theme;
  pages: string[];
  units: Record<string, UnitConfig>;
  styles: StyleSheet[];
}
