import { LRUCache } from 'lru-cache';
import type { Assistant } from './assistant.js';
import { EMPTY_SESSION } from './session.js';

/** So many first messages are remembered with their replies, some 10 KB each. */
const REMEMBERED = 200;

/**
 * The same assistant, which answers a first message that it has answered before without work: a turn depends on nothing but
 * session, message and day, and on how the matcher works at the moment, which `mode` names. `hurried` counts what was matched in less
 * than that mode, for want of time: an answer in whose making it rose is not remembered.
 */
export function rememberingFirstTurns(assistant: Assistant, mode: () => string, hurried = () => 0): Assistant {
  const remembered = new LRUCache<string, ReturnType<Assistant['turn']>>({ max: REMEMBERED });
  return {
    turn: (session, message, today) => {
      if (session !== EMPTY_SESSION) return assistant.turn(session, message, today);
      const key = [mode(), today, message.locale ?? '', message.text].join('\n');
      const known = remembered.get(key);
      if (known) return known;
      const before = hurried();
      const made = assistant.turn(session, message, today);
      remembered.set(key, made);
      const forget = () => remembered.delete(key);
      // What failed is tried again the next time.
      made.then(() => hurried() === before || forget(), forget);
      return made;
    },
  };
}
