/** An element of a page that opens from a stick, with its properties and what is in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  more: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), more);
  made.append(...children);
  return made;
}

/** A control with its label and a hint. */
export function field(control: HTMLElement, label: string, hint: string): Node[] {
  return [
    element('label', { htmlFor: control.id }, label),
    control,
    element('p', { className: 'hint' }, hint),
  ];
}
