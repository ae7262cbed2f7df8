/** The host's own controls: beside the phone on a wide window, behind one button of its capsule on a narrow one. */
import { formatAddress } from '../runtime/address';
import { make, part } from '../runtime/dom';
import { faultsOf } from '../runtime/guard';
import { reLaunch, topPage } from '../runtime/navigation';
import { addressAs, hostData, person } from '../runtime/person';
import { fontScales, settings, type ThemeChoice } from '../runtime/settings';
import { DAY_MS, demoClock, fromField, HOUR_MS, inWords, nextTuesday, toField } from './demo-clock';

const THEMES: readonly (readonly [ThemeChoice, string])[] = [['auto', '跟随系统'], ['light', '浅色'], ['dark', '深色']];
/** How often the clock is drawn: minutes are shown. */
const CLOCK_MS = 5_000;
const FONT_NAMES = ['标准', '大', '特大', '最大'];

/** Where the panel has a place of its own (`page/tools.css`). */
const wide = matchMedia('(min-width: 780px)');

export function drawTools(): void {
  const panel = part('tools');
  part('capsule-tools').onclick = () => toggle(!document.body.classList.contains('has-tools'));
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && toggle(false));
  wide.addEventListener('change', () => toggle(false));
  if (wide.matches) fill(panel);
  drawStatus();
}

/** Only while it is in sight: its words must not be taken for the mini-program's. */
function fill(panel: HTMLElement): void {
  const close = make('button', { type: 'button', class: 'tools-close', 'aria-label': '收起演示工具' });
  panel.replaceChildren(
    make('header', {}, make('h2', {}, '演示工具'), close),
    section('时间', clockControls()),
    section('现在是谁在用', personaLinks()),
    section('外观', choice('外观', THEMES, () => settings.themeChoice, (theme) => settings.chooseTheme(theme))),
    section('微信字号', choice('微信字号', fontScales.map((scale, index) => [scale, FONT_NAMES[index] ?? ''] as const), () => settings.fontScale, (scale) => settings.chooseFontScale(scale))),
    section('网络', offlineSwitch()),
    make('a', { href: '/console', target: '_blank', class: 'tools-link' }, '打开控制台'),
  );
  close.onclick = () => toggle(false);
}

/** On a narrow window; a wide one shows the panel always. */
function toggle(isOpen: boolean): void {
  const panel = part('tools');
  document.body.classList.toggle('has-tools', isOpen);
  part('capsule-tools').setAttribute('aria-expanded', String(isOpen));
  if (isOpen || wide.matches) fill(panel);
  else panel.replaceChildren();
  if (isOpen) panel.querySelector<HTMLElement>('button, a')?.focus();
  else part('capsule-tools').focus();
}

function section(title: string, ...content: HTMLElement[]): HTMLElement {
  return make('section', {}, make('h3', {}, title), ...content);
}

/** Draws the time in the panel, when there is one. */
let drawClock = (): void => undefined;

function clockControls(): HTMLElement {
  const shown = make('p', { class: 'tools-clock' });
  const field = make('input', { type: 'datetime-local', 'aria-label': '日期和时间' });
  const set = make('button', { type: 'submit' }, '改到这时');
  const form = make('form', { class: 'tools-row' }, field, set);
  form.onsubmit = (event) => {
    event.preventDefault();
    if (field.value) void move(demoClock.moveTo(fromField(field.value)));
  };
  const steps = make('div', { class: 'tools-row' },
    button('+1小时', () => move(demoClock.forward(HOUR_MS))),
    button('+1天', () => move(demoClock.forward(DAY_MS))),
    button('到下周二 16:35', () => move(demoClock.moveTo(nextTuesday(demoClock.now())))),
  );
  const box = make('div', {}, shown, steps, form);
  drawClock = () => {
    shown.textContent = demoClock.isThere ? inWords(demoClock.now()) : '没有接上云端，时间不能改';
    for (const control of box.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')) control.disabled = !demoClock.isThere;
    if (document.activeElement !== field) field.value = toField(demoClock.now());
  };
  drawClock();
  return box;
}

/** The page in sight opens again: what it shows depends on the time. */
async function move(moved: Promise<void>): Promise<void> {
  await moved;
  faultsOf(() => reLaunch(formatAddress(topPage())))();
}

function personaLinks(): HTMLElement {
  const links = hostData.personas.map(({ id, name, title }) => {
    const current = id === person.id;
    const link = make('a', { href: addressAs(id), 'aria-current': current ? 'true' : undefined }, name, make('small', {}, title));
    return link;
  });
  return make('nav', { class: 'tools-people', 'aria-label': '换个人' }, ...links);
}

function choice<T>(label: string, options: readonly (readonly [T, string])[], chosen: () => T, choose: (value: T) => void): HTMLElement {
  const buttons = options.map(([value, words]) => button(words, () => {
    choose(value);
    draw();
  }));
  const draw = () => buttons.forEach((option, index) => option.setAttribute('aria-pressed', String(options[index]?.[0] === chosen())));
  draw();
  return make('div', { class: 'tools-choice', role: 'group', 'aria-label': label }, ...buttons);
}

function offlineSwitch(): HTMLElement {
  const box = make('input', { type: 'checkbox', role: 'switch', 'aria-label': '断网' });
  box.onchange = () => settings.setOffline(box.checked);
  return make('label', { class: 'tools-switch' }, '断网', box);
}

function button(words: string, action: () => unknown): HTMLButtonElement {
  const element = make('button', { type: 'button' }, words);
  element.onclick = faultsOf(action);
  return element;
}

/** The strip above the navigation bar: the demo clock, and whose phone it is. */
function drawStatus(): void {
  const clock = part('clock');
  const holder = part('holder');
  const draw = () => {
    clock.textContent = demoClock.isThere ? `演示 ${inWords(demoClock.now())}` : inWords(Date.now());
    holder.textContent = settings.isOffline ? '无网络' : [person.name, person.title].filter(Boolean).join(' · ');
    holder.classList.toggle('is-offline', settings.isOffline);
    drawClock();
  };
  demoClock.changed.on(draw);
  settings.networkChanged.on(draw);
  setInterval(draw, CLOCK_MS);
  draw();
  void demoClock.read();
}
