import type { FactName } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { TicketAsk, TicketSpan, Triage } from '../domain/ticket.js';
import { type Covered, UNDETERMINED } from '../domain/verdict.js';
import { citationsOf } from './blocks.js';
import { dateWords } from './date-words.js';
import { capital, deviceWords } from './fact-words.js';
import { MESSAGE_EXTENSION_WORDING } from './message-extension-wording.js';
import { missingWords } from './missing-words.js';
import type { Frame } from './reply-blocks.js';
import { draftBlocks } from './ticket-draft.js';
import { draftText } from './ticket-markup.js';
import { gapSentences, verdictSentence } from './verdict-blocks.js';
import { WORDING } from './wording.js';

/** A line of a sheet; `beside` is said under it, more quietly: the words that it rests on. */
export interface SheetLine {
  readonly text: string;
  readonly beside: string;
}

export interface SheetSection {
  readonly title: string;
  readonly lines: readonly SheetLine[];
}

/** What was made of a message, in words for whoever is to answer it. */
export interface TriageSheet {
  /** At least one line each. */
  readonly sections: readonly SheetSection[];
  /** The draft as plain text, with its sources at the end; empty: nobody answers this. */
  readonly draft: string;
  /** The questions that the draft rests on, each with its title. */
  readonly sources: readonly string[];
}

const { triage: SAYS, asks: ASKS, routes: ROUTES, doubts: DOUBTS, answerAfterLook } = MESSAGE_EXTENSION_WORDING;

/** Longer words of the message are not repeated in full, in characters. */
const LONGEST_QUOTE = 160;
/** So many stretches of the message are repeated under one line. */
const MOST_QUOTES = 5;

/** The sheet of a triage: doubts first, then what is asked, its devices, what is missing, where it goes, and the draft. */
export function triageSheet(triage: Triage, frame: Frame): TriageSheet {
  const { asks, doubts } = triage;
  const sections = [
    { title: SAYS.look, lines: doubts.map((doubt) => line(DOUBTS[doubt])) },
    { title: SAYS.asked, lines: asks.map((ask) => line(askWords(ask), quotes(SAYS.rests, ask.spans))) },
    { title: SAYS.devices, lines: asks.flatMap(deviceLines) },
    { title: SAYS.missing, lines: missingLines(triage) },
    { title: SAYS.route, lines: [routeLine(triage)] },
  ];
  const blocks = draftBlocks(triage, frame);
  const titles = new Map(citationsOf(blocks).map(({ question, title }) => [question, title]));
  return {
    sections: sections.filter(({ lines }) => lines.length > 0),
    draft: draftText(blocks),
    sources: [...titles]
      .sort(([a], [b]) => a - b)
      .map(([question, title]) => (question === 0 ? SAYS.introduction : SAYS.source(question, title))),
  };
}

const line = (text: string, beside = ''): SheetLine => ({ text, beside });

function askWords(ask: TicketAsk): string {
  switch (ask.kind) {
    case 'faq':
      return ask.answer.title;
    case 'entitlement':
      return ASKS.entitlement(deviceWords(ask.facts));
    case 'out-of-scope': {
      const [topic] = ask.topics;
      if (!ask.near) return ASKS.far;
      return topic ? ASKS.belongs(topic.ask) : ASKS.near;
    }
    default:
      return ASKS[ask.kind];
  }
}

/** A verdict in a sentence, with the day that it holds for; of a single-phase device what the rules say instead. */
function deviceLines(ask: TicketAsk): readonly SheetLine[] {
  if (ask.kind === 'one-phase') return ask.sentences.slice(0, 1).map(({ text }) => line(text));
  if (ask.kind !== 'entitlement') return [];
  const { facts, verdict } = ask;
  const isOpen = verdict.outcome === UNDETERMINED;
  const asOf = WORDING.asOf(dateWords(verdict.asOf as string as PartialDate));
  const said = isOpen ? SAYS.open(deviceWords(facts), missingWords(verdict)) : verdictSentence(facts, verdict).text;
  const anyway = !isOpen ? '' : (ANYWAY[verdict.covered] ?? '');
  const beside = [anyway, ...verdict.contradictions.map((c) => c.text), ...gapSentences(verdict).map((s) => s.text)];
  return [line(`${asOf}: ${said}`, beside.filter((text) => text !== '').join(' '))];
}

/** What follows already where the outcome is open. */
const ANYWAY: Readonly<Partial<Record<Covered, string>>> = {
  no: WORDING.notCoveredAnyway,
  yes: WORDING.coveredAnyway,
};

function missingLines({ asks, missing }: Triage): readonly SheetLine[] {
  if (!asks.some((ask) => ask.kind === 'entitlement')) return [];
  if (missing.length === 0) return [line(SAYS.nothingMissing)];
  return missing.map((fact: FactName) => line(capital(WORDING.ticket.facts[fact]), WORDING.howToFind[fact]));
}

function routeLine({ route, reasons, doubts }: Triage): SheetLine {
  const [because] = reasons;
  const where = route === 'auto-answer' && doubts.length > 0 ? answerAfterLook : ROUTES[route];
  if (!because) return line(where);
  return line(
    where,
    SAYS.because(
      because.says,
      quotes((words) => words, because.spans),
    ),
  );
}

function quotes(says: (words: string) => string, spans: readonly TicketSpan[]): string {
  const words = [...new Set(spans.map(({ text }) => shortened(text)))].slice(0, MOST_QUOTES);
  return words.length === 0 ? '' : says(words.map((w) => `"${w}"`).join(', '));
}

function shortened(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  const letters = [...folded];
  return letters.length <= LONGEST_QUOTE ? folded : `${letters.slice(0, LONGEST_QUOTE).join('').trimEnd()} …`;
}
