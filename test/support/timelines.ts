import { day } from '../../src/domain/day.js';
import { type Facts, parseFacts } from '../../src/domain/facts.js';
import type { Timeline } from '../../src/domain/timeline.js';
import { decide } from '../../src/entitlement/decide.js';
import { timelineOf } from '../../src/entitlement/timeline.js';
import { projectKnowledge } from './knowledge.js';

/** Facts as a case writes them, checked. */
export function factsOf(said: Readonly<Record<string, string | undefined>>): Facts {
  const { plans } = projectKnowledge();
  const facts = parseFacts(
    said,
    plans.map((p) => p.id),
  );
  if (!facts.ok) throw new Error(facts.problems.map((p) => p.message).join());
  return facts.value;
}

/** The timeline of some facts by the project's own rules. */
export function timelineFor(said: Readonly<Record<string, string | undefined>>, asOf: string): Timeline | null {
  const { rules } = projectKnowledge();
  const facts = factsOf(said);
  return timelineOf(facts, decide(facts, day(asOf), rules), rules);
}
