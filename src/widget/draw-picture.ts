import type { TimelinePicture } from '../domain/picture.js';
import { el } from './dom.js';
import { safeSvg } from './safe-svg.js';
import { strings } from './strings.js';

/** A picture with its words, which open below it; the words alone where the drawing cannot be read. The style shows the width that fits. */
export function drawPicture({ sentences, narrow, wide }: TimelinePicture): HTMLElement {
  const drawings = [
    { name: 'narrow', svg: safeSvg(narrow) },
    { name: 'wide', svg: safeSvg(wide) },
  ];
  const words = el('ul', {}, ...sentences.map((sentence) => el('li', {}, sentence)));
  const canDraw = drawings.every(({ svg }) => svg !== null);
  return el(
    'figure',
    { class: 'timeline' },
    ...(canDraw ? drawings.map(({ name, svg }) => el('div', { class: name }, svg)) : []),
    canDraw ? el('details', {}, el('summary', {}, strings.inWords), words) : words,
  );
}
