const SVG = 'http://www.w3.org/2000/svg';

/** An icon from lines on a field of 24 by 24; what it means is always said in words beside it, so assistive technology passes it over. */
export function iconOf(lines: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', lines);
  svg.append(path);
  return svg;
}
