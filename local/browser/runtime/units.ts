/** App(), Page(), Component() and Behavior(): what the app's scripts call while they load. */
import { space } from './space';
import { addFault } from './faults';

export interface AppInstance {
  globalData?: unknown;
  onLaunch?(options: LaunchOptions): void;
  onShow?(options: LaunchOptions): void;
  onHide?(): void;
  onError?(message: string): void;
  onPageNotFound?(options: { path: string; query: Record<string, string>; isEntryPage: boolean }): void;
  onUnhandledRejection?(event: { reason: unknown }): void;
  onThemeChange?(event: { theme: string }): void;
  [name: string]: unknown;
}

export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: object;
}

interface Definition {
  behaviors?: unknown[];
  options?: { styleIsolation?: string; addGlobalClass?: boolean };
  [name: string]: unknown;
}

/** The unit whose script is running. */
let current = '';
export let app: AppInstance = {};

export function enterUnit(unit: string): void {
  current = unit;
}

/** WeChat's own behaviours for form fields: the form reads name and value of such a component. */
const formField = space
  .behavior()
  .definition({ properties: { name: String, value: null }, methods: { isFormField: () => true } })
  .register();

/** Makes the globals that the mini-program's scripts expect. */
export function defineGlobals(pages: () => unknown[]): void {
  const Behavior = Object.assign(defineBehavior, { trait: space.traitBehavior.bind(space) });
  Object.assign(globalThis, {
    App: (definition: AppInstance) => (app = definition),
    getApp: () => app,
    getCurrentPages: pages,
    Page: (definition: Definition) => space.component(current).pageDefinition(prepared(definition) as never).register(),
    Component: defineComponent,
    Behavior,
  });
}

function defineComponent(definition?: Definition): unknown {
  const builder = space.component(current);
  if (definition === undefined) return builder;
  adoptStyleOptions(definition);
  return builder.definition(prepared(definition) as never).register();
}

function defineBehavior(definition?: Definition): unknown {
  const builder = space.behavior();
  return definition === undefined ? builder : builder.definition(prepared(definition) as never).register();
}

/** The adapter knows no behaviours by name: WeChat's are replaced before it sees them. */
function prepared(definition: Definition): Definition {
  if (!definition.behaviors) return definition;
  const behaviors = definition.behaviors.flatMap((behavior) => {
    if (typeof behavior !== 'string') return [behavior];
    return behavior.startsWith('wx://form-field') ? [formField] : [];
  });
  return { ...definition, behaviors };
}

/** Style isolation may be asked for in the script as well as in the JSON; shared sheets are compiled without a scope, so only JSON will do. */
function adoptStyleOptions({ options }: Definition): void {
  const isolation = options?.styleIsolation ?? (options?.addGlobalClass ? 'apply-shared' : undefined);
  const settings = space.getComponentStaticConfig(current);
  if (isolation === undefined || settings?.styleIsolation !== undefined) return;
  if (isolation === 'shared' || isolation === 'page-shared') {
    addFault(`${current}: "styleIsolation": "${isolation}" belongs in its JSON file here`);
    return;
  }
  space.addComponentStaticConfig(current, { ...settings, styleIsolation: isolation } as never);
}
