/** Which values a form holds: built-in fields, and components with the behaviour wx://form-field. */
import * as glassEasel from 'glass-easel';
import { controllerOf } from './define';

export interface Field {
  name: string;
  value(): unknown;
  reset(): void;
}

type FieldMethods = { isFormField?: () => boolean };

/** All named fields below a node, also inside components. */
export function fieldsBelow(node: glassEasel.Element): Field[] {
  const fields: Field[] = [];
  const visit = (child: glassEasel.Node) => {
    if (!('childNodes' in child)) return;
    const field = asField(child);
    if (field) fields.push(field);
    else if (glassEasel.Component.isComponent(child)) child.getShadowRoot()?.childNodes.forEach(visit);
    child.childNodes.forEach(visit);
  };
  node.childNodes.forEach(visit);
  return fields;
}

function asField(node: glassEasel.Element): Field | null {
  if (!glassEasel.Component.isComponent(node)) return null;
  const component = node;
  const data = component.data as { name?: unknown; value?: unknown };
  if (typeof data.name !== 'string' || data.name === '') return null;
  const { name } = data;
  const controller = controllerOf(component);
  if (controller?.value) return { name, value: () => controller.value?.(), reset: () => controller.reset?.() };
  const methods = component.getMethodCaller() as unknown as FieldMethods;
  if (!methods.isFormField?.()) return null;
  return { name, value: () => data.value, reset: () => component.setData({ value: '' }) };
}
