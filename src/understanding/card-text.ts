/** A piece of a text: `said` is what stands from `start` to `end` (exclusive, in UTF-16 units). */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly said: string;
}

/** A text to be read for card evidence, in two spellings of the same length, so that offsets hold in both. */
export interface CardText {
  readonly text: string;
  /** Dashes as '-', and O as 0 in each word that holds a digit: the two are swapped in part numbers. */
  readonly spelled: string;
}

/** The text, with the spelling that part numbers and hardware codes are looked for in. */
export function cardText(text: string): CardText {
  const dashes = text.replace(/[\u2010-\u2015]/g, '-');
  const spelled = dashes.replace(/[A-Za-z_-]*\d[\w-]*/g, (word) => word.replace(/o/gi, '0'));
  return { text, spelled };
}

/** Where a pattern was found, with the groups that matched. */
export interface Found extends Span {
  readonly groups: Readonly<Record<string, string | undefined>>;
}

/**
 * Every place of `within` (one spelling of the text) where the pattern is found, in order; of a pattern with a group
 * named `part`, where that group stands. White space and full stops at the end are not counted in.
 */
export function findAll(pattern: RegExp, source: CardText, within: keyof CardText, part?: string): readonly Found[] {
  return [...source[within].matchAll(pattern)].map((match) => {
    const place = part === undefined ? undefined : match.indices?.groups?.[part];
    const [start, end] = place ?? [match.index, match.index + match[0].length];
    const said = source.text.slice(start, end).replace(/[\s.]+$/, '');
    return { start, end: start + said.length, said, groups: match.groups ?? {} };
  });
}

/** A template of the data with its slots filled; line breaks and runs of blanks in them become one blank. */
export function filled(template: string, slots: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => slots[name]?.replace(/\s+/g, ' ') ?? slot);
}
