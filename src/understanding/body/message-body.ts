import { withoutNotices } from './legal-notice.js';
import { isOnlyKind, withoutPleasantries } from './pleasantries.js';
import { splitQuoted } from './quoted-mail.js';
import { withoutSignature } from './signature.js';

/** Pictures with what parts them from the word before and with all that joins and tints them; the signs of copyright and trade marks are none. */
const PICTURES =
  /[ \t]{0,2}(?![©®™])\p{Extended_Pictographic}(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f)*/gu;
const SMILEYS = /(?<=^|\s)[:;=]['’]?-?[)(DPp](?=\s|$)/g;
/** Somebody addressed in the middle of a message. */
const MENTION =
  /(?<=\s)@[\p{L}\p{N}][\p{L}\p{N}._-]{0,40}(?:[ \t](?:bot|assistant)(?![\p{L}\p{N}]))?(?=[\s,:.!?]|$)/giu;

/** Says that the question stands in what is quoted. */
const POINTS_BELOW =
  /^\W*(?:(?:please|pls|kindly|can|could|would|you|see|check|read|advise|answer|help|assist|have|look|at|with|on|me|us|my|our|the|a|this|that|these|it|one|below|above|attached|fyi|fwd?|re|question|mail|message|email|thread|request|from|customer|what|do|think|any|ideas?|thoughts?|updates?|news|respond|reply|to|forward(?:ed|ing)?|for|your|information)\W+)*$/i;

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/**
 * The part of a message that asks: without what it quotes, the signature, legal notices, greeting and thanks, people
 * addressed, and pictures. Never longer than the text, and reading it again changes nothing. Where that would leave
 * nothing, what is quoted is read; where that holds nothing either, the text stays a greeting or thanks.
 */
export function messageBody(text: string): string {
  let body = text;
  for (;;) {
    const next = readOnce(body);
    if (next.length >= body.length) return body;
    body = next;
  }
}

function readOnce(text: string): string {
  const { own, quoted } = splitQuoted(text);
  const unsigned = withoutSignature(withoutNotices(own)).trim();
  const body = withoutPleasantries(withoutPictures(unsigned));
  const asks = hasWords(body) && !isOnlyKind(body);
  if (asks && !(quoted !== '' && POINTS_BELOW.test(`${body} `))) return body;
  if (hasWords(quoted)) return quoted;
  return hasWords(unsigned) ? unsigned : text;
}

/** A text without pictures and mentions; one that is nothing else stays as it is. */
function withoutPictures(text: string): string {
  if (!/[@:;=]|\p{Extended_Pictographic}/u.test(text)) return text;
  return text.replace(PICTURES, '').replace(SMILEYS, '').replace(MENTION, '');
}
