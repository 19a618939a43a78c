import { FACT_NAMES } from '../../domain/facts.js';
import type { AskedDevice } from './check.js';
import { everyParts, type PartNumbers, partsAt, partsPlace } from './decided-space.js';
import { factsAt, type Places, type Space, type SpaceDay } from './space.js';

interface Found {
  readonly day: SpaceDay;
  readonly places: Places;
}

const NONE: Places = [0, 0, 0, 0, 0, 0];
const bits = (set: number) => FACT_NAMES.filter((_, i) => set & (1 << i)).length;
const SETS = [...Array(1 << FACT_NAMES.length).keys()];

/** The places of a fact's values of that kind. */
function placesOf(day: SpaceDay, fact: number, kind: 'definite' | 'partial'): readonly number[] {
  const name = FACT_NAMES[fact];
  return name === undefined ? [] : day.values[name].flatMap((v, i) => (v.kind === kind ? [i] : []));
}

/** All combinations on a day that know these facts, and of these only so much. */
function* combinations(day: SpaceDay, known: number, partly: number, fact = 0, places = NONE): Generator<Places> {
  if (fact === FACT_NAMES.length) yield places;
  else if (!(known & (1 << fact))) yield* combinations(day, known, partly, fact + 1, places);
  else
    for (const place of placesOf(day, fact, partly & (1 << fact) ? 'partial' : 'definite'))
      yield* combinations(day, known, partly, fact + 1, places.with(fact, place) as unknown as Places);
}

/** The smallest combination of which `isWrong` holds: fewest known facts, then fewest partial ones, then the first values; or null. */
export function smallest(space: Space, isWrong: (day: SpaceDay, places: Places) => boolean): Found | null {
  for (let size = 0; size <= FACT_NAMES.length; size++)
    for (let parts = 0; parts <= size; parts++)
      for (const known of SETS.filter((s) => bits(s) === size))
        for (const partly of SETS.filter((s) => bits(s) === parts && (s & known) === s))
          for (const day of space.days)
            for (const places of combinations(day, known, partly)) if (isWrong(day, places)) return { day, places };
  return null;
}

/**
 * The smallest combination whose parts are wrong. Each combination of parts is judged at most once, and none of the
 * facts is looked at where none of them is wrong.
 */
export function smallestOfParts(
  space: Space,
  isWrong: (parts: PartNumbers) => boolean,
): { readonly device: AskedDevice; readonly parts: PartNumbers } | null {
  const wrong = Uint8Array.from(everyParts(space.parts), (n) => (isWrong(n) ? 1 : 0));
  if (!wrong.includes(1)) return null;
  const found = smallest(space, (day, places) => wrong[partsPlace(space.parts, partsAt(day, places))] === 1);
  if (!found) return null;
  const { day, places } = found;
  return { device: { asOf: day.asOf, facts: factsAt(day, places) }, parts: partsAt(day, places) };
}
