import { LRUCache } from 'lru-cache';
import type { Day } from '../../domain/day.js';
import type { Nmc } from '../../domain/facts.js';
import type { PlanId } from '../../domain/ids.js';
import type { Knowledge, Plan } from '../../knowledge/knowledge.js';
import { bareCardNumber, cardClaims } from '../../understanding/card-claims.js';
import { identifyCard } from '../../understanding/card-evidence.js';
import { cardHint } from '../../understanding/card-pieces.js';
import { splitDevices } from '../../understanding/devices.js';
import { planFinder } from '../../understanding/plans/find-plans.js';
import { noPlan } from '../../understanding/plans/no-plan.js';
import { type ProductMention, productFinder } from '../../understanding/products/find-products.js';
import type { MendTypos } from '../../understanding/products/mend-typos.js';
import { namesMender } from '../../understanding/products/names-mender.js';
import { wordSet } from './cell-words.js';
import { type DateReader, dateReader } from './date-reader.js';
import { WHY } from './why.js';

/** What a cell says: nothing, a value, or something that cannot be taken, with the remedy. */
export type Reading<T> =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'unreadable'; readonly why: string };

/** A product, by the catalogue's name; with `options` it is a name that could be each of them. */
export interface FamilyValue {
  readonly name: string;
  readonly options: readonly string[] | null;
}

export interface PlanValue {
  readonly id: PlanId;
  readonly strength: number;
  /** It is only said to have been bought, so nothing tells whether it runs. */
  readonly isOnlyBought: boolean;
}

/** What a device shows of itself: a card, a product, or why no card can be told. */
export interface EvidenceValue {
  readonly nmc: Exclude<Nmc, 'none'> | null;
  readonly families: readonly FamilyValue[];
  readonly because: string | null;
}

/** Reads cells, each way of writing once: equal cells come again and again. Build it once for a run. */
export interface CellReaders {
  readonly family: (cell: string) => Reading<FamilyValue>;
  readonly nmc: (cell: string) => Reading<Nmc>;
  readonly evidence: (cell: string) => Reading<EvidenceValue>;
  readonly cardFirmware: (cell: string) => Reading<EvidenceValue>;
  readonly plan: (cell: string) => Reading<PlanValue>;
  readonly dates: DateReader;
}

/** Different cells that are remembered for a kind of column. */
const REMEMBERED = 20_000;
/** A name or a plan is shorter, and looking for misspelt ones in a long text takes long. What a device shows may be a page. */
const LONGEST_NAME = 300;
const LONGEST_EVIDENCE = 20_000;
const ONLY_MARKS = /^[-–—.\s]*$/;
const BLANK: Reading<never> = { kind: 'blank' };
const value = <T>(of: T): Reading<T> => ({ kind: 'value', value: of });
const unreadable = (why: string): Reading<never> => ({ kind: 'unreadable', why });

function remembered<T extends object>(read: (cell: string) => T): (cell: string) => T {
  const known = new LRUCache<string, T>({ max: REMEMBERED });
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const now = read(cell);
    known.set(cell, now);
    return now;
  };
}

/** Readers for lists of devices, as of a day. */
export function cellReaders(knowledge: Knowledge, asOf: Day): CellReaders {
  const { words } = knowledge.fleet;
  const isUnknown = wordSet(words.unknown);
  const mend = namesMender(knowledge);
  const families = familiesIn(knowledge, mend);
  const orUnknown =
    <T>(read: (cell: string) => Reading<T>) =>
    (cell: string): Reading<T> =>
      cell.trim() === '' || isUnknown(cell) ? BLANK : read(cell.trim());
  const orDash =
    <T>(read: (cell: string) => Reading<T>) =>
    (cell: string): Reading<T> =>
      ONLY_MARKS.test(cell) ? BLANK : read(cell);
  const evidence = evidenceReader(knowledge, families);
  return {
    family: remembered(
      orUnknown(
        orDash((cell) => {
          const [first, second] = cell.length > LONGEST_NAME ? [] : families(cell);
          if (first === undefined) return unreadable(WHY.noProduct);
          return second === undefined ? value(first) : unreadable(WHY.severalProducts);
        }),
      ),
    ),
    nmc: remembered(orUnknown(orDash(cardReader(knowledge)))),
    evidence: remembered(orUnknown(evidence)),
    cardFirmware: remembered(orUnknown((cell) => evidence(/^v?\d+(?:\.\d+)+$/i.test(cell) ? `AOS ${cell}` : cell))),
    plan: remembered(orUnknown(planReader(knowledge, mend))),
    dates: dateReader(words, isUnknown, asOf),
  };
}

const familyOf = (mention: ProductMention): FamilyValue =>
  mention.kind === 'product'
    ? { name: mention.product.name, options: null }
    : { name: mention.name.said, options: mention.name.options };

function familiesIn(knowledge: Knowledge, mend: MendTypos): (text: string) => readonly FamilyValue[] {
  const find = productFinder(knowledge.catalogue);
  return (text) => {
    const mended = mend(text);
    return splitDevices(mended, find(mended)).devices.flatMap(({ mention }) => (mention ? [familyOf(mention)] : []));
  };
}

function cardReader({ cards, fleet }: Knowledge): (cell: string) => Reading<Nmc> {
  const isNone = wordSet(fleet.words.noCard);
  return (whole) => {
    const cell = whole.slice(0, LONGEST_EVIDENCE);
    if (isNone(cell)) return value('none');
    const number = bareCardNumber(cell);
    if (number !== null) return number >= 1 && number <= 4 ? value(`NMC${number}` as Nmc) : unreadable(WHY.noSuchCard);
    const claims = cardClaims(cell);
    if (claims.some((c) => c.kind === 'no-such-card')) return unreadable(WHY.noSuchCard);
    if (claims.some((c) => c.kind === 'choice')) return unreadable(WHY.severalCards);
    const claimed = claims.flatMap((c) => (c.kind === 'card' ? [c.nmc] : []));
    const finding = identifyCard(cell, cards);
    const found = new Set(finding.nmc === 'unknown' ? claimed : [...claimed, finding.nmc]);
    const [only] = found;
    if (found.size > 1) return unreadable(WHY.severalCards);
    return only === undefined ? unreadable(finding.spans.length > 0 ? finding.because : WHY.noCard) : value(only);
  };
}

function evidenceReader(
  { cards }: Knowledge,
  families: (text: string) => readonly FamilyValue[],
): (cell: string) => Reading<EvidenceValue> {
  const mayShowCard = cardHint(cards);
  return (whole) => {
    const cell = whole.slice(0, LONGEST_EVIDENCE);
    const found = families(cell.slice(0, LONGEST_NAME));
    if (!mayShowCard(cell)) return found.length === 0 ? BLANK : value({ nmc: null, families: found, because: null });
    const { nmc, because, spans } = identifyCard(cell, cards);
    return value({
      nmc: nmc === 'unknown' ? null : nmc,
      families: found,
      because: nmc === 'unknown' && spans.length > 0 ? because : null,
    });
  };
}

function planReader(knowledge: Knowledge, mend: MendTypos): (cell: string) => Reading<PlanValue> {
  const { words } = knowledge.fleet;
  const isNone = wordSet(words.noPlan);
  const isOther = wordSet(words.otherPlan);
  const find = planFinder(knowledge.plans);
  const planBy = (is: (plan: Plan) => boolean) => knowledge.plans.find(is);
  const planValue = (plan: Plan | undefined, isOnlyBought = false): Reading<PlanValue> =>
    plan === undefined ? BLANK : value({ id: plan.id as PlanId, strength: plan.strength, isOnlyBought });
  const none = planValue(planBy((p) => p.id === 'none'));
  const other = planValue(planBy((p) => p.gives === 'open'));
  return (cell) => {
    if (isNone(cell)) return none;
    if (isOther(cell)) return other;
    if (cell.length > LONGEST_NAME) return unreadable(WHY.noPlan);
    const text = mend(cell);
    const { mentions, denied } = find(text);
    const named = mentions.filter((m) => m.status !== 'hypothetical');
    const [best] = named.filter((m) => m.status !== 'over').sort((a, b) => b.plan.strength - a.plan.strength);
    if (best) return planValue(best.plan, best.status === 'bought');
    if (named.length > 0 || noPlan(text).length > 0 || denied.length > 0) return none;
    return unreadable(mentions.length > 0 ? WHY.planNotHad : WHY.noPlan);
  };
}
