import { button, el } from './dom.js';
import { isThere, makeHost } from './host.js';
import style from './launcher.css';
import { Launcher } from './launcher.js';
import type { OpenedChat } from './open-chat.js';
import { isSmallWindow } from './small-window.js';
import { launcherStrings } from './strings.js';
import { readTag, type WidgetOptions } from './tag.js';

/** From here on it is said that the chat is on its way. */
const SLOW_MILLIS = 400;

/** Brings the chat, once; after a failure it is asked for again under another address, since browsers keep the failure. */
function loader(options: WidgetOptions, root: ShadowRoot, closed: (() => void) | null): () => Promise<OpenedChat> {
  let chat: Promise<OpenedChat> | null = null;
  let failures = 0;
  return () => {
    const again = failures > 0 ? `?${failures}` : '';
    chat ??= import(`${options.assets}chat.js${again}`).then(
      ({ openChat }: typeof import('./open-chat.js')) => openChat(root, options, closed),
      (error) => {
        failures++;
        chat = null;
        throw error;
      },
    );
    return chat;
  };
}

/** In the corner: nothing is loaded until somebody asks for it. */
function inCorner(options: WidgetOptions): (then: (chat: OpenedChat) => void) => Promise<void> {
  const root = makeHost(options, 'corner', style);
  let opened: OpenedChat | null = null;
  const close = () => {
    opened = null;
    launcher.show('closed');
    launcher.focus();
  };
  const load = loader(options, root, close);
  const open = async (then: (chat: OpenedChat) => void) => {
    const slow = window.setTimeout(() => launcher.show('loading'), SLOW_MILLIS);
    try {
      const chat = await load();
      opened = chat;
      launcher.show('open');
      chat.show();
      then(chat);
    } catch {
      launcher.show('failed');
    } finally {
      window.clearTimeout(slow);
    }
  };
  const launcher = new Launcher(options.title ?? launcherStrings.open, () => {
    if (opened) opened.hide();
    else void open((chat) => chat.focus());
  });
  root.append(launcher.element);
  document.body.append(root.host);
  // Nobody has asked for it just now, so the focus stays where it is, and a page is not covered.
  if (options.open && !isSmallWindow()) void open(() => undefined);
  return open;
}

/** In an element of the page, open from the beginning. */
function inPlace(options: WidgetOptions, place: HTMLElement): (then: (chat: OpenedChat) => void) => Promise<void> {
  const root = makeHost(options, 'inline', style);
  const load = loader(options, root, null);
  const told = el('p', { class: 'told', role: 'status' });
  root.append(told);
  place.append(root.host);
  const open = async (then: (chat: OpenedChat) => void) => {
    told.replaceChildren();
    try {
      const chat = await load();
      told.remove();
      chat.show();
      then(chat);
    } catch {
      const again = button({}, () => void open((chat) => chat.focus()), launcherStrings.tryAgain);
      told.replaceChildren(launcherStrings.failed, ' ', again);
    }
  };
  void open(() => undefined);
  return open;
}

/**
 * Puts the widget where the script tag says (tag.ts). A click on any element with `data-ask="…"` asks that, and a link to the target
 * leads into the text field. Of several tags on a page the first counts.
 */
function mount(options: WidgetOptions): void {
  if (isThere()) return;
  const place = options.target === null ? null : document.querySelector<HTMLElement>(options.target);
  const open = place ? inPlace(options, place) : inCorner(options);
  document.addEventListener('click', (event) => {
    const clicked = event.target instanceof Element ? event.target : null;
    const question = clicked?.closest<HTMLElement>('[data-ask]')?.dataset.ask;
    const skips = place?.id ? clicked?.closest(`a[href="#${CSS.escape(place.id)}"]`) : null;
    if (!question && !skips) return;
    if (skips) event.preventDefault();
    void open((chat) => {
      if (question) chat.ask(question);
      chat.focus();
      place?.scrollIntoView({ block: 'nearest' });
    });
  });
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const options = readTag(script.dataset, script.src);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => mount(options));
  else mount(options);
}
