import type { Plan } from '../../knowledge/knowledge.js';
import { literal } from '../literal.js';
import { isDenied } from './no-plan.js';
import { type PlanStatus, statusOf } from './plan-status.js';
import { shortNames } from './short-names.js';

export interface PlanMention {
  readonly start: number;
  readonly end: number;
  readonly said: string;
  readonly plan: Plan;
  readonly status: PlanStatus;
}

export interface FoundPlans {
  readonly mentions: readonly PlanMention[];
  /** Plans that the text says there are not ('we don't have EcoCare'), by id. */
  readonly denied: readonly string[];
}

export type FindPlans = (text: string) => FoundPlans;

/**
 * Finds the plans named in texts. The longest name wins; names that are negated ('no service contract')
 * are left to noPlan. Build it once for a set of plans.
 */
export function planFinder(plans: readonly Plan[]): FindPlans {
  const patterns = plans.flatMap((plan) =>
    plan.names.map((name) => ({ plan, hints: partsOf(name.toLowerCase()), regex: nameRegex(name) })),
  );
  const byShortName = shortNames(plans);
  return (text) => {
    const lower = text.toLowerCase();
    const hinted = patterns.filter(({ hints }) => hints.every((hint) => lower.includes(hint)));
    const found = hinted.flatMap(({ plan, regex }) =>
      [...text.matchAll(regex)].map((m) => ({ start: m.index, end: m.index + m[0].length, said: m[0], plan })),
    );
    found.push(...byShortName(text));
    found.sort((a, b) => b.end - b.start - (a.end - a.start));
    const kept: typeof found = [];
    for (const m of found) if (kept.every((k) => m.end <= k.start || m.start >= k.end)) kept.push(m);
    const denied = kept.filter((m) => isDenied(text, m));
    return {
      denied: denied.map((m) => m.plan.id),
      mentions: kept
        .filter((m) => !denied.includes(m))
        .map((m): PlanMention => ({ ...m, status: statusOf(text, m) }))
        .sort((a, b) => a.start - b.start),
    };
  };
}

/** Where one is missing from a text in small letters, the name is too, and the slower pattern need not run. */
const partsOf = (name: string): readonly string[] => name.split(/[\s-]+/);

function nameRegex(name: string): RegExp {
  const body = partsOf(name).map(literal).join('[\\s-]*');
  const last = /\w$/.test(name) ? 's?(?![\\p{L}\\p{N}])' : '(?![\\p{L}\\p{N}])';
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}${last}`, 'giu');
}
