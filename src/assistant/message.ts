import { messageBody } from '../understanding/body/message-body.js';

/** Longer messages are not read, in characters: the limit of what a person types or pastes as a question. */
export const LONGEST_MESSAGE = 4000;
/** The same with all that is quoted in a mail and stands below it. */
const LONGEST_MAIL = 20_000;

export type Message =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long' };

/** Signs that nobody sees or types; they would part words. */
const INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}]/gu;

/** A text with Unicode composed, and without what nobody sees: control signs, and tags of HTML. */
export const withoutMarkup = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)\s*\/?>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,300}>/gi, ' ');

/**
 * A message made plain: Unicode composed, markup of HTML and Markdown taken off, reduced to the part of it that asks, white space
 * folded within lines.
 */
export function readMessage(raw: string): Message {
  if (raw.length > LONGEST_MAIL) return { kind: 'too-long' };
  const text = messageBody(withoutMarkup(raw))
    .replace(/[*_`~]{2,}|^[>#]+\s*/gm, '')
    .replace(/[ \t\u00A0]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
  if (text.length > LONGEST_MESSAGE) return { kind: 'too-long' };
  return /[\p{L}\p{N}]/u.test(text) || /^\p{Extended_Pictographic}/u.test(text)
    ? { kind: 'text', text }
    : { kind: 'empty' };
}

/** A message of signs only ('👍'), which is a nod and no question. */
export const isNod = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);
