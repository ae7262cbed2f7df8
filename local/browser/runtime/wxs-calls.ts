/** Calls from templates into WXS: handlers get the event and descriptors of the nodes instead of a page as `this`. */
import * as glassEasel from 'glass-easel';
import { describeNode } from './node-descriptor';

type Handler = ((...values: unknown[]) => unknown) & { __wxs?: true };
type Component = glassEasel.GeneralComponent;

export const wxsCalls = {
  /** An event bound as `bindtap="{{module.handler}}"`. */
  callEvent(component: Component, event: { currentTarget: unknown }, handler: Handler): unknown {
    if (!handler.__wxs) return handler.call(component, event);
    const forWxs: unknown = Object.create(event, { instance: { value: describeNode(event.currentTarget as Component) } });
    return handler(forWxs, describeNode(component));
  },

  /** `change:prop="{{module.handler}}"`: the first call waits until the nodes are in the document. */
  callChange(handler: Handler) {
    return (value: unknown, old: unknown, host: Component, element: Component) => {
      const run = () => handler(value, old, describeNode(host), describeNode(element));
      if (glassEasel.Element.isAttached(host)) run();
      else void Promise.resolve().then(run);
    };
  },
};
