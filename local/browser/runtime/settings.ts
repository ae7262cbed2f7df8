/** What a phone's owner sets outside the mini-program: theme, text size, network. The address may say (`?theme=dark&font=1.3`). */
import { Signal } from './signal';

export type ThemeName = 'light' | 'dark';
export type ThemeChoice = ThemeName | 'auto';

/** WeChat's text sizes, as fontSizeScaleFactor. */
export const fontScales = [1, 1.15, 1.3, 1.6] as const;

interface Saved {
  theme: ThemeChoice;
  fontScale: number;
}

const KEY = 'jiaan-host:settings';
const systemDark = matchMedia('(prefers-color-scheme: dark)');

class Settings {
  readonly themeChanged = new Signal<ThemeName>();
  readonly networkChanged = new Signal<boolean>();
  readonly fontScaleChanged = new Signal<number>();
  private choice: ThemeChoice;
  private scale: number;
  private offline = false;

  constructor() {
    const saved = readSaved();
    this.choice = saved.theme;
    this.scale = saved.fontScale;
    systemDark.addEventListener('change', () => this.applyTheme());
    for (const change of ['online', 'offline']) window.addEventListener(change, () => this.networkChanged.emit(!this.isOffline));
    this.applyTheme();
  }

  get themeChoice(): ThemeChoice {
    return this.choice;
  }

  get theme(): ThemeName {
    if (this.choice !== 'auto') return this.choice;
    return systemDark.matches ? 'dark' : 'light';
  }

  get fontScale(): number {
    return this.scale;
  }

  get isOffline(): boolean {
    return this.offline || !navigator.onLine;
  }

  chooseTheme(choice: ThemeChoice): void {
    this.choice = choice;
    this.save();
    this.applyTheme();
  }

  chooseFontScale(scale: number): void {
    this.scale = scale;
    this.save();
    this.fontScaleChanged.emit(scale);
  }

  setOffline(offline: boolean): void {
    this.offline = offline;
    this.networkChanged.emit(!this.isOffline);
  }

  private applyTheme(): void {
    const root = document.documentElement;
    if (root.dataset.theme === this.theme) return;
    root.dataset.theme = this.theme;
    this.themeChanged.emit(this.theme);
  }

  /** From now on the saved choice counts, no longer what the address said. */
  private save(): void {
    const address = new URL(location.href);
    address.searchParams.delete('theme');
    address.searchParams.delete('font');
    history.replaceState(null, '', address);
    localStorage.setItem(KEY, JSON.stringify({ theme: this.choice, fontScale: this.scale } satisfies Saved));
  }
}

function readSaved(): Saved {
  const saved = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Saved>;
  const address = new URLSearchParams(location.search);
  const theme = address.get('theme') ?? saved.theme ?? 'auto';
  const fontScale = Number(address.get('font') ?? saved.fontScale ?? 1);
  return {
    theme: theme === 'dark' || theme === 'light' ? theme : 'auto',
    fontScale: fontScale >= 0.8 && fontScale <= 3 ? fontScale : 1,
  };
}

export const settings = new Settings();
