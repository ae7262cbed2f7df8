/** What the build compiles for the runtime (`build/bundle.ts`). */

declare module 'virtual:config' {
  export const config: import('../build/config').BuiltConfig;
}

declare module 'virtual:templates' {
  type Template = import('glass-easel').template.ComponentTemplate extends infer T ? T : never;
  export const templates: Record<string, never>;
}
