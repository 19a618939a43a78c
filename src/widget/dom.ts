type Child = Node | string | null | false;

/** An element with attributes and children; a text becomes a text node, so that nothing in it can be markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child): child is Node | string => child !== null && child !== false));
  return element;
}

/** A button that does something on the page and sends no form. A `title` alone names one with an icon: beside a label it would be read twice. */
export function button(
  attributes: Readonly<Record<string, string>>,
  onClick: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, ...children);
  element.addEventListener('click', onClick);
  return element;
}

/** A text for screen readers only. */
export const unseen = (text: string) => el('span', { class: 'unseen' }, text);
