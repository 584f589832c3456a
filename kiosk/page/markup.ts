import type { ComponentChildren, VNode } from 'preact';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const empty = new Set(['br', 'img', 'input']);

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, letter => escapes[letter] ?? letter);
}

function isElement(child: ComponentChildren): child is VNode<Record<string, unknown>> {
  return typeof child === 'object' && child !== null && 'props' in child;
}

/** An attribute as Preact sets it: `false` is said of `aria-` and `data-`, and leaves out any other. */
function attribute(name: string, value: unknown): string {
  if (name === 'children' || value === null || value === undefined || typeof value === 'function') return '';
  if (typeof value === 'object') throw new Error(`markup-cannot-say: ${name}`);
  const isSaid = name.includes('-');
  if (value === false && !isSaid) return '';
  return value === true && !isSaid ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
}

/**
 * What Preact draws, as the text of a page, for components that need nothing but what they are given. Throws
 * on what no text can say (a style object).
 */
export function markupOf(child: ComponentChildren): string {
  if (Array.isArray(child)) return child.map(markupOf).join('');
  if (!isElement(child))
    return typeof child === 'string' || typeof child === 'number' ? escaped(`${child}`) : '';
  const { type, props } = child;
  // Kinds of components differ only in what they return; none of the kiosk's is a class.
  if (typeof type === 'function') return markupOf((type as (given: unknown) => ComponentChildren)(props));
  const attributes = Object.entries(props).map(([name, value]) => attribute(name, value));
  const start = `<${type}${attributes.join('')}>`;
  return empty.has(type) ? start : `${start}${markupOf(props.children as ComponentChildren)}</${type}>`;
}
