import { NAME } from './names.js';

/** Words that close a letter. Alone they close it wherever a sentence could begin. */
const CLOSINGS = [
  '(?:with )?(?:(?:my|our) )?(?:best|kind|kindest|warm|warmest|many|friendly) (?:regards|wishes|greetings)',
  '(?:mit )?(?:freundlichen|besten|vielen|liebe|viele|beste|schöne) gr(?:ü|ue)(?:ß|ss)en?',
  'yours (?:sincerely|faithfully|truly)',
  '(?:bien )?cordialement',
  'saludos(?: cordiales)?',
  'all the best',
];
/** Shorter ones, which close only where a name, a break or nothing follows. */
const SHORT_CLOSINGS = [
  'regards',
  'rgds',
  'greets',
  'greetings',
  'br',
  'b\\.r\\.',
  'sincerely',
  'respectfully',
  'yours',
  '(?:thanks|thx) (?:&|and) (?:regards|rgds|br)',
  'mfg',
  'vg',
  'lg',
  'best',
  'cheers',
];

const CLOSING = new RegExp(`(?<=^|[\\n.?!;,)…:]\\s{0,3})(?:${CLOSINGS.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const SHORT_CLOSING = new RegExp(
  `(?<=^|\\n[ \\t]{0,4}|[.?!;)…]\\s{1,3})(?:${SHORT_CLOSINGS.join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** 'Greetings. We are …' begins a mail. */
const SENTENCE_STARTS =
  '(?:We|I|It|Its|This|That|These|Those|Our|My|Your|The|Please|Kindly|Could|Can|Would|Will|Is|Are|Do|Does|Has|Have|There|He|She|They|You|In|On|At|As|For|From|And|But|So|If|What|How|Who|When|Where|Which|Hope|Trust|With|Just|Quick|An?|One|Two|Here)';
/** A name, behind a short closing. */
const SHORT_TAIL = new RegExp(`^[ \\t]*(?:$|[,.!–—-]*\\s*(?:$|\\n|(?!${SENTENCE_STARTS}\\b)${NAME}))`, 'u');

const POSTSCRIPT = /(?:^|\n|[.!]\s+)\s*p\.?[ \t]?s\.?(?=[\s:])[:.\s]*/i;
/** The line that mail programs set above a signature. */
const DELIMITER = /^--[ \t]*$/m;
/** A longer rule is one only above a name. */
const RULE = new RegExp(`^-{3,}[ \\t]*\\n(?=${NAME}[ \\t,]*(?:\\n|$))`, 'mu');
const SENT_FROM =
  /(?<=^|\n[ \t]{0,4}|[.?!,]\s{1,3})(?:(?:sent|gesendet|envoyé|enviado|inviato|verzonden) (?:from|via|with|von|mit|depuis|desde|da|vanaf)\s(?:my |meinem |mon |mi )?[^\n.?!]{2,50}|von meinem [^\n]{2,40} gesendet|get outlook for [^\n]{2,60})(?=[ \t]*[.]?[ \t]*(?:\n|$))[.]?/gi;
/** A line that says how somebody can be reached. */
const CONTACT =
  /^[ \t]*(?:(?:tel|telephone|phone|mobile|cell|fax|office|direct|m|t|p|e|w|e-?mail|mail|web)\b[ \t]*[.:|][^\n?]*|\+\d[\d ()./-]{6,}|(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|[^\n?]{2,60}[|•·][^\n?]{2,60}(?:[|•·][^\n?]{2,80})*)[ \t]*$/i;

const WORDS = /[\p{L}\p{N}]/u;

/**
 * A mail without its signature: what stands below '-- ', below 'Best regards' or a name behind 'Thanks', lines that tell how to
 * reach somebody at its end, and 'Sent from my …'. What a postscript says is kept, and nothing is cut that asks something.
 */
export function withoutSignature(text: string): string {
  const sent = text.replace(SENT_FROM, '');
  return withoutContacts(cutAt(sent, closingAt(sent)));
}

/** The offset at which a signature begins; the end where there is none. */
function closingAt(text: string): number {
  const delimiter = DELIMITER.exec(text);
  const rule = RULE.exec(text);
  const at = [
    ...(delimiter ? [delimiter.index] : []),
    ...(rule ? [rule.index] : []),
    ...[...text.matchAll(CLOSING)].map((m) => m.index),
    ...[...text.matchAll(SHORT_CLOSING)]
      .filter((m) => SHORT_TAIL.test(text.slice(m.index + m[0].length)))
      .map((m) => m.index),
  ].sort((a, b) => a - b);
  return at.find((index) => WORDS.test(text.slice(0, index)) && !asks(afterwards(text, index))) ?? text.length;
}

/** What follows up to a postscript. */
function afterwards(text: string, at: number): string {
  const rest = text.slice(at);
  const postscript = POSTSCRIPT.exec(rest);
  return postscript ? rest.slice(0, postscript.index) : rest;
}

/** A question mark that is not one of a web address. */
const asks = (text: string): boolean => /\?(?![\w=&%])/.test(text);

function cutAt(text: string, at: number): string {
  if (at >= text.length) return text;
  const rest = text.slice(at);
  const postscript = POSTSCRIPT.exec(rest);
  const said = postscript ? rest.slice(postscript.index + postscript[0].length) : '';
  return `${text.slice(0, at).trimEnd()}${said === '' ? '' : `\n${said}`}`;
}

/** Lines at the end that tell how to reach somebody, with the names and titles right above them. */
function withoutContacts(text: string): string {
  const lines = text.trimEnd().split('\n');
  let end = lines.length;
  while (end > 1 && (CONTACT.test(lines[end - 1] ?? '') || (lines[end - 1] ?? '').trim() === '')) end--;
  if (lines.slice(end).every((l) => l.trim() === '')) return text;
  let top = end;
  while (top > 1 && top > end - 5 && isTitle(lines[top - 1] ?? '')) top--;
  while (top < end && !SIGNED.test(lines[top] ?? '')) top++;
  const kept = lines.slice(0, top).join('\n');
  return WORDS.test(kept) ? kept : text;
}

/** A person's name alone on its line, which a signature begins with. */
const SIGNED = new RegExp(`^[ \\t]*${NAME}[ \\t,]*$`, 'u');

/** A name, a title or a company: a few words without a figure or a stop, beginning with a capital. */
const isTitle = (line: string): boolean =>
  /^[ \t]*\p{Lu}[^\n?!.:;\d]{1,48}[.]?[ \t]*$/u.test(line) && line.trim().split(/\s+/).length <= 6;
