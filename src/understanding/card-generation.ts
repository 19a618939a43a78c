const ORDER = ['', 'one|first|1st|i', 'two|second|2nd|ii', 'three|third|3rd|iii', 'four|fourth|4th|iv'];
const NUMBER = '([1-4]|one|two|three|four|i{1,3}|iv)';
/** In front of the kind: 'one type of card' and 'two generations' count. */
const ORDINAL = '(first|second|third|fourth|1st|2nd|3rd|4th)';
/** What a number of the card is called; versions are the firmware's, as a rule. */
const KIND = '(?:gen(?:eration)?\\.?|type)';
const CARD =
  '(?:(?:network|management|nmc|snmp|communication|web)[\\s-]+)*(?:cards?(?!\\s*(?:slot|reader))|nmc(?!\\s*\\d))';
/** 'Generation 2 or 3' tells none. */
const NO_OTHER = `(?!\\s*(?:or|/|,|and|to|[-–])\\s*(?:an?\\s+|the\\s+)?(?:[1-4]|two|three|four|second|third|fourth|2nd|3rd|4th)\\b)`;
const NOT_AFTER = '(?<![\\p{L}\\p{N}.])(?<!\\b(?:or|and)\\s)(?<!/)';

const BEHIND_CARD = `(?<=(?<![\\p{L}\\p{N}])${CARD}(?:,|:|\\s+(?:is|are|has|being))?\\s*(?:(?:an?|the|of|in|from|its|our|very)\\s+)*)`;

/** The generation of a card told in words rather than by its short name: 'third-generation card', 'type 4 network card', 'card of generation 3'. */
const FORMS: readonly RegExp[] = [
  `${NOT_AFTER}${ORDINAL}[\\s-]+${KIND}[\\s-]+(?:of (?:the |its |your )?)?${CARD}(?![\\p{L}\\p{N}])`,
  `${NOT_AFTER}${KIND}[\\s-]+${NUMBER}(?!\\.\\d)[\\s-]+(?:of (?:the |its |your )?)?${CARD}(?![\\p{L}\\p{N}])`,
  `${BEHIND_CARD}${ORDINAL}[\\s-]+${KIND}(?![\\p{L}\\p{N}])`,
  `${BEHIND_CARD}${KIND}[\\s:-]+${NUMBER}(?![\\p{L}\\p{N}]|\\.\\d)`,
  // 'The card is a number 3'
  `(?<=(?<![\\p{L}\\p{N}])cards? (?:is|was|are) an? )(?:number|no\\.?) ?${NUMBER}(?![\\p{L}\\p{N}]|\\.\\d)`,
].map((source) => new RegExp(source + NO_OTHER, 'giu'));

/** Without it no form need be tried. */
const NAMES_CARD = /cards?\b|nmc/i;

/** One telling of a generation, 1 to 4. */
export interface ToldGeneration {
  readonly index: number;
  readonly said: string;
  readonly generation: number;
}

/** Where a text tells the generation of a card in words; several that overlap are one. */
export function toldGenerations(text: string): readonly ToldGeneration[] {
  const told: ToldGeneration[] = [];
  if (!NAMES_CARD.test(text)) return told;
  for (const form of FORMS)
    for (const m of text.matchAll(form)) {
      const free = told.every((t) => m.index >= t.index + t.said.length || m.index + m[0].length <= t.index);
      if (free) told.push({ index: m.index, said: m[0], generation: numberOf(m[1] ?? '') });
    }
  return told;
}

const numberOf = (said: string): number =>
  /\d/.test(said) ? Number(said[0]) : ORDER.findIndex((names) => names.split('|').includes(said.toLowerCase()));
