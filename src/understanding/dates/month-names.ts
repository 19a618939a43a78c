/** January to December; full names and short forms in English, German, Dutch, French and Spanish, full ones in Italian, Portuguese and Polish, without accents. */
const NAMES: readonly (readonly [full: string, short: string])[] = [
  ['january januar janner januari janvier enero gennaio janeiro stycznia', 'jan janv ene'],
  ['february februar februari fevrier febrero febbraio fevereiro lutego', 'feb febr fev fevr'],
  ['march marz maerz maart mars marzo marco marca', 'mar mrz mrt'],
  ['april avril abril aprile kwietnia', 'apr avr abr'],
  ['may mai mei mayo maggio maio maja', ''],
  ['june juni juin junio giugno junho czerwca', 'jun'],
  ['july juli juillet julio luglio julho lipca', 'jul juil'],
  ['august augustus aout agosto sierpnia', 'aug'],
  ['september septembre septiembre setiembre settembre setembro wrzesnia', 'sep sept'],
  ['october oktober octobre octubre ottobre outubro pazdziernika', 'oct okt'],
  ['november novembre noviembre novembro listopada', 'nov'],
  ['december dezember decembre diciembre dicembre dezembro grudnia', 'dec dez dic'],
];

/** Names that are also persons, verbs or adjectives: alone they need a sign that a date is meant. */
const ALSO_OTHERWISE = new Set(
  'march mars may mai mei april abril avril june juin august mayo marco maja maio'.split(' '),
);

export interface MonthName {
  /** 1 to 12. */
  readonly month: number;
  readonly short: boolean;
  /** True where the word alone is surely a month. */
  readonly sure: boolean;
}

const BY_NAME = new Map<string, MonthName>();
NAMES.forEach(([full, short], index) => {
  const month = index + 1;
  for (const word of full.split(' ')) BY_NAME.set(word, { month, short: false, sure: !ALSO_OTHERWISE.has(word) });
  for (const word of short.split(' ')) if (word) BY_NAME.set(word, { month, short: true, sure: false });
});

const ENGLISH: readonly string[] = NAMES.map(([full]) => full.split(' ')[0] ?? '');

/** Words one slip away from a month that are words of their own. */
const NO_TYPO = new Set('match marsh mach macho marcha marc arch augusta'.split(' '));

/** The month that a folded word names exactly. */
export const monthNamed = (word: string): MonthName | null => BY_NAME.get(word) ?? null;

/**
 * The month that a folded word names with one slip (a letter too few, too many, wrong, or two swapped), first
 * letter right. Only for words beside a day or a year. Short names need a word of five letters: `jully`, not `jury`.
 */
export function monthMistyped(word: string): MonthName | null {
  if (word.length < 4 || word.length > 10 || NO_TYPO.has(word) || BY_NAME.has(word)) return null;
  const index = ENGLISH.findIndex(
    (name) => name[0] === word[0] && (name.length > 4 || word.length > 4) && name.length > 3 && oneSlip(name, word),
  );
  return index < 0 ? null : { month: index + 1, short: false, sure: false };
}

function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
