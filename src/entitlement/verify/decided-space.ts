import type { FactName } from '../../domain/facts.js';
import type { Covered } from '../../domain/verdict.js';
import { UNDETERMINED } from '../../domain/verdict.js';
import type { Row, Rules } from '../../knowledge/rules.js';
import type { Open } from '../open.js';
import { decideOpen } from '../outcomes.js';
import { agreementPlace, type Parts, type Places, type Space, type SpaceDay } from './space.js';

/** What is decided of a combination, as far as it is compared. */
export interface Decided {
  readonly outcome: string;
  readonly covered: Covered;
  readonly missing: readonly FactName[];
  /** Null where it is undetermined. */
  readonly row: Row | null;
  readonly byGround: boolean;
  /** The outcomes that are still possible: one where it is decided. */
  readonly possible: readonly string[];
}

/** One part of each kind, by number: all that a decision rests on. */
export interface PartNumbers {
  readonly cls: number;
  readonly card: number;
  readonly year: number;
  readonly agreement: number;
}

/** What the engine decides of every combination of parts. */
export interface DecidedSpace {
  readonly space: Space;
  readonly rules: Rules;
  readonly decided: readonly Decided[];
  /** By partsPlace: the number of what is decided. */
  readonly table: Uint16Array;
}

export function partsPlace({ cards, years, agreements }: Parts, n: PartNumbers): number {
  return ((n.cls * cards.length + n.card) * years.length + n.year) * agreements.length + n.agreement;
}

/** Every combination of parts, in the order of partsPlace. */
export function* everyParts(parts: Parts): Generator<PartNumbers> {
  for (let cls = 0; cls < parts.classes.length; cls++)
    for (let card = 0; card < parts.cards.length; card++)
      for (let year = 0; year < parts.years.length; year++)
        for (let agreement = 0; agreement < parts.agreements.length; agreement++) yield { cls, card, year, agreement };
}

/** What is open where these parts come together. */
export function openAt({ classes, cards, years, agreements }: Parts, n: PartNumbers): Open {
  const { plan, contract } = agreements[n.agreement] ?? { plan: [], contract: [] };
  return { class: classes[n.cls] ?? [], nmc: cards[n.card] ?? [], year: years[n.year] ?? [], plan, contract };
}

/** The parts of one combination. */
export function partsAt(day: SpaceDay, [family, nmc, commissioned, plan, start, end]: Places): PartNumbers {
  return {
    cls: day.classes[family] ?? 0,
    card: day.cards[nmc] ?? 0,
    year: day.years[commissioned] ?? 0,
    agreement: day.agreements[agreementPlace(day, plan, start, end)] ?? 0,
  };
}

export const decidedAt = ({ space, decided, table }: DecidedSpace, n: PartNumbers): Decided =>
  decided[table[partsPlace(space.parts, n)] ?? 0] as Decided;

/** Lets the engine decide every combination of parts. Some row must hold for every device (wholeDevices). */
export function decideSpace(space: Space, rules: Rules): DecidedSpace {
  const { parts } = space;
  const decided: Decided[] = [];
  const numbers = new Map<string, number>();
  const size = parts.classes.length * parts.cards.length * parts.years.length * parts.agreements.length;
  const table = new Uint16Array(size);
  let place = 0;
  for (const n of everyParts(parts)) {
    const outcome = decideOpen(openAt(parts, n), rules);
    const row = outcome.kind === 'decided' ? outcome.row : null;
    const missing = outcome.kind === 'undetermined' ? outcome.missing : [];
    const byGround = outcome.kind === 'decided' && outcome.grounds.length > 0;
    const possible = (outcome.kind === 'decided' ? [outcome.row] : outcome.open).map((r) => r.outcome);
    const key = [row?.id, outcome.covered, missing, byGround, possible].join(' ');
    const number = numbers.get(key) ?? decided.length;
    if (number === decided.length) {
      numbers.set(key, number);
      const verdict = { outcome: row?.outcome ?? UNDETERMINED, covered: outcome.covered, missing };
      decided.push({ ...verdict, row, byGround, possible });
    }
    table[place++] = number;
  }
  return { space, rules, decided, table };
}
