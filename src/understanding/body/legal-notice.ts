/** What legal notices, banners of mail gateways and pleas for the trees say, whoever has written them. */
const NOTICE = new RegExp(
  [
    String.raw`\b(?:this|the information (?:contained )?in this|the contents? of this) (?:e-?mail|message|communication|transmission)\b[^\n]{0,160}\b(?:confidential|privileged|intended (?:only|solely)|(?:intended )?recipients?|addressee)`,
    String.raw`\bif you (?:are not|aren['’]t) the (?:intended|named) (?:recipient|addressee)`,
    String.raw`\bif you (?:have )?received? this (?:e-?mail|message|communication) (?:in error|by mistake)`,
    String.raw`\bplease (?:consider|think of) the environment\b`,
    String.raw`\bthink before (?:you )?print`,
    String.raw`\b(?:e-?mail|message|sender)\b[^\n]{0,40}\boutside (?:of )?(?:the|our|your) (?:organi[sz]ation|company|network)`,
    String.raw`\b(?:originated|comes|came|was sent) (?:from )?outside\b`,
    String.raw`\bdo not click (?:on )?(?:any )?links?\b`,
    String.raw`\b(?:scanned|checked) (?:for viruses )?by\b[^\n]{0,40}\b(?:antivirus|virus|security|gateway)\b`,
    String.raw`\bvirus[- ]free\b`,
    String.raw`\bregistered (?:office|in england|company)\b[^\n]{0,120}\d`,
    String.raw`\bdiese e-?mail\b[^\n]{0,120}\bvertraulich`,
  ].join('|'),
  'i',
);

/** What stands in front of a notice, as a heading of it. */
const HEADING = /^\W*(?:confidentiality (?:notice|note)|legal (?:notice|disclaimer)|disclaimer)\b[ \t]*(?:[:.–—-]|$)/i;

/** What gateways put in front of a mail or of its subject. */
const TAG = /^\s*\[(?:external|extern|ext|caution)\][ \t]*/i;

/** The sentence's start: behind the stop before it, or where the line begins. */
const SENTENCE_STARTS = /[.?!]["”)]?\s+(?=\S)/g;

/** A line up to the notice in it; a notice runs on to the end of its line. */
function lineBefore(line: string): string {
  if (HEADING.test(line)) return '';
  const notice = NOTICE.exec(line);
  if (!notice) return line;
  const starts = [...line.slice(0, notice.index + 1).matchAll(SENTENCE_STARTS)];
  const last = starts.at(-1);
  const before = last ? line.slice(0, last.index + last[0].length) : '';
  // 'CAUTION:' and the like in front of the notice belong to it.
  return before.replace(/\b(?:caution|warning|external|attention|notice)\b\W*$/i, '').trimEnd();
}

/** A text without its legal notices; a heading takes the rest of its paragraph along. */
export function withoutNotices(text: string): string {
  if (TAG.test(text)) return withoutNotices(text.replace(TAG, ''));
  if (!/mail|message|print|virus|register|disclaimer|notice|communication|outside/i.test(text)) return text;
  let inNotice = false;
  const lines = text.split('\n').map((line) => {
    if (line.trim() === '') inNotice = false;
    else if (inNotice || HEADING.test(line)) {
      inNotice = true;
      return '';
    }
    return lineBefore(line);
  });
  return lines.join('\n');
}
