import { el } from './dom.js';
import type { WidgetOptions } from './tag.js';

const MARK = 'data-sns-assistant';

/** Whether some tag of this page has made the widget already. */
export const isThere = (): boolean => document.querySelector(`[${MARK}]`) !== null;

/**
 * The one element that the widget adds to a page, with a shadow root, so that neither the page's style nor the widget's reaches the
 * other. Its own style sheet takes back what the page's rules do to the element itself.
 */
export function makeHost(options: WidgetOptions, place: 'inline' | 'corner', style: string): ShadowRoot {
  const host = el('div', { [MARK]: place, 'data-theme': options.theme, 'data-side': options.side });
  const root = host.attachShadow({ mode: 'open' });
  adopt(root, style);
  return root;
}

/** Adds a style sheet; constructed, so that a Content-Security-Policy without 'unsafe-inline' lets it be. */
export function adopt(root: ShadowRoot, style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
