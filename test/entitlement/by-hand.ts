import { addDays, addYears, parseISO } from 'date-fns';

/*
 * The rules a second time, written straight down: each unknown is replaced by every value that it could
 * have, day by day, and each complete device is decided by hand. Slow, and shares nothing with the engine.
 */
const iso = (d: Date) =>
  [d.getFullYear(), d.getMonth() + 1, d.getDate()].map((n) => String(n).padStart(2, '0')).join('-');
export const shifted = (d: string, n: number): string => iso(addDays(parseISO(d), n));
export const yearsOn = (d: string, n: number): string => iso(addYears(parseISO(d), n));

/** A product for each class. */
export const CLASS: Readonly<Record<string, string>> = {
  'Galaxy VS': 'listed',
  'Rack ATS': 'excluded',
  'Back-UPS': 'one-phase',
  'Symmetra MW': 'unlisted',
};
const COVERING = ['advantage-plus', 'advantage-prime', 'advantage-ultra', 'ecocare-advanced-plus', 'ecocare'];

/** A device of which all is known. */
export interface Whole {
  readonly class: string;
  readonly nmc: string;
  readonly commissioned: string;
  readonly plan: string;
  readonly start: string;
  readonly end: string | null;
}

/** Its outcome and `covered` on a day. */
export function decideByHand(w: Whole, on: string): readonly [string, string] {
  if (w.class === 'one-phase') return ['one-phase', 'unknown'];
  if (w.class === 'excluded') return ['not-eligible-product', 'no'];
  if (w.nmc === 'NMC2') return ['not-eligible-nmc2', 'no'];
  if (w.nmc === 'NMC1' || w.nmc === 'none') return ['not-eligible-nmc', 'no'];
  if (w.class === 'unlisted') return ['not-listed', 'unknown'];
  if (w.commissioned === 'not-yet' || w.commissioned > on) return ['not-started', 'not-yet'];
  if (on < yearsOn(w.commissioned, 1)) return ['included', 'yes'];
  const contradiction = w.end !== null && (w.start === 'in-effect' ? w.end < on : w.end < w.start);
  const running = (w.start === 'in-effect' || w.start <= on) && (w.end === null || w.end >= on);
  if (COVERING.includes(w.plan) && running && !contradiction) return ['covered-by-plan', 'yes'];
  return w.plan === 'stand-alone-visit' ? ['covered-by-visit', 'at-visit'] : ['expired', 'no'];
}

function daysOf(date: string): readonly string[] {
  if (date.includes('|')) return date.split('|').flatMap(daysOf);
  const [from, to] = date.includes('/')
    ? date.split('/')
    : date.length === 7
      ? [`${date}-01`, shifted(`${iso(addDays(parseISO(`${date}-01`), 31)).slice(0, 7)}-01`, -1)]
      : [date, date];
  const days: string[] = [];
  for (let d = from ?? ''; d <= (to ?? ''); d = shifted(d, 1)) days.push(d);
  return days;
}

/** Days that stand for 'any day at all': far off, and around every turning point. */
const anyDay = (on: string) => {
  const anniversary = yearsOn(on, -1);
  return ['1999-01-01', ...[-2, -1, 0, 1, 2].flatMap((n) => [shifted(anniversary, n), shifted(on, n)]), '2090-01-01'];
};

function completions(facts: Readonly<Record<string, string>>, on: string): readonly Whole[] {
  const one = <T>(known: T | undefined, all: readonly T[]) => (known === undefined ? all : [known]);
  const classes = one(facts.family === undefined ? undefined : CLASS[facts.family], Object.values(CLASS));
  const cards = one(facts.nmc, ['NMC1', 'NMC2', 'NMC3', 'none']);
  const commissioned =
    facts.commissioned === undefined
      ? ['not-yet', ...anyDay(on)]
      : facts.commissioned === 'not-yet'
        ? ['not-yet']
        : daysOf(facts.commissioned);
  const isOther = facts.plan === 'other';
  const plans =
    facts.plan === undefined
      ? ['none', 'advantage-plus', 'stand-alone-visit']
      : isOther
        ? ['none', 'advantage-plus']
        : [facts.plan];
  const ends = facts.contractEnd === undefined ? [null] : daysOf(facts.contractEnd);
  const starts =
    facts.contractStart === 'in-effect' || (facts.contractStart === undefined && isOther)
      ? ['in-effect']
      : facts.contractStart === undefined
        ? ['in-effect', ...anyDay(on), ...ends.flatMap((e) => (e === null ? [] : [e, shifted(e, 1)]))]
        : daysOf(facts.contractStart);
  return classes.flatMap((c) =>
    cards.flatMap((nmc) =>
      commissioned.flatMap((com) =>
        plans.flatMap((plan) =>
          starts.flatMap((start) => ends.map((end) => ({ class: c, nmc, commissioned: com, plan, start, end }))),
        ),
      ),
    ),
  );
}

/** Outcome, `covered` and what is missing, of facts of which some may be unknown or partial. */
export function byHand(facts: Readonly<Record<string, string>>, on: string) {
  const cls = facts.family === undefined ? undefined : CLASS[facts.family];
  const ground =
    cls === 'one-phase'
      ? ['one-phase', 'unknown']
      : cls === 'excluded'
        ? ['not-eligible-product', 'no']
        : facts.nmc === 'NMC2'
          ? ['not-eligible-nmc2', 'no']
          : facts.nmc === 'NMC1' || facts.nmc === 'none'
            ? ['not-eligible-nmc', 'no']
            : cls === 'unlisted'
              ? ['not-listed', 'unknown']
              : null;
  if (ground) return { outcome: ground[0], covered: ground[1], missing: [] };
  const all = completions(facts, on).map((w) => ({ w, d: decideByHand(w, on) }));
  const outcomes = new Set(all.map((a) => a.d[0]));
  const covered = new Set(all.map((a) => a.d[1]));
  const shared = covered.size === 1 ? all[0]?.d[1] : 'unknown';
  if (outcomes.size === 1) return { outcome: all[0]?.d[0], covered: shared, missing: [] };
  const facets = ['family', 'nmc', 'commissioned', 'plan', 'contractStart', 'contractEnd'];
  const missing = facets.filter((_, facet) => {
    const groups = new Map<string, string>();
    return all.some(({ w, d }) => {
      const values = [w.class, w.nmc, w.commissioned, w.plan, w.start, w.end];
      values[facet] = null;
      const rest = values.join(' ');
      const before = groups.get(rest);
      groups.set(rest, d[0]);
      return before !== undefined && before !== d[0];
    });
  });
  return { outcome: 'undetermined', covered: shared, missing };
}
