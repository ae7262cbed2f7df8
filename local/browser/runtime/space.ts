/** The one glass-easel space that holds the app's components, with templates and style scopes from the build. */
import * as glassEasel from 'glass-easel';
import { MiniProgramEnv, type types } from 'glass-easel-miniprogram-adapter';
import { config } from 'virtual:config';
import { templates } from 'virtual:templates';
import { createBackend } from './dom-backend';
import { addFault, warnings } from './faults';

const env = new MiniProgramEnv();
export const space = env.createCodeSpace('', true);
export const elementSpace = space.getComponentSpace();
export const backend = env.associateBackend(createBackend());

/** The compiled template of a unit, or of a built-in element under `__element__/<tag>`. */
export function templateOf(path: string): glassEasel.template.ComponentTemplate {
  return { groupList: templates, content: templates[path], fallbackListenerOnNativeNode: true } as never;
}

/** What every component and page can do besides what the adapter gives it. */
type CommonMethods = Record<string, (this: { _$: glassEasel.GeneralComponent }) => unknown>;

/** Before any unit's script runs. */
export function prepareSpace(methods: CommonMethods): void {
  for (const [unit, settings] of Object.entries(config.units)) {
    space.addComponentStaticConfig(unit, settings as types.ComponentStaticConfig);
    if (Object.hasOwn(templates, unit)) space.addCompiledTemplate(unit, templateOf(unit));
  }
  for (const { unit, scope } of config.styles) space.addStyleSheet(unit, unit, scope);
  addStyles();
  addToAll(methods);
  glassEasel.addGlobalErrorListener((error) => addFault(error instanceof Error ? error.message : String(error), error));
  glassEasel.addGlobalWarningListener((warning: unknown) => {
    warnings.push(warning instanceof Error ? warning.message : String(warning));
    return false;
  });
}

/** app.wxss, then components with the ones used inside others first, then pages: later rules win. */
function addStyles(): void {
  const pages = new Set(config.pages);
  const rank = (unit: string) => (unit === 'app' ? 0 : pages.has(unit) ? 2 : 1);
  const ordered = config.styles
    .map(({ unit, css }, index) => ({ css, rank: rank(unit), index }))
    .sort((a, b) => a.rank - b.rank || b.index - a.index);
  const style = document.createElement('style');
  style.textContent = ordered.map(({ css }) => css).join('\n');
  document.head.append(style);
}

/** glass-easel never fires `ready`: it follows the frame in which the component was first drawn. */
function addToAll(methods: CommonMethods): void {
  let waiting: glassEasel.GeneralComponent[] = [];
  const flush = () => {
    const attached = waiting.filter((component) => glassEasel.Element.isAttached(component));
    waiting = [];
    for (const component of attached) component.triggerLifetime('ready', []);
  };
  const common = space.behavior().definition({
    methods: methods as never,
    lifetimes: {
      attached() {
        if (waiting.length === 0) requestAnimationFrame(() => setTimeout(flush));
        waiting.push((this as unknown as { _$: glassEasel.GeneralComponent })._$);
      },
    },
  });
  const { _$: behavior } = common.register() as unknown as { _$: glassEasel.GeneralBehavior };
  space.setOverallBehavior(behavior);
}
