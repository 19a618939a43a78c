import { FACT_NAMES, type FactName } from '../../domain/facts.js';
import { questionOrder } from '../../entitlement/question-order.js';
import type { Check, CounterExample } from '../../entitlement/verify/check.js';
import { type DecidedSpace, decidedAt, openAt, partsAt, partsPlace } from '../../entitlement/verify/decided-space.js';
import { type Narrower, narrowerOn } from '../../entitlement/verify/narrower.js';
import { factsAt, type Places, type SpaceDay } from '../../entitlement/verify/space.js';
import { nextFact } from '../next-question.js';

/** What is known in an interview, and which facts the asker said not to know. */
interface Standing {
  readonly places: Places;
  readonly declined: readonly FactName[];
}

const START: Standing = { places: [0, 0, 0, 0, 0, 0], declined: [] };

/** One day's interviews: what leads on from each standing, and what is wrong with asking there. */
class Interviews {
  private readonly narrower: Narrower;
  /** In which order is asked, by what is open. */
  private readonly orders = new Map<number, readonly FactName[]>();
  constructor(
    private readonly decided: DecidedSpace,
    readonly day: SpaceDay,
  ) {
    this.narrower = narrowerOn(day, decided.rules);
  }

  private at = (places: Places) => decidedAt(this.decided, partsAt(this.day, places));

  fact({ places, declined }: Standing): FactName | null {
    const { space, rules } = this.decided;
    const parts = partsAt(this.day, places);
    const place = partsPlace(space.parts, parts);
    const order = this.orders.get(place) ?? questionOrder(this.at(places).missing, openAt(space.parts, parts), rules);
    this.orders.set(place, order);
    return nextFact(
      { declined },
      order.map((fact) => ({ fact })),
    );
  }

  /** Every answer: each value that says more than what is known, and that it is not known. */
  answers({ places, declined }: Standing, fact: FactName): readonly Standing[] {
    const f = FACT_NAMES.indexOf(fact);
    const more = this.narrower[fact][places[f] ?? 0] ?? [];
    const answered = more.map((place) => ({ places: places.with(f, place) as unknown as Places, declined }));
    return [...answered, { places, declined: [...declined, fact] }];
  }

  /** What is wrong with this standing, or null. */
  problem(standing: Standing, fact: FactName | null): string | null {
    const { places, declined } = standing;
    const { row, possible } = this.at(places);
    if (fact === null)
      return row === null && declined.length === 0 ? 'nothing is left to ask, and nothing is decided' : null;
    const f = FACT_NAMES.indexOf(fact);
    if (this.day.values[fact][places[f] ?? 0]?.kind === 'definite') return `${fact} is asked and is known`;
    if (row !== null) return `${fact} is asked though ${row.outcome} is decided`;
    const matters = this.answers(standing, fact).some((a) => this.at(a.places).possible.join() !== possible.join());
    return matters ? null : `${fact} is asked, and no answer to it changes what is possible`;
  }
}

/** Every interview there can be, from knowing nothing: each question put by nextFact, each answer given in turn. */
export function onlyWhatMattersIsAsked(decided: DecidedSpace): Check {
  let cases = 0;
  let against: CounterExample | null = null;
  for (const day of decided.space.days) {
    const interviews = new Interviews(decided, day);
    const seen = new Set<string>();
    // First in, first out: the first thing that is wrong is one that the fewest answers lead to.
    let wave: readonly Standing[] = [START];
    while (wave.length > 0) {
      const next: Standing[] = [];
      for (const standing of wave) {
        const key = `${standing.places.join()} ${standing.declined.join()}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const fact = interviews.fact(standing);
        const problem = interviews.problem(standing, fact);
        cases++;
        if (problem !== null)
          against ??= {
            says: `In an interview ${problem}${standing.declined.length > 0 ? ` (not known: ${standing.declined.join(', ')})` : ''}.`,
            devices: [{ asOf: day.asOf, facts: factsAt(day, standing.places) }],
            rows: [],
          };
        if (fact !== null) next.push(...interviews.answers(standing, fact));
      }
      wave = next;
    }
  }
  return {
    id: 'interview',
    proves:
      'The interview asks only for what is open and can change what is possible, and ends; where nothing is left unknown, with an outcome.',
    cases,
    against,
  };
}
