import { NAME } from './names.js';

/** Whom a greeting addresses, beside people by their names. */
const ADDRESSEE =
  '(?:there|all|team|folks|guys|everyone|everybody|again|colleagues|support|helpdesk|bot|assistant|sir(?:s)?(?:(?: or |\\s*/\\s*)madam)?|madam|ladies and gentlemen|friends?|(?:(?:the|dear) )?(?:[\\p{L}]+ ){0,2}(?:team|support|helpdesk|service desk|bot|assistant))';
/** A stop, or a dash with blanks round it; a list's dash on the next line is none. */
const STOP = '(?:[ \\t]*[,.!:;…]+|[ \\t]+[-–—](?=[ \\t]))';
const END = `(?:${STOP}\\s*|\\s*\\n\\s*)`;

const GREETING = `(?:hi+|hello|hey+a?|hiya|hallo|howdy|greetings|moin|yo|good (?:morning|day|afternoon|evening)|g['’]day)(?![\\p{L}\\p{N}'’-])(?: to (?:you|all|everyone|everybody)(?: all)?| from \\p{Lu}\\p{L}+)?`;
const OF_DAY = '(?:morning|afternoon|evening)(?=[ \\t]*[,.!\\n]| (?:all|team|everyone|folks)(?![\\p{L}\\p{N}]))';
const THANKS =
  "(?:(?:many|ok(?:ay)?,?|great,?|perfect,?) )?(?:thanks|thank you|thx|thnx|tnx|ty|cheers|merci|danke|much appreciated)(?:,? (?:so|very) much| mate| guys|,? a (?:lot|million|bunch|ton)|,? again|,? in advance|,? all|,? (?:that|this) (?:helps|helped|is (?:helpful|great|clear|good))(?: a lot)?| (?:for|and) (?:that|this|it|the|your|all|getting|clearing|looking|answering)(?: [\\p{L}'’]+){0,5}(?=[.,!:;\\n]|$))*";
const SIZE = '(?:quick|short|small|brief|simple|little|general|easy|stupid|silly|dumb|basic)';
const MORE = '(?:one|a|an|another|two|some|more|further|other|last|final|next|second|third|follow-?up)';
const ANNOUNCEMENT = `(?:(?:just|only|and|oh|sorry,|i have|i['’]ve(?: got)?|i got|we have|got|there is) )*(?:${MORE} )*(?:(?:very |really )?${SIZE} )*(?:more )?(?:questions?|quer(?:y|ies)|q|qs)(?: (?:please|for you|for the (?:bot|team)|from (?:me|us|my side)))?`;
const MORE_THINGS = `(?:(?:just|and|only|oh|sorry),? )*(?:one (?:more|last|other) thing|(?:two|three|four|some|a few|a couple of|\\d) (?:things|points)(?: please)?|one more|${SIZE} (?:one|thing))`;
const ASKING =
  '(?:may|can|could) i (?:just |quickly )?ask(?: you)?(?: something| (?:a|one) (?:quick |short )?(?:question|thing))?';

/** Openings, each up to where what is asked begins. */
const OPENINGS = [
  `${ADDRESSEE},\\s*`,
  `(?:(?:${GREETING}|${OF_DAY})(?:,? ${ADDRESSEE}(?![\\p{L}\\p{N}]))?|dear ${ADDRESSEE})${END}`,
  "(?:i |we )?(?:hope|trust) (?:(?:that )?(?:you|all|everything|everyone|everybody|this|things)(?:['’]re|['’]s)?)[^.!?\\n,:;]{0,60}(?:[.!,:;]+\\s*|\\n\\s*)",
  "(?:how are you|how['’]?s it going|how do you do)(?: (?:doing|today|all|this (?:morning|afternoon|evening)))*[ \\t]*[?!.,]+\\s*",
  'to whom it may concern[,.:]*\\s*',
  `${THANKS}${END}`,
  `(?:great|perfect|super|nice|cool|awesome|excellent|lovely|brilliant|wonderful|fantastic|good|good to know|got it|i see|understood|makes sense|that helps|very helpful|alright|all right|ok(?:ay)?)${STOP}\\s+(?=\\S)`,
  '(?:ok(?:ay)?|alright|well|hm+|ah|oh|great|thanks|thx|cheers)\\s+(?=(?:and|so|but|then|now|what|how|who|when|where|why|which|is|are|do|does|can|could|will)\\b)',
  `${ANNOUNCEMENT}${END}`,
  `${MORE_THINGS}[ \\t]*(?:[:;]|[ \\t][-–—](?=[ \\t]))\\s*`,
  `${ASKING}[ \\t]*[?:,.]+\\s*`,
  '(?:sorry|apologies) (?:to (?:bother|disturb|trouble)|for (?:bothering|disturbing|troubling|the))[^.,:!?\\n]{0,40}[.,:!]\\s*',
  '(?:excuse me|pardon)[,.!]\\s*',
  '@[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,40}(?:[ \\t](?:bot|assistant|helper|support)(?![\\p{L}\\p{N}]))?(?:[,:]\\s*|\\s+)',
].map((source) => new RegExp(`^(?:${source})`, 'iu'));

/** Openings that nothing parts from what follows; they are taken for such only before some words. */
const BARE_OPENING = new RegExp(
  `^(?:(?:${GREETING}|${OF_DAY})(?: ${ADDRESSEE}(?![\\p{L}\\p{N}]))?|dear ${ADDRESSEE}(?![\\p{L}\\p{N}]))\\s+`,
  'iu',
);
const LEAST_WORDS = 4;

/** 'Hi Jane,' and 'Dear Ms Doe,': people are told from products by their capitals and the stop behind. */
const NAMED = new RegExp(
  `^(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|[Gg]ood (?:morning|day|afternoon|evening))(?: (?:[Mm]rs?|[Mm]s|[Dd]r)\\.?)? ${NAME}${END}`,
  'u',
);

const GOODBYE =
  "(?:bye(?:[ -]bye)?|goodbye|see you(?: soon| later)?|take care|have a (?:nice|good|great|lovely)(?: rest of (?:the|your))? (?:day|evening|weekend|week|one)|(?:i['’]m |i am |we are )?looking forward to (?:your|hearing)[^.?!\\n]{0,40})";
/** Thanks and goodbyes at the end, with the name that they are signed with. */
const CLOSING = new RegExp(`(?<=^|[\\s.,!?;:…)])(?:${THANKS}|${GOODBYE}|tia|ta)(?:[ \\t]*[.,!–—-]*\\s*)$`, 'iu');
/** Asks for an answer and for nothing in particular. */
const PLEA =
  /(?<=[.?!\n]\s{0,3})(?:please|pls|kindly) (?:advise|help|assist|respond|reply|answer|(?:let (?:me|us) know|get back to (?:me|us)))(?: (?:me|us|back|asap|soon|urgently|at your earliest convenience))*[\s.!,]*$/i;
/** A name that somebody signs with, behind thanks. */
const SIGNED = new RegExp(`(?<=[.,!–—\\n-]\\s{0,3})${NAME}(?:[ \\t]*\\([^()\\n?]{1,40}\\))?[ \\t.]*$`, 'u');
/** How far from the end a closing can begin, in characters. */
const CLOSING_REACH = 160;

/** Words of somebody who only says that it is well. */
const KIND_WORDS =
  /^(?:great|good|nice|perfect|super|cool|awesome|excellent|help|helpful|helped|helps|very|really|so|much|a|lot|appreciated|clear|all|now|that|this|was|is|it|you|your|for|the|answer|answers|info|got|ok|okay|understood|alright|right|sure|fine|no|not|needed|thanks|thank|thx|job|work|bot|then|and|i|am|we|are|happy|done|set|any|more|questions?|else|nothing|them|those|these|both|of|stuff|well|to|know|sense|makes)$/i;

const PRAISE =
  /\b(?:great|good|nice|perfect|super|cool|awesome|excellent|helpful|helped|helps|clear|understood|thanks|thank|thx|appreciated)\b/i;

/** Whether a text only says thanks, that all is well, or nothing at all. */
export const isOnlyKind = (text: string): boolean =>
  (text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? []).every((word) =>
    KIND_WORDS.test(word.replace(/['’]\p{L}+$/u, '')),
  );

/** A text without greetings, thanks and announcements in front and without thanks and goodbyes behind; what is left may be nothing. */
export function withoutPleasantries(text: string): string {
  return withoutClosing(withoutOpening(text.trim()));
}

function withoutOpening(text: string): string {
  let rest = text;
  for (;;) {
    const taken = openingOf(rest);
    if (taken === 0) return rest;
    rest = rest.slice(taken).trimStart();
  }
}

function openingOf(text: string): number {
  const named = NAMED.exec(text) ?? praise(text);
  if (named) return named[0].length;
  for (const opening of OPENINGS) {
    const found = opening.exec(text);
    if (found) return found[0].length;
  }
  const bare = BARE_OPENING.exec(text)?.[0].length ?? 0;
  return bare > 0 && text.slice(bare).split(/\s+/, LEAST_WORDS).length >= LEAST_WORDS ? bare : 0;
}

/** 'Great stuff. That is clear!': a sentence that only says that all is well; 'No.' is an answer. */
function praise(text: string): RegExpExecArray | null {
  const sentence = /^[^.!?\n]{1,60}(?:[.!]+\s+|\n\s*)(?=\S)/.exec(text);
  return sentence && PRAISE.test(sentence[0]) && isOnlyKind(sentence[0]) ? sentence : null;
}

function withoutClosing(text: string): string {
  let rest = text;
  for (;;) {
    const at = closingAt(rest);
    if (at === rest.length) return rest;
    rest = rest.slice(0, at).trimEnd();
  }
}

/** Where the last closing begins; the end where there is none. 'No thanks' is an answer. */
function closingAt(text: string): number {
  const from = Math.max(0, text.length - CLOSING_REACH);
  const tail = text.slice(from);
  const unsigned = tail.replace(SIGNED, '');
  const plea = PLEA.exec(tail);
  if (plea && plea.index > 0) return from + plea.index;
  for (const end of unsigned === tail ? [tail] : [tail, unsigned]) {
    const closing = CLOSING.exec(end);
    if (closing && !/\bno,?\s*$/i.test(end.slice(0, closing.index))) return from + closing.index;
  }
  return text.length;
}
