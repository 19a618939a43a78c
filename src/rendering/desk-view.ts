import type { DeskAsk, DeskTriage } from '../domain/desk.js';
import type { TicketAsk, Triage } from '../domain/ticket.js';
import { explainVerdict } from './explain-verdict.js';
import { capital, deviceWords } from './fact-words.js';
import type { Frame } from './reply-blocks.js';
import { draftBlocks } from './ticket-draft.js';
import { draftText } from './ticket-markup.js';
import { TICKET_NOTE } from './ticket-wording.js';
import { verdictSentence } from './verdict-blocks.js';
import { WORDING } from './wording.js';

/** A ticket's triage in the words in which triagers read it. */
export function deskTriage(triage: Triage, frame: Frame): DeskTriage {
  const { route, confidence, reasons, doubts, asks, missing, knowledgeVersion } = triage;
  return {
    route,
    confidence,
    reasons,
    doubts: doubts.map((doubt) => TICKET_NOTE.doubts[doubt]),
    asks: asks.map(deskAsk),
    missing: missing.map((fact) => WORDING.factNames[fact]),
    proposal: draftText(draftBlocks(triage, frame)),
    knowledgeVersion,
  };
}

function deskAsk(ask: TicketAsk): DeskAsk {
  const { kind, spans, confidence } = ask;
  return { kind, title: titleOf(ask), spans, confidence, device: ask.kind === 'entitlement' ? deviceOf(ask) : null };
}

function deviceOf({ facts, verdict }: Extract<TicketAsk, { kind: 'entitlement' }>): DeskAsk['device'] {
  const { outcome, covered } = verdict;
  return { facts, outcome, covered, says: verdictSentence(facts, verdict).text, trace: explainVerdict(facts, verdict) };
}

function titleOf(ask: TicketAsk): string {
  switch (ask.kind) {
    case 'faq':
      return ask.answer.title;
    case 'entitlement':
      return TICKET_NOTE.asks.entitlement(capital(deviceWords(ask.facts)));
    case 'out-of-scope':
      return ask.topics.length > 0
        ? ask.topics.map((topic) => TICKET_NOTE.asks.topic(topic.ask)).join('; ')
        : TICKET_NOTE.asks[ask.near ? 'outside' : 'unrelated'];
    case 'identify':
    case 'one-phase':
    case 'human':
    case 'smalltalk':
      return TICKET_NOTE.asks[ask.kind];
  }
}
