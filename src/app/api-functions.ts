import type { LoadedAssistant } from '../assistant/load-assistant.js';
import { EMPTY_SESSION } from '../assistant/session.js';
import type { ApiFunctions } from '../channels/api/routes.js';
import type { Day } from '../domain/day.js';
import { decide } from '../entitlement/decide.js';
import { toContract } from '../rendering/contract.js';
import { explainVerdict } from '../rendering/explain-verdict.js';
import type { Frame } from '../rendering/reply-blocks.js';
import { toTriageContract } from '../rendering/ticket-contract.js';
import { triage } from '../triage/triage.js';
import { identifyCard } from '../understanding/card-evidence.js';
import { withResolvedFamily } from '../understanding/products/resolve-family.js';

export interface ApiParts {
  readonly loaded: LoadedAssistant;
  readonly suggest: ApiFunctions['suggest'];
  /** Of answers that are kept nowhere. */
  readonly frame: Frame;
  readonly today: () => Day;
  /** Milliseconds, from any fixed point. */
  readonly now: () => number;
}

/** What the API answers from: each looks at the knowledge in use at the moment. */
export const apiFunctions = ({ loaded, suggest, frame, today, now }: ApiParts): ApiFunctions => ({
  ask: async (text, on) => {
    const started = now();
    const turn = await loaded.assistant.turn(EMPTY_SESSION, { text }, on);
    return toContract(turn.reply, now() - started, frame);
  },
  entitle: (given, asOf) => {
    const facts = withResolvedFamily(given, loaded.understand, asOf);
    const verdict = decide(facts, asOf, loaded.knowledge.rules);
    return { ...verdict, explanation: explainVerdict(facts, verdict) };
  },
  identify: (evidence) => {
    const { nmc, because, source, confidence } = identifyCard(evidence, loaded.knowledge.cards);
    return { nmc, because, source, confidence };
  },
  triage: async (ticket) => toTriageContract(await triage(ticket, loaded.parts), frame),
  suggest: (typed) => suggest(typed),
  today,
  planIds: () => loaded.knowledge.plans.map((p) => p.id),
});
