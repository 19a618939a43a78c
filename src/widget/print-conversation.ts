import { el } from './dom.js';
import { drawForPaper } from './draw-for-paper.js';
import paperStyle from './paper.css';
import { strings } from './strings.js';
import type { Transcript } from './transcript.js';
import style from './widget.css';

/**
 * Prints the conversation alone, whatever page the widget is on, from a document of its own in a frame that nobody sees. `near`: an
 * element of the widget.
 */
export function printConversation(transcript: Transcript, title: string, near: HTMLElement): void {
  const frame = el('iframe', { class: 'unseen', 'aria-hidden': 'true', tabindex: '-1' });
  near.append(frame);
  const { contentWindow: page, contentDocument: paper } = frame;
  if (!page || !paper) return;
  const { CSSStyleSheet: Sheet } = page as Window & typeof globalThis;
  const sheet = new Sheet();
  // The widget's own style, in a document without a shadow root.
  sheet.replaceSync(style.replaceAll(':host', ':root') + paperStyle);
  paper.adoptedStyleSheets = [sheet];
  paper.documentElement.lang = strings.lang;
  paper.documentElement.dir = strings.direction;
  // Browsers offer it as the name of a file.
  paper.title = title;
  paper.body.append(...drawForPaper(transcript, title, new Date()));
  page.addEventListener('afterprint', () => frame.remove());
  page.focus();
  page.print();
}
