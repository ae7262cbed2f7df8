/** The host's own controls: beside the phone on a wide window, behind one button of its capsule on a narrow one. */
import { formatAddress } from '../runtime/address';
import { make, part } from '../runtime/dom';
import { faultsOf } from '../runtime/guard';
import { reLaunch, topPage } from '../runtime/navigation';
import { addressAs, hostData, person } from '../runtime/person';
import { fontScales, settings, type ThemeChoice } from '../runtime/settings';
import { DAY_MS, demoClock, fromField, HOUR_MS, inWords, nextTuesday, toField } from './demo-clock';

const THEMES: readonly (readonly [ThemeChoice, string])[] = [['auto', '跟随系统'], ['light', '浅色'], ['dark', '深色']];
const FONT_NAMES = ['标准', '大', '特大', '最大'];

export function drawTools(): void {
  const panel = part('tools');
  const close = make('button', { type: 'button', class: 'tools-close', 'aria-label': '收起演示工具' });
  panel.append(
    make('header', {}, make('h2', {}, '演示工具'), close),
    section('时间', clockControls()),
    section('现在是谁在用', personaLinks()),
    section('外观', choice('外观', THEMES, () => settings.themeChoice, (theme) => settings.chooseTheme(theme))),
    section('微信字号', choice('微信字号', fontScales.map((scale, index) => [scale, FONT_NAMES[index] ?? ''] as const), () => settings.fontScale, (scale) => settings.chooseFontScale(scale))),
    section('网络', offlineSwitch()),
    make('a', { href: '/console', target: '_blank', class: 'tools-link' }, '打开控制台'),
  );
  part('capsule-tools').onclick = () => toggle(!document.body.classList.contains('has-tools'));
  close.onclick = () => toggle(false);
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && toggle(false));
  drawStatus();
}

/** On a narrow window; a wide one shows the panel always. */
function toggle(isOpen: boolean): void {
  document.body.classList.toggle('has-tools', isOpen);
  part('capsule-tools').setAttribute('aria-expanded', String(isOpen));
  if (isOpen) part('tools').querySelector<HTMLElement>('button, a')?.focus();
  else part('capsule-tools').focus();
}

function section(title: string, ...content: HTMLElement[]): HTMLElement {
  return make('section', { 'aria-label': title }, make('h3', {}, title), ...content);
}

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
  const draw = () => {
    shown.textContent = demoClock.isThere ? inWords(demoClock.now()) : '没有接上云端，时间不能改';
    for (const control of box.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input')) control.disabled = !demoClock.isThere;
    if (document.activeElement !== field) field.value = toField(demoClock.now());
  };
  demoClock.changed.on(draw);
  everyMinute(draw);
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
  };
  demoClock.changed.on(draw);
  settings.networkChanged.on(draw);
  everyMinute(draw);
  draw();
  void demoClock.read();
}

function everyMinute(draw: () => void): void {
  setInterval(draw, 5_000);
}
