import type { FactName, Facts } from '../domain/facts.js';
import type { RouteReason, TicketAsk, TicketDoubt, TicketRoute, TicketSpan, Triage } from '../domain/ticket.js';
import type { Verdict } from '../domain/verdict.js';
import type { Frame } from './reply-blocks.js';
import { draftBlocks } from './ticket-draft.js';
import { draftText, htmlOf, markdownOf } from './ticket-markup.js';

/** An ask as programs outside read it; names are fixed. */
export interface ContractAsk {
  readonly kind: TicketAsk['kind'];
  readonly ids?: readonly string[];
  readonly facts?: Facts;
  readonly verdict?: Verdict;
  readonly near?: boolean;
  readonly topics?: readonly string[];
  readonly confidence: number;
  /** The words of the ticket that it rests on. */
  readonly spans: readonly TicketSpan[];
}

/** A ticket's triage as programs outside read it. */
export interface ContractTriage {
  readonly asks: readonly ContractAsk[];
  readonly route: TicketRoute;
  readonly missing: readonly FactName[];
  /** The draft as plain text; empty for what nobody answers. */
  readonly reply: string;
  readonly confidence: number;
  /** A person should look at it before anything is sent; `doubts` says why. */
  readonly look: boolean;
  readonly doubts: readonly TicketDoubt[];
  /** Every rule of routing that held; the first decided. */
  readonly reasons: readonly RouteReason[];
  readonly drafts: { readonly text: string; readonly markdown: string; readonly html: string };
  readonly knowledgeVersion: string;
}

function asked(ask: TicketAsk): ContractAsk {
  const base = { kind: ask.kind, confidence: rounded(ask.confidence), spans: ask.spans };
  switch (ask.kind) {
    case 'faq':
      return { ...base, ids: [ask.answer.id] };
    case 'entitlement':
      return { ...base, facts: ask.facts, verdict: ask.verdict };
    case 'out-of-scope':
      return { ...base, near: ask.near, topics: ask.topics.map((t) => t.id) };
    default:
      return base;
  }
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** A ticket's triage in the form that programs outside read, with the draft in three forms. */
export function toTriageContract(triage: Triage, frame: Frame): ContractTriage {
  const { route, missing, doubts, reasons, knowledgeVersion } = triage;
  const blocks = draftBlocks(triage, frame);
  const text = draftText(blocks);
  return {
    asks: triage.asks.map(asked),
    route,
    missing,
    reply: text,
    confidence: rounded(triage.confidence),
    look: doubts.length > 0,
    doubts,
    reasons,
    drafts: { text, markdown: markdownOf(blocks), html: htmlOf(blocks) },
    knowledgeVersion,
  };
}
