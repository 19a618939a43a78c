import type { TicketAsk, Triage } from '../domain/ticket.js';
import type { Frame } from './reply-blocks.js';

const asked = (ask: TicketAsk) => {
  const base = { kind: ask.kind, confidence: rounded(ask.confidence), spans: ask.spans };
  if (ask.kind === 'faq') return { ...base, ids: [ask.answer.id] };
  if (ask.kind === 'entitlement') return { ...base, facts: ask.facts, verdict: ask.verdict };
  return ask.kind === 'out-of-scope' ? { ...base, near: ask.near, topics: ask.topics.map((t) => t.id) } : base;
};

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** A ticket's triage in the form that programs outside read. */
export function toTriageContract(triage: Triage, _frame: Frame) {
  return {
    asks: triage.asks.map(asked),
    route: triage.route,
    missing: triage.missing,
    reply: '',
    confidence: rounded(triage.confidence),
    look: triage.doubts.length > 0,
    doubts: triage.doubts,
    reasons: triage.reasons,
    knowledgeVersion: triage.knowledgeVersion,
  };
}
