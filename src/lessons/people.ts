import { NAME as FIRST } from '../understanding/body/names.js';

/** A name with whatever further names follow it. */
const NAME = String.raw`${FIRST}(?:[ \t]+\p{Lu}[\p{L}'’-]*)*`;

const LETTERS = String.raw`\p{L}[\p{L}'’-]*`;
const TITLE = '(?:[Mm]rs?|MRS?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof(?:essor)?|[Hh]err|[Ff]rau|[Mm]onsieur|[Mm]adame|[Mm]me)';
const GREETING = '(?:[Hh]i+|[Hh]ello|[Hh]ey|[Dd]ear|[Hh]allo|[Gg]ood (?:morning|day|afternoon|evening))';
const CUE =
  "(?:[Mm]y name is|[Mm]y name['’]s|I am called|[Cc]/o|[Aa]sk for|[Ss]peak to|[Ss]poke to|[Ss]poke with|(?:[Mm]y|[Oo]ur) (?:colleague|boss|manager)|[Ss]igned by)";
const FIELD = '(?:[Ff]rom|[Tt]o|[Cc]c|[Aa]ttn|[Rr]equester|[Nn]ame|[Cc]ontact(?: person)?|[Ss]igned|[Cc]ustomer)';

/** Where people are named, by what stands beside the name; each has one group, which is the name. */
export const NAMED_PEOPLE: readonly RegExp[] = [
  // 'Mr Doe', 'dr. jane doe'.
  new RegExp(`(?<![\\p{L}\\p{N}])${TITLE}\\.?[ \\t]+(?<name>${LETTERS}(?:[ \\t]+\\p{Lu}[\\p{L}'’.-]*)*)`, 'dgu'),
  // 'Hi Jane,'
  new RegExp(
    `(?:^|(?<=\\n|[.!?]\\s))${GREETING}[ \\t,]+(?<name>${LETTERS}(?:[ \\t]+${LETTERS})?)(?=[ \\t]*[,!.:;\\n–-])`,
    'dgu',
  ),
  // 'My name is Jane Doe', 'From: Jane Doe'.
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${CUE}|${FIELD}[ \\t]?:)[ \\t]+(?<name>${NAME})`, 'dgu'),
  // 'This is Jane from Acme'; 'this is Secure NMC' is no person.
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:[Tt]his is|I am|I['’]m)[ \\t]+(?<name>${NAME})(?=[ \\t]*(?:,|\\.|from|here|of|with|at)(?![\\p{L}\\p{N}]))`,
    'dgu',
  ),
  // 'Thanks, Jane' at the end.
  new RegExp(
    `(?<=(?:[Tt]hanks|[Tt]hank you|[Rr]egards|[Cc]heers|[Rr]gds|BR|br|[Ss]incerely|[Gg]reetings)[ \\t]*[,.!–-]*\\s+)(?<name>${NAME})[ \\t.]*$`,
    'dgu',
  ),
  // A name alone on the last line.
  new RegExp(`(?<=\\S[ \\t]*\\n\\s*)(?<name>${NAME})[ \\t.]*$`, 'dgu'),
  // '@jane'
  /(?<![\p{L}\p{N}])@(?<name>[\p{L}\p{N}._-]+)/dgu,
];
