import { Bubble } from './bubble.js';
import { Chat } from './chat.js';
import { el } from './dom.js';

/**
 * Starts the chat where the script tag says:
 * `data-target="#id"` draws it into that element, `data-mode="bubble"` (or no target) as a button in the corner;
 * `data-directline` is the Direct Line address, by default `/v3/directline` where the script comes from;
 * `data-suggestions` is the address of the suggestions while a person types, by default that of the same server, or `off`.
 * A click on any element with `data-ask="…"` asks that, and a link to the target leads into the text field.
 */
function mount(script: HTMLScriptElement): void {
  const { mode, target, directline, suggestions } = script.dataset;
  const base = new URL(directline ?? '/v3/directline', script.src).href.replace(/\/$/, '');
  // Beside the Direct Line address, whatever stands before both: what is typed goes where what is said goes.
  const lookUp = suggestions
    ? new URL(suggestions, script.src).href
    : new URL('../../api/suggestions', `${base}/`).href;
  const place = mode === 'bubble' || !target ? null : document.querySelector<HTMLElement>(target);
  const host = place ?? el('div', {});
  const root = host.attachShadow({ mode: 'open' });

  const bubble: { current: Bubble | null } = { current: null };
  const chat = new Chat({
    base,
    suggestions: suggestions === 'off' ? null : lookUp,
    ...(place === null && { close: () => bubble.current?.close() }),
  });
  if (place === null) {
    bubble.current = new Bubble(chat.element, () => {
      chat.start();
      return chat;
    });
    document.body.append(host);
  }
  showWhenStyled(root, bubble.current?.element ?? chat.element, new URL('widget.css', script.src).href);
  if (place) chat.start();

  document.addEventListener('click', (event) => {
    const clicked = event.target instanceof Element ? event.target : null;
    const question = clicked?.closest<HTMLElement>('[data-ask]')?.dataset.ask;
    const skips = place?.id ? clicked?.closest(`a[href="#${CSS.escape(place.id)}"]`) : null;
    if (!question && !skips) return;
    if (skips) event.preventDefault();
    bubble.current?.open();
    if (question) chat.ask(question);
    chat.focus();
    place?.scrollIntoView({ block: 'nearest' });
  });
}

/** In a shadow root, so that neither the page's style nor the widget's reaches the other. Unstyled it is not shown. */
function showWhenStyled(root: ShadowRoot, element: HTMLElement, stylesheet: string): void {
  const link = el('link', { rel: 'stylesheet', href: stylesheet });
  const wrap = el('div', { class: 'wrap', hidden: '' }, element);
  const show = () => {
    wrap.hidden = false;
  };
  link.addEventListener('load', show);
  link.addEventListener('error', show);
  root.append(link, wrap);
}

if (document.currentScript instanceof HTMLScriptElement) mount(document.currentScript);
