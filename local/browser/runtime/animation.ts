/** wx.createAnimation: a list of steps that a node with `animation="{{…}}"` plays one after another. */
import type * as glassEasel from 'glass-easel';
import { styleSegment } from './style-segments';

interface StepOptions {
  /** Milliseconds. */
  duration?: number;
  delay?: number;
  timingFunction?: string;
  transformOrigin?: string;
}

interface Step {
  css: Record<string, string>;
  options: StepOptions;
}

export interface ExportedAnimation {
  steps: Step[];
}

const LENGTHS = ['width', 'height', 'top', 'left', 'right', 'bottom'];
/** Transform functions with the unit of their numbers. */
const TRANSFORMS: Record<string, string> = {
  translate: 'px', translateX: 'px', translateY: 'px', translateZ: 'px', translate3d: 'px',
  rotate: 'deg', rotateX: 'deg', rotateY: 'deg', rotateZ: 'deg', skew: 'deg', skewX: 'deg', skewY: 'deg',
  scale: '', scaleX: '', scaleY: '', scale3d: '', matrix: '',
};

type Chain = Record<string, (...values: never[]) => unknown>;

/** Every method but `export` returns the animation itself. */
export function createAnimation(defaults: StepOptions = {}): Chain {
  const steps: Step[] = [];
  let css: Record<string, string> = {};
  const transforms = new Map<string, string>();

  const chain: Chain = {
    opacity: (value: number) => set('opacity', String(value)),
    backgroundColor: (value: string) => set('background-color', value),
    step(options: StepOptions = {}) {
      if (transforms.size > 0) css.transform = [...transforms.values()].join(' ');
      steps.push({ css, options: { ...defaults, ...options } });
      css = {};
      return chain;
    },
    export: (): ExportedAnimation => ({ steps: steps.splice(0) }),
  };
  for (const name of LENGTHS) chain[name] = (value: number | string) => set(name, withUnit(value, 'px'));
  for (const [name, unit] of Object.entries(TRANSFORMS)) {
    chain[name] = (...values: (number | string)[]) => {
      transforms.set(name, `${name}(${values.map((value) => withUnit(value, unit)).join(',')})`);
      return chain;
    };
  }
  return chain;

  function set(name: string, value: string): Chain {
    css[name] = value;
    return chain;
  }
}

export function isAnimation(value: unknown): value is ExportedAnimation {
  return typeof value === 'object' && value !== null && Array.isArray((value as ExportedAnimation).steps);
}

export async function playAnimation(node: glassEasel.Element, { steps }: ExportedAnimation): Promise<void> {
  const reached: Record<string, string> = {};
  for (const { css, options } of steps) {
    Object.assign(reached, css);
    const { duration = 400, delay = 0, timingFunction = 'linear', transformOrigin = '50% 50% 0' } = options;
    // nothing can run towards "auto"
    const length = reached.height === 'auto' ? 0 : duration;
    const rules = Object.entries(reached).map(([name, value]) => `${name}:${value}`);
    const transition = `transition:all ${length}ms ${timingFunction} ${delay}ms;transform-origin:${transformOrigin}`;
    node.setNodeStyle([transition, ...rules].join(';'), styleSegment.animation);
    await new Promise((resolve) => setTimeout(resolve, length + delay + 16));
  }
}

function withUnit(value: number | string, unit: string): string {
  return typeof value === 'number' ? `${value}${unit}` : value;
}
