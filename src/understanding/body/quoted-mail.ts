/** A mail taken apart: what its sender wrote, and what was written before and is only quoted in it. */
export interface MailParts {
  readonly own: string;
  /** Without the signs of quoting in front; '' where nothing is quoted. */
  readonly quoted: string;
  /** The line above the first mail that is quoted, which names its sender; '' where there is none. */
  readonly above: string;
}

/** A line that a mail program marks as quoted. */
const QUOTED_LINE = /^[ \t]*>[\s>]*/;

/** Words that end the line which mail programs set above a quotation; the sender and the day stand before them. */
const WROTE =
  /\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu)\b(?:[^\n:]{0,60}):[ \t]*(?=\n|$|>)/gi;
/** The same behind a sentence on one line, where a weekday, a time or an address tells it from a tale. */
const FLAT_WROTE =
  /(?<=[.?!)]\s{1,3})On\s(?=[^\n]{0,120}(?:\b(?:mon|tue|wed|thu|fri|sat|sun)|\d:\d\d|@))[^\n]{3,200}?\bwrote:/i;
/** How such a line begins, at the start of a line or behind a sentence. */
const WROTE_BEGINS = /(?:^|\n|[.?!][ \t]+)[ \t]*(?=(?:On|Am|Le|El|Il|Op|Den|Em)\s)/g;
/** How long such a line gets at the most, in characters; mail programs break it into two or three. */
const LONGEST_WROTE = 240;

/** A field of a mail's head, as it stands above a forwarded or answered mail. */
const FIELD =
  /^[ \t*]*(from|von|de|da|van|sent|gesendet|envoyé|enviado|date|datum|to|an|à|para|cc|bcc|subject|betreff|objet|asunto|reply-to)[ \t*]*:/i;
/** Dates alone have a 'From' and a 'To' too; one of these is in every mail's head. */
const TELLING_FIELD = /^[ \t*]*(?:sent|gesendet|envoyé|enviado|date|datum|subject|betreff|objet|asunto)[ \t*]*:/i;
const SENDER_FIELD = /^[ \t*]*(?:from|von|de|da|van)[ \t*]*:/i;
/** What mail programs draw or write above such a head. */
const HEAD_ABOVE =
  /^[ \t>]*(?:[-_=]{2,}[ \t]*(?:original|forwarded|weitergeleitete|ursprüngliche|message|nachricht|mail)?[^\n]{0,30}[-_=]{2,}|begin forwarded message:?|_{5,}|-{5,})[ \t]*$/i;

/** A rule with words in it that says whose text stands below: '--- my first mail ---', '----- from the report -----'. */
const NAMED_RULE =
  /^[ \t]*[-_=*~]{2,}[ \t>]*(?=[^\n]{0,60}\b(?:mail|e-?mail|message|nachricht|original|forward\w*|weitergeleitet\w*|report|ticket|thread|note|letter|chat|quote\w*|cop(?:y|ied)|past(?:e|ed)|excerpt|extract|wrote|earlier|previous|reply|answer|history)\b)[^\n]{3,60}?[ \t<]*[-_=*~]{2,}[ \t]*$/i;

/** The same head where all line breaks were lost. */
const FLAT_HEAD = /(?:^|\s)From: [^\n]{1,160}?\b(?:Sent|Date|To): [^\n]{1,200}?\bSubject: (?:(?:re|aw|fw|fwd|wg): )*/i;

/**
 * Parts what a mail's sender wrote from what is quoted: lines marked so, what stands below 'On … wrote:', and what stands
 * below the head of another mail. An answer written below a marked quotation is the sender's own.
 */
export function splitQuoted(text: string): MailParts {
  if (!text.includes('\n')) return splitFlat(text);
  const lines = text.split('\n');
  const wrote = firstWrote(text);
  const cut = Math.min(headAt(lines), wroteAt(text, lines));
  const above = lines.slice(cut).find((l) => SENDER_FIELD.test(l)) ?? '';
  const own: string[] = [];
  const quoted: string[] = [];
  for (const line of lines.slice(0, cut)) {
    if (QUOTED_LINE.test(line)) quoted.push(line.replace(QUOTED_LINE, ''));
    else own.push(line);
  }
  return {
    own: withoutRule(own).join('\n'),
    quoted: [...quoted, ...unwrapped(lines.slice(cut))].join('\n').trim(),
    above: above !== '' || !wrote ? above : text.slice(wrote.start, wrote.end).replace(/\s+/g, ' '),
  };
}

function splitFlat(text: string): MailParts {
  const marked = QUOTED_LINE.exec(text);
  if (marked) return { own: '', quoted: text.slice(marked[0].length), above: '' };
  const wrote = firstWrote(text) ?? flatWrote(text);
  if (wrote)
    return {
      own: text.slice(0, wrote.start),
      quoted: text.slice(wrote.end).replace(QUOTED_LINE, '').trim(),
      above: text.slice(wrote.start, wrote.end),
    };
  if (!text.includes('Subject:')) return { own: text, quoted: '', above: '' };
  const head = FLAT_HEAD.exec(text);
  return head
    ? { own: text.slice(0, head.index), quoted: text.slice(head.index + head[0].length), above: head[0].trim() }
    : { own: text, quoted: '', above: '' };
}

/** The line at which the head of another mail begins; past the end where there is none. */
function headAt(lines: readonly string[]): number {
  for (const [i, line] of lines.entries()) {
    if (NAMED_RULE.test(line) && lines.slice(i + 1).some((l) => l.trim() !== '')) return i;
    if (!SENDER_FIELD.test(line)) continue;
    if (!lines.slice(i + 1, i + 6).some((l) => TELLING_FIELD.test(l))) continue;
    let start = i;
    while (start > 0 && HEAD_ABOVE.test(lines[start - 1] ?? '')) start--;
    return start;
  }
  return lines.length;
}

/** The first line 'On … wrote:', by offsets; null where there is none. */
function firstWrote(text: string): { readonly start: number; readonly end: number } | null {
  for (const m of text.matchAll(WROTE)) {
    const from = Math.max(0, m.index - LONGEST_WROTE);
    const before = text.slice(from, m.index);
    const begins = [...before.matchAll(WROTE_BEGINS)].map((b) => from + b.index + b[0].length);
    const start = begins.findLast((at) => /[\d@]/.test(text.slice(at, m.index)));
    if (start !== undefined) return { start, end: m.index + m[0].length };
  }
  return null;
}

function flatWrote(text: string): { readonly start: number; readonly end: number } | null {
  const wrote = text.includes('wrote:') ? FLAT_WROTE.exec(text) : null;
  return wrote && { start: wrote.index, end: wrote.index + wrote[0].length };
}

/** The line at which an unmarked quotation begins under 'On … wrote:'; past the end where what follows is marked line by line. */
function wroteAt(text: string, lines: string[]): number {
  const wrote = firstWrote(text);
  if (!wrote) return lines.length;
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  const [first, last] = [lineOf(wrote.start), lineOf(wrote.end)];
  const next = lines.slice(last + 1).find((l) => l.trim() !== '');
  if (next === undefined || !QUOTED_LINE.test(next)) return first;
  for (let i = first; i <= last; i++) lines[i] = '';
  return lines.length;
}

/** What is quoted, without the head or the line above it. */
function unwrapped(lines: readonly string[]): readonly string[] {
  let at = 0;
  const isHead = (line: string) => line.trim() === '' || HEAD_ABOVE.test(line) || NAMED_RULE.test(line);
  while (at < lines.length && isHead(lines[at] ?? '')) at++;
  if (SENDER_FIELD.test(lines[at] ?? '')) {
    while (at < lines.length && FIELD.test(lines[at] ?? '')) at++;
    return lines.slice(at);
  }
  const rest = lines.slice(at).join('\n');
  const wrote = firstWrote(rest);
  return (wrote ? rest.slice(wrote.end) : rest).split('\n').map((l) => l.replace(QUOTED_LINE, ''));
}

/** A rule drawn above a quotation that has been cut off says nothing. */
function withoutRule(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((l) => l.trim() !== '');
  return last >= 0 && HEAD_ABOVE.test(lines[last] ?? '') ? lines.slice(0, last) : lines;
}
