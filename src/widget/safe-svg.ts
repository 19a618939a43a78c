const SVG = 'http://www.w3.org/2000/svg';
const ELEMENTS = new Set(['svg', 'title', 'desc', 'g', 'path', 'text', 'tspan']);
const ATTRIBUTES = new Set([
  'role',
  'viewBox',
  'width',
  'height',
  'transform',
  'd',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'x',
  'y',
  'text-anchor',
  'font-size',
  'font-weight',
]);

/**
 * An SVG text as an element, or null where it is none. Only what our drawings are made of is taken over, so that nothing in
 * it can run or load anything, whoever sent it.
 */
export function safeSvg(text: string): SVGElement | null {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  const copied = copyOf(documentElement);
  return copied instanceof SVGSVGElement ? copied : null;
}

function copyOf(element: Element): SVGElement | null {
  if (element.namespaceURI !== SVG || !ELEMENTS.has(element.localName)) return null;
  const copy = document.createElementNS(SVG, element.localName) as SVGElement;
  for (const { name, value } of element.attributes) {
    if (ATTRIBUTES.has(name) && !/url\(/i.test(value)) copy.setAttribute(name, value);
  }
  for (const child of element.childNodes) {
    if (child instanceof Element) copy.append(copyOf(child) ?? '');
    else if (child instanceof Text) copy.append(child.data);
  }
  return copy;
}
