import { onePhaseSentences } from '../assistant/one-phase.js';
import { openedAnswer, plainAnswer } from '../assistant/opened-answer.js';
import { entryById } from '../assistant/reply-parts.js';
import { asksForCover, nameOf } from '../assistant/route.js';
import type { AssistantParts } from '../assistant/turn.js';
import type { Day } from '../domain/day.js';
import { ENTRY } from '../domain/entry-roles.js';
import type { EntryId } from '../domain/ids.js';
import type { TicketAsk, TicketSpan } from '../domain/ticket.js';
import { decide } from '../entitlement/decide.js';
import type { Asked } from './ask-reader.js';
import type { TicketDevice } from './devices.js';
import { asksForSetting, asksOutright } from './question-shapes.js';
import { namesPerson, opensCase } from './wishes.js';

export interface AskMaker {
  readonly parts: AssistantParts;
  readonly received: Day;
  /** Where words of the ticket stand. */
  readonly spansOf: (words: readonly string[]) => readonly TicketSpan[];
}

/** From here on what a question is like is taken, where a person looks at it before it goes out. */
const LIKELY = 0.5;
/** The same for a statement, and for a wish for a person, which many words are like. */
const LIKELY_STATEMENT = 0.8;
/** The same for a statement with a question in it: 'nobody could say what that is'. */
const LIKELY_ASKING = 0.7;

/** Where the first two come to less, an entry is only the least unlike of all. */
const LIKELY_TOGETHER = 0.43;
/** The same for the kind that asks for the card. */
const LIKELY_KIND = 0.25;

/** The asks that one piece of a ticket comes to; none where nothing in it can be taken for one. */
export function asksOf(asked: Asked, devices: readonly TicketDevice[], maker: AskMaker): readonly TicketAsk[] {
  const { parts } = maker;
  const base = { said: asked.words.join(' '), spans: maker.spansOf(asked.words), confidence: asked.match.confidence };
  if (onlyDescribes(asked)) return [];
  const { route } = asked.settled && !isWeak(asked) ? asked : { route: likelyRoute(asked) };
  switch (route.kind) {
    case 'faq':
      return route.ids.flatMap((id) => {
        const entry = entryById(parts.knowledge, id);
        return entry
          ? [{ ...base, kind: 'faq', answer: openedAnswer(entry, asked.text, parts.opening(id, asked.text)) }]
          : [];
      });
    case 'entitlement':
      return devices.map((device) => deviceAsk(device, asked.words, asked.match.confidence, maker));
    case 'identify': {
      const entry = entryById(parts.knowledge, ENTRY.showsCard);
      return [{ ...base, kind: 'identify', answer: entry && plainAnswer(entry) }];
    }
    case 'one-phase':
      return [{ ...base, kind: 'one-phase', sentences: onePhaseSentences(parts.knowledge, null) }];
    case 'out-of-scope':
      return [{ ...base, kind: 'out-of-scope', near: true, topics: topicsOf(asked, parts) }];
    case 'human':
      return [{ ...base, kind: 'human' }];
    case 'clarify':
    case 'smalltalk':
      return [];
  }
}

/** A device with its verdict as of the day of the ticket; one of single phase belongs to the other FAQ. */
export function deviceAsk(
  device: TicketDevice,
  words: readonly string[],
  confidence: number,
  maker: AskMaker,
): TicketAsk {
  const { facts, notices, couldBe } = device;
  const verdict = decide(facts, maker.received, maker.parts.knowledge.rules);
  const base = { said: words.join(' '), spans: maker.spansOf([...words, ...device.words]), confidence };
  if (verdict.outcome === 'one-phase') {
    return { ...base, kind: 'one-phase', sentences: onePhaseSentences(maker.parts.knowledge, facts.family ?? null) };
  }
  return { ...base, kind: 'entitlement', facts, verdict, notices, couldBe };
}

/** A wish that names a device is none for its cover, unless it says so: 'we want to swap the card of our …'. */
const onlyDescribes = ({ form, route, match, text, ofCover }: Asked): boolean =>
  form !== 'question' &&
  route.kind === 'entitlement' &&
  (match.decision === 'decline' || match.ranked[0]?.label !== 'kind:entitlement' || match.confidence < LIKELY_ASKING) &&
  !ofCover &&
  !asksForCover(text);

/** A statement that is a little like an entry asks nothing. */
const isWeak = ({ form, route, match, text }: Asked): boolean =>
  form !== 'question' &&
  route.kind === 'faq' &&
  match.confidence < (asksOutright(text) ? LIKELY_ASKING : LIKELY_STATEMENT);

/** What an unsure piece most likely asks for: smalltalk where nothing is likely. */
function likelyRoute({ route, match, form, text }: Asked): Asked['route'] {
  const [top] = match.ranked;
  const least = form === 'question' && route.kind !== 'human' ? LIKELY : LIKELY_STATEMENT;
  if (!top || match.confidence < least) return { kind: 'smalltalk' };
  const together = top.score + (match.ranked[1]?.score ?? 0);
  if (route.kind === 'identify' && (top.score < LIKELY_KIND || asksForSetting(text))) return { kind: 'smalltalk' };
  if (top.group === 'entry' && together < LIKELY_TOGETHER) return { kind: 'smalltalk' };
  if (route.kind === 'human' && !namesPerson(text) && !opensCase(text)) return { kind: 'smalltalk' };
  // One entry alone came close.
  const near = route.kind === 'out-of-scope' && match.decision === 'offer' && top.group === 'entry';
  if (near) return { kind: 'faq', ids: [nameOf(top.label) as EntryId] };
  if (route.kind === 'clarify')
    return top.group === 'entry' ? { kind: 'faq', ids: route.ids.slice(0, 1) } : { kind: 'smalltalk' };
  return route;
}

function topicsOf(
  { match }: Asked,
  { knowledge }: AssistantParts,
): Extract<TicketAsk, { kind: 'out-of-scope' }>['topics'] {
  const [top] = match.ranked;
  const topic = top?.group === 'boundary' ? knowledge.boundaries.get(nameOf(top.label)) : undefined;
  return topic?.near ? [{ id: topic.id, says: topic.says, ask: topic.ask }] : [];
}

/** Asks for the same taken together, in the order of their first; what the FAQ does not answer is one. */
export function together(asks: readonly TicketAsk[]): readonly TicketAsk[] {
  const kept: TicketAsk[] = [];
  for (const ask of asks) {
    const at = kept.findIndex((k) => isSame(k, ask));
    const same = kept[at];
    if (same === undefined) kept.push(ask);
    else kept[at] = joined(same, ask);
  }
  return kept;
}

function isSame(a: TicketAsk, b: TicketAsk): boolean {
  if (a.kind === 'faq' && b.kind === 'faq') return a.answer.id === b.answer.id;
  if (a.kind === 'entitlement' && b.kind === 'entitlement') return a.facts === b.facts;
  // Where the card is shown is answered alike, whether for anybody or for the asker's device.
  const ofCard = [a, b].every(
    (ask) => ask.kind === 'identify' || (ask.kind === 'faq' && ask.answer.id === ENTRY.showsCard),
  );
  return ofCard || (a.kind === b.kind && a.kind !== 'faq' && a.kind !== 'entitlement');
}

function joined(a: TicketAsk, b: TicketAsk): TicketAsk {
  const spans = [...a.spans, ...b.spans].filter(
    (s, i, all) => all.findIndex((o) => o.field === s.field && o.start === s.start) === i,
  );
  const said = [a.said, b.said].filter((words, i, all) => words !== '' && all.indexOf(words) === i).join(' ');
  const both = { said, spans, confidence: Math.max(a.confidence, b.confidence) };
  if (a.kind !== 'out-of-scope' || b.kind !== 'out-of-scope') return { ...a, ...both };
  const topics = [...a.topics, ...b.topics.filter((t) => a.topics.every((o) => o.id !== t.id))];
  return { ...a, ...both, topics };
}
