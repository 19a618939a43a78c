import type { LineEnvironment, TextStore } from './environment.js';
import type { SuggestionEnvironment } from './suggestion-source.js';

/** An answer that has not come by now will not come: a server that hangs must not hold up the queue for ever. */
const ANSWER_MILLIS = 30_000;

/** The browser, as the Direct Line client needs it. */
export function browserEnvironment(): LineEnvironment {
  return {
    fetch: async (url, init) => {
      const answer = await fetch(url, { ...init, cache: 'no-store', signal: AbortSignal.timeout(ANSWER_MILLIS) });
      // A date, which it may be too, is no number.
      const retryAfter = Number(answer.headers.get('retry-after')) || 0;
      return { status: answer.status, retryAfter, json: () => answer.json() };
    },
    openSocket: (url, events) => {
      const socket = new WebSocket(url);
      socket.addEventListener('open', () => events.opened());
      socket.addEventListener('message', ({ data }) => events.received(typeof data === 'string' ? data : ''));
      socket.addEventListener('close', () => events.closed());
      return {
        close: () => socket.close(),
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
      };
    },
    now: () => Date.now(),
    after,
    random: () => Math.random(),
    newId,
    shared: storeOf(() => window.localStorage),
    tab: storeOf(() => window.sessionStorage),
  };
}

/** The browser, as asking for suggestions needs it. Nothing but the text goes to the server: no cookie, no address of the page. */
export const suggestionEnvironment = (): SuggestionEnvironment => ({
  fetch: (url, signal) => fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' }),
  after,
  online: () => navigator.onLine,
});

function after(millis: number, call: () => void): () => void {
  const timer = window.setTimeout(call, millis);
  return () => window.clearTimeout(timer);
}

/** Not randomUUID: pages served over plain HTTP do not have it. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Storage that a browser blocks throws even when it is named. */
function storeOf(storage: () => Storage): TextStore {
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => attempt((s) => s.getItem(key), null),
    set: (key, value) => attempt((s) => s.setItem(key, value), undefined),
    remove: (key) => attempt((s) => s.removeItem(key), undefined),
  };
}
