import { withoutMarkup } from '../assistant/message.js';
import { messageBody } from '../understanding/body/message-body.js';
import { splitQuoted } from '../understanding/body/quoted-mail.js';
import { earlierWords, withAnswered } from './thread.js';

/** Of a longer body the rest is not read, in characters. */
export const LONGEST_BODY = 20_000;
/** The same of a subject. */
export const LONGEST_SUBJECT = 500;

/** What of a ticket is read, and how. */
export interface TicketText {
  /** The sender's own words, without greeting, signature, notices; one line a sentence, a point or a row. */
  readonly own: string;
  /** The same with the quoted questions that it answers line by line, for what it tells of devices. */
  readonly answering: string;
  /** What the customer's side wrote in the mails that are quoted: context, and the question where the newest mail has none. */
  readonly quoted: string;
  /** The subject without 'Re:' and tags. */
  readonly subject: string;
}

/** What mail programs, gateways and ticket systems put in front of a subject. */
const SUBJECT_MARKS = /^\s*(?:(?:re|aw|fw|fwd|wg|sv|antw|tr|rv|res)\s*(?:\[\d+\])?\s*:|\[[^\]]{0,40}\]|#\d+[:\s])\s*/i;

/** The part of a body that is read, without markup. */
export const plainBody = (body: string): string => withoutMarkup(body.slice(0, LONGEST_BODY)).replace(/\r\n?/g, '\n');

/** What a subject and a plain body say; the body without its tables, whose rows look like lines of a signature. */
export function ticketText(subject: string, plain: string): TicketText {
  const { own, quoted, above } = splitQuoted(plain);
  const text = tidied(plain);
  const answered = withAnswered(plain);
  return {
    own: text,
    answering: answered === plain ? text : tidied(answered),
    // Where the own words only point below, the quoted ones are the question already.
    quoted: own.trim() === '' || text === quoted.trim() ? '' : unwrapped(earlierWords({ quoted, above })),
    subject: plainSubject(subject),
  };
}

const tidied = (plain: string): string =>
  unwrapped(messageBody(plain))
    .replace(/[*_`~]{2,}|^[>#]+\s*/gm, '')
    .replace(/[ \u00A0]+/g, ' ')
    .replace(/ *\n(?: *\n)* */g, '\n')
    .trim();

function plainSubject(subject: string): string {
  let rest = withoutMarkup(subject.slice(0, LONGEST_SUBJECT)).replace(/\s+/g, ' ').trim();
  for (;;) {
    const next = rest.replace(SUBJECT_MARKS, '');
    if (next === rest) return rest;
    rest = next;
  }
}

/** Mail programs break lines of plain text about here, in characters. */
const WRAPPED_FROM = 50;
/** The same where the next line begins with a small letter. */
const GOES_ON_FROM = 30;
const NEW_LINE = /^\s*(?:$|[-•*·–]\s|\(?(?:\d{1,2}|[a-h])[.)]\s|[^\n]*[;|\t]|\p{Lu}[\p{L}\d ]{1,24}:\s)/u;
const ENDS = /[.?!:;|]["”)]?\s*$/;

/** A text with the lines joined that a mail program has broken in the middle of a sentence. */
function unwrapped(text: string): string {
  const lines: string[] = [];
  let length = 0;
  for (const line of text.split('\n')) {
    const last = lines.at(-1);
    const isLong = length >= (/^\s*\p{Ll}/u.test(line) ? GOES_ON_FROM : WRAPPED_FROM);
    const goesOn = last !== undefined && isLong && !ENDS.test(last) && !NEW_LINE.test(line);
    if (goesOn) lines[lines.length - 1] = `${last} ${line.trimStart()}`;
    else lines.push(line);
    length = line.length;
  }
  return lines.join('\n');
}
