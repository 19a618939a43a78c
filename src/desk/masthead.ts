import { el } from '../widget/dom.js';
import { STRINGS } from './strings.js';

/** The head of each page of the desk, with what one can do there. */
export const masthead = (...tools: readonly Node[]): HTMLElement =>
  el('header', { class: 'masthead' }, el('h1', {}, STRINGS.name), ...tools);
