/** picker: an invisible native control over the page's own words, which mouse, keyboard, readers and tests all understand. */
import { make } from '../runtime/dom';
import { addFault } from '../runtime/faults';
import { anything, defineElement, wordsOf, type Controller, type HostElement } from './define';

const properties = {
  name: '', mode: 'selector', range: [] as unknown[], rangeKey: '', value: anything, start: '', end: '', fields: 'day',
  disabled: false, headerText: '', customItem: anything, level: anything,
};

type Picker = HostElement<typeof properties>;

export function definePicker(): void {
  defineElement('picker', { properties, connect: connectPicker });
}

function connectPicker(picker: Picker): Controller {
  let controls: HTMLElement[] = [];
  const emit = (value: unknown) => {
    picker.set({ value });
    picker.emit('change', { value });
  };
  const draw = () => {
    for (const control of controls) control.remove();
    controls = picker.data.disabled ? [] : makeControls(picker, emit);
    for (const control of controls) picker.dom.append(control);
    // the words of the page name the control, unless it has a name
    setTimeout(() => controls.forEach((control) => nameControl(picker, control)));
  };
  return {
    namesItself: true,
    value: () => picker.data.value,
    reset: () => picker.set({ value: picker.data.mode === 'multiSelector' ? [] : '' }),
    act: (verb) => verb === 'activate' && controls[0]?.focus(),
    update: draw,
  };
}

function makeControls(picker: Picker, emit: (value: unknown) => void): HTMLElement[] {
  const { mode, range, value } = picker.data;
  switch (mode) {
    case 'selector':
      return [makeSelect(picker, range, Number(value ?? 0), (index) => emit(index))];
    case 'multiSelector':
      return makeColumns(picker, range as unknown[][], (value as number[] | null) ?? [], emit);
    case 'time':
    case 'date':
      return [makeClock(picker, emit)];
    default:
      addFault(`<picker mode="${mode}"> is not there in the browser`);
      return [];
  }
}

function makeColumns(picker: Picker, range: unknown[][], value: number[], emit: (value: unknown) => void): HTMLElement[] {
  const chosen = range.map((_, column) => value[column] ?? 0);
  return range.map((options, column) => {
    const select = makeSelect(picker, options, chosen[column] ?? 0, (index) => {
      chosen[column] = index;
      picker.emit('columnchange', { column, value: index });
      emit([...chosen]);
    });
    select.style.left = `${(100 / range.length) * column}%`;
    select.style.width = `${100 / range.length}%`;
    return select;
  });
}

function makeSelect(picker: Picker, options: unknown[], selected: number, onChoose: (index: number) => void): HTMLElement {
  const select = make('select', { class: 'wx-picker-control' });
  options.forEach((option, index) => select.add(new Option(wordsOf(optionOf(option, picker.data.rangeKey)), String(index), false, index === selected)));
  quietly(select, () => onChoose(Number(select.value)));
  return select;
}

function makeClock({ data }: Picker, emit: (value: unknown) => void): HTMLElement {
  const type = data.mode === 'time' ? 'time' : data.fields === 'month' ? 'month' : 'date';
  const input = make('input', { class: 'wx-picker-control', type, min: data.start, max: data.end, value: wordsOf(data.value) });
  quietly(input, () => input.value && emit(input.value));
  // a desktop browser opens its calendar only from the small icon
  input.addEventListener('click', () => input.showPicker());
  return input;
}

function quietly(control: HTMLElement, onChange: () => void): void {
  control.addEventListener('input', (event) => event.stopPropagation());
  control.addEventListener('change', (event) => {
    event.stopPropagation();
    onChange();
  });
}

function nameControl({ data, dom }: Picker, control: HTMLElement): void {
  const words = [...dom.children].filter((child) => !child.matches('.wx-picker-control')).map(({ textContent }) => textContent.trim());
  const label = wordsOf(data.ariaLabel) || data.headerText || words.filter(Boolean).join(' ');
  if (label) control.setAttribute('aria-label', label);
}

/** With range-key an option is an object, and this is the value of that key. */
function optionOf(option: unknown, key: string): unknown {
  return key && typeof option === 'object' && option !== null ? (Reflect.get(option, key) as unknown) : option;
}
