import { browserEnvironment } from './browser-environment.js';
import { Chat } from './chat.js';
import { el } from './dom.js';
import { adopt } from './host.js';
import { loadLanguage } from './language.js';
import { LINE, serverLine } from './server-line.js';
import { strings } from './strings.js';
import type { WidgetOptions } from './tag.js';
import style from './widget.css';
import { ChatWindow } from './window.js';

/** What the launcher can do with the chat. */
export interface OpenedChat {
  /** Shows it and connects. */
  show(): void;
  hide(): void;
  /** Says something in the visitor's name. */
  ask(text: string): void;
  focus(): void;
}

/** Draws the chat into the widget's shadow root; `closed` is called when it has closed, null: it stays open, in its place on the page. */
export async function openChat(
  root: ShadowRoot,
  options: WidgetOptions,
  closed: (() => void) | null,
): Promise<OpenedChat> {
  await loadLanguage(options.lang, options.assets);
  const environment = browserEnvironment();
  const chat = new Chat({
    environment: options.directLine ? environment : serverLine(environment, options.server),
    base: options.directLine ?? LINE,
    suggestions: options.suggestions,
    title: options.title,
    ...(closed && { close: () => corner?.hide() }),
  });
  const corner = closed && new ChatWindow(chat.element, options.title, closed);
  measure(root);
  adopt(root, style);
  root.prepend(
    el('div', { class: 'wrap', lang: strings.lang, dir: strings.direction }, corner?.element ?? chat.element),
  );
  return {
    show: () => {
      corner?.show();
      chat.start();
    },
    hide: () => corner?.hide(),
    ask: (text) => chat.ask(text),
    focus: () => chat.focus(),
  };
}

/** What the reader's browser takes for a text of medium size: the widget's unit, whatever the page has set for itself. */
function measure({ host }: ShadowRoot): void {
  if (host instanceof HTMLElement) host.style.setProperty('--sns-rem', getComputedStyle(host).fontSize);
}
