import type { Product } from '../knowledge/catalogue.js';
import type { Span } from './clauses.js';
import { sentenceAt } from './clauses.js';
import type { ProductMention } from './products/find-products.js';

/** A device that a text speaks of: the product named for it, or none, and the stretch that names it. */
export interface NamedDevice {
  readonly mention: ProductMention | null;
}

/** Something found in a text that belongs to one device or to several. */
export interface Placed extends Span {}

/** Words that make a statement speak of all devices named. */
const ALL =
  /\b(?:both|neither|for either|either of (?:them|these|those|the two)|none of (?:them|these|those)|all|each|every|they|these|together)\b/i;

/** Several devices that will be named. */
const SEVERAL =
  /\b(?:two|three|four|five|both|several|\d+|all|these|following) (?:[\w-]+ ){0,2}(?:machines|units|devices|systems|ups(?:es|s)?|ones|pdus?)\b/i;

const OTHERS = /\b(?:others?|more|further|another|additional|neighbou?r\w*|their|his|her)\b/i;

/** The same at the start of a sentence, of all that it names. */
const ALL_FIRST = /^\W*(?:both|all|each|every)\b/i;

const nameOf = (m: ProductMention): string => (m.kind === 'product' ? m.product.name : m.name.said);

/** 'our Symmetra, a PX2': a name that could be several, and one of the products that it could be, are one device. */
function isSameDevice(a: ProductMention, b: ProductMention): boolean {
  if (nameOf(a) === nameOf(b)) return true;
  if (a.kind === 'product' && b.kind === 'product' && a.product.class === b.product.class) {
    if (a.product.generic || b.product.generic) return true;
  }
  if (a.kind === 'ambiguous' && b.kind === 'product') return a.name.options.includes(b.product.name);
  if (b.kind === 'ambiguous' && a.kind === 'product')
    return b.name.options.includes(a.product.name) || isShortFor(b.name.said, a.product);
  return (
    a.kind === 'ambiguous' &&
    b.kind === 'ambiguous' &&
    a.name.options.some((o) => b.kind === 'ambiguous' && b.name.options.includes(o))
  );
}

/** 'A single-phase Easy UPS', 'an Easy UPS SRV 3 kVA (1-phase)': a class beside a name that could be several is said of it. */
function isKindOf(
  text: string,
  { mention, places }: { readonly mention: ProductMention; readonly places: readonly Span[] },
  next: ProductMention,
): boolean {
  const generic = (m: ProductMention) => m.kind === 'product' && m.product.generic && m.product.class === 'one-phase';
  const pair = (mention.kind === 'ambiguous' && generic(next)) || (generic(mention) && next.kind === 'ambiguous');
  const last = places.at(-1);
  return pair && last !== undefined && BESIDE.test(text.slice(last.end, next.start));
}
const BESIDE = /^(?!.*\b(?:and|or|plus|also|three|3[ -]?ph\w*)\b)[^.?!;]{0,30}$/i;

/** 'Our Symmetra' behind a Symmetra LX, which no name of several stands for. */
const isShortFor = (said: string, { name, class: kind }: Product): boolean =>
  kind === 'one-phase' && name.toLowerCase().startsWith(`${said.toLowerCase()} `);

const isSpecific = (m: ProductMention): boolean => m.kind === 'product' && !m.product.generic;

/** Classes of product names that stand beside a real name without being a device of their own ('1-phase'). */
export interface DeviceSplit {
  readonly devices: readonly NamedDevice[];
  /** The devices that something found at this place belongs to, as indexes; all of them where it speaks of all. */
  readonly ownersOf: (place: Placed) => readonly number[];
}

/** Tells the devices of a text apart, and which of them a fact at some place belongs to. */
export function splitDevices(text: string, mentions: readonly ProductMention[]): DeviceSplit {
  const groups: { mention: ProductMention; places: Span[] }[] = [];
  for (const mention of mentions) {
    const same = groups.find((g) => isSameDevice(g.mention, mention) || isKindOf(text, g, mention));
    if (!same) groups.push({ mention, places: [mention] });
    else {
      same.places.push(mention);
      const tells = same.mention.kind === 'ambiguous' && mention.kind === 'product';
      if (tells || (!isSpecific(same.mention) && isSpecific(mention))) same.mention = mention;
    }
  }
  if (groups.length <= 1) return { devices: [{ mention: groups[0]?.mention ?? null }], ownersOf: () => [0] };
  const places = groups.flatMap((g, i) => g.places.map((p) => ({ ...p, device: i }))).sort((a, b) => a.start - b.start);
  const everyone = groups.map((_, i) => i);
  return {
    devices: groups.map((g) => ({ mention: g.mention })),
    ownersOf: (place) => {
      const sentence = sentenceAt(text, place.start);
      const inSentence = places.filter((p) => p.start >= sentence.start && p.start < sentence.end);
      const said = text.slice(sentence.start, sentence.end);
      if (inSentence.length === 0 && (ALL.test(said) || (SEVERAL.test(said) && !OTHERS.test(said)))) return everyone;
      const before = inSentence.filter((p) => p.start < place.start);
      const last = before.at(-1);
      if (last) return listedWith(text, before, place.start, said);
      const next = inSentence.find((p) => p.start >= place.end);
      // 'On 5 March two machines were commissioned, a VS and a PX'
      if (next && SEVERAL.test(text.slice(place.end, next.start))) return [...new Set(inSentence.map((p) => p.device))];
      if (next) return [next.device];
      const counted = countedIn(said, groups.length);
      if (counted !== null) return [counted];
      const earlier = places.filter((p) => p.start < place.start).at(-1);
      return earlier ? [earlier.device] : [places[0]?.device ?? 0];
    },
  };
}

const COUNTED = /^\W*(?:(?:and|while|whereas|but) )?(?:the|our) (first|former|second|latter|other|third)\b/i;
const PLACES: Readonly<Record<string, number>> = { first: 0, former: 0, second: 1, latter: 1, other: 1, third: 2 };

/** 'The second was commissioned on …': which device in the order of their names; null where a sentence counts none, or more than there are. */
function countedIn(sentence: string, count: number): number | null {
  const word = COUNTED.exec(sentence)?.[1]?.toLowerCase();
  if (word === undefined || (count !== 2 && /^(?:former|latter|other)$/.test(word))) return null;
  const at = PLACES[word] ?? count;
  return at < count ? at : null;
}

/** 'VS and VL, both NMC3' and 'VS, VX and VL with NMC3': what follows a bare list belongs to all of the list. */
function listedWith(
  text: string,
  before: readonly (Span & { readonly device: number })[],
  at: number,
  sentence: string,
): readonly number[] {
  const owners: number[] = [];
  let end = at;
  for (const place of [...before].reverse()) {
    const between = text.slice(place.end, end);
    const isList =
      owners.length === 0 || /^\s*(?:,|and|&|\+|\/|or|plus|,\s*and)\s*(?:an?|the|our|one|two|\d+)?\s*$/i.test(between);
    if (!isList) break;
    owners.push(place.device);
    end = place.start;
  }
  const last = before.at(-1);
  const ofAll = ALL_FIRST.test(sentence) || ALL.test(text.slice(last?.end ?? at, at));
  return owners.length > 1 || !ofAll ? [...new Set(owners)] : [...new Set(before.map((b) => b.device))];
}
