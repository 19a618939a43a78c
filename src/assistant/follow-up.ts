import type { Match } from '../answering/matcher.js';
import type { Facts } from '../domain/facts.js';
import type { EntryId } from '../domain/ids.js';
import { currentDevice } from '../interview/state.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { askedFor, type Named, onlyNamed } from '../understanding/ellipsis.js';
import { isBareQuestion, leansBack } from '../understanding/leaning.js';
import { picksOf } from '../understanding/picks.js';
import { isOnePhaseOnly, nameOf, type Route, routeOf, settledKey, sureTopic } from './route.js';
import type { LastTurn, Session } from './session.js';
import type { TurnInput } from './turn.js';

/** A message read together with the turn before it. */
export interface ReadTogether {
  readonly route: Route;
  readonly confidence: number;
  /** What the two ask for together, as it would stand by itself. */
  readonly asked: string;
}

/** The entries that a message picks from an offer: by a title, or 'the second one'. */
export function pickedEntries(text: string, session: Session, knowledge: Knowledge): readonly EntryId[] {
  const said = text.trim().toLowerCase();
  const byTitle = knowledge.entries.find((e) => e.title.toLowerCase() === said || e.short.toLowerCase() === said);
  if (byTitle) return [byTitle.id];
  return picksOf(text, session.offered.length, true).flatMap((i) => session.offered[i] ?? []);
}

/** More text than this is not carried on from turn to turn, in characters. */
const LONGEST_CARRIED = 300;
/** Small talk that the matcher is less sure of than this may as well be a question that leans on the turn before. */
const SURE_SMALLTALK = 0.9;

/**
 * Reads a message with the turn before it, where it says too little by itself; null where it stands by itself, or where the
 * two together are not sure either. `own`: what it is by itself.
 */
export async function readTogether(turn: TurnInput, own: Route): Promise<ReadTogether | null> {
  const { session, understood, read } = turn;
  const { last } = session;
  if (last === null) return null;
  const named = onlyNamed(understood, read);
  if (named) return repeatedFor(named, turn, last, own);
  if (isBareQuestion(understood.text)) return isSureSmalltalk(turn.match) ? null : joined(turn, last, true);
  return leansBack(understood.text) && isUnsure(own, turn) ? joined(turn, last, false) : null;
}

const isSureSmalltalk = (match: Match): boolean =>
  match.ranked[0]?.label === 'kind:smalltalk' && match.confidence >= SURE_SMALLTALK;

const isUnsure = (own: Route, { match, understood }: TurnInput): boolean =>
  own.kind === 'clarify' ||
  (own.kind === 'out-of-scope' && match.ranked[0]?.group !== 'boundary') ||
  (own.kind === 'smalltalk' && understood.text.includes('?') && !isSureSmalltalk(match));

/**
 * What the message and the question before it ask for together. A bare question has no word that could speak for an entry, so
 * it stays with what was answered or offered; any other must itself be near the entry. A refusal is repeated where the two
 * are surely not answered.
 */
async function joined(turn: TurnInput, last: LastTurn, bare: boolean): Promise<ReadTogether | null> {
  const { session, understood, match: own, parts, read } = turn;
  if (['human', 'smalltalk', 'cancel', 'reminder'].includes(last.kind)) return null;
  const card = last.kind === 'identify' ? currentDevice(session.interview)?.facts.nmc : undefined;
  const text = `${card ?? last.text} ${understood.text}`;
  const match = await parts.match(text);
  const route = routeOf(match, read(text), parts.knowledge);
  // A bare question adds no words worth carrying on.
  const asked = bare ? last.text : text.length <= LONGEST_CARRIED ? text : understood.text;
  const together = { route, confidence: match.confidence, asked };
  if (last.kind === 'out-of-scope') {
    if (route.kind === 'out-of-scope' && sureTopic(match)) return together;
    // 'Why?' adds no word to what is surely not answered.
    const again = bare ? await parts.match(last.text) : null;
    const refused = again && sureTopic(again) ? routeOf(again, read(last.text), parts.knowledge) : null;
    return again && refused?.kind === 'out-of-scope' ? { route: refused, confidence: again.confidence, asked } : null;
  }
  const [top] = match.ranked;
  if (top?.group !== 'entry') return null;
  // A bare question makes the one before it a little less sure, and asks for nothing else.
  const stays = bare && match.decision === 'offer' && last.ids.some((id) => `faq:${id}` === top.label);
  if (match.decision !== 'answer' && !stays) return null;
  const near = own.ranked.slice(0, 3).map((r) => r.label);
  const before = [...session.offered, ...(bare ? last.ids : [])].map((id) => `faq:${id}`);
  return [...near, ...before].includes(top.label)
    ? { ...together, route: { kind: 'faq', ids: [nameOf(top.label) as EntryId] } }
    : null;
}

/** 'And the VXL?', 'what about NMC2?': the question before it, asked for another name. */
async function repeatedFor(named: Named, turn: TurnInput, last: LastTurn, own: Route): Promise<ReadTogether | null> {
  const { understood, match, read, parts } = turn;
  const asked = askedFor(named, read(last.text), understood, read);
  const sure = (route: Route): ReadTogether => ({ route, confidence: match.confidence, asked });
  if (named.kind === 'products') {
    if (isOnePhaseOnly(understood)) return sure({ kind: 'one-phase' });
    if (last.kind === 'identify' && understood.products.length === 0) return sure({ kind: 'identify' });
    const searched = last.kinds.includes('identify') && turn.session.interview.open;
    // A single-phase device that was checked is followed by the next to check.
    const checked = last.kinds.includes('one-phase') && currentDevice(turn.session.interview) !== null;
    if (last.kinds.includes('entitlement') || searched || checked) return sure({ kind: 'entitlement' });
    if (last.kind === 'faq') return sure({ kind: 'faq', ids: last.ids });
  }
  if (last.kind === 'faq' || last.kind === 'clarify' || last.kind === 'out-of-scope') {
    const again = await parts.match(asked);
    const repeated = read(asked);
    const route = routeOf(again, repeated, parts.knowledge);
    const stands = named.kind === 'fact' && settledKey(own, match, understood) !== null;
    const better = last.kind === 'out-of-scope' || !stands || again.confidence > match.confidence;
    const offers = route.kind === 'clarify' && own.kind === 'out-of-scope' && isUnsure(own, turn);
    const refuses = last.kind === 'out-of-scope' && again.ranked[0]?.group === 'boundary';
    if (better && (offers || refuses || settledKey(route, again, repeated) !== null))
      return { route, confidence: again.confidence, asked };
  }
  return named.kind === 'products' && match.decision !== 'answer' ? sure({ kind: 'entitlement' }) : null;
}

/** 'And with NMC2?', 'and without a contract?' after a verdict: what would hold if it were so; null where it is no such question. */
export function supposedFacts({ session, understood, read }: TurnInput): Facts | null {
  const { last, interview } = session;
  if (last === null || !last.kinds.includes('entitlement') || interview.pending !== null) return null;
  if (currentDevice(interview) === null || !ASKS_FOR.test(understood.text)) return null;
  const named = onlyNamed(understood, read);
  return named?.kind === 'fact' ? named.facts : null;
}

/** Asks for what it names; without that it states it. */
const ASKS_FOR = /\?\s*$|^\W*(?:(?:and|so|but)\s+(?:for|with|without|if|what)|what|how)\b/i;

/** Turns to another device of the asker's without naming it: 'what about my other one?'. */
export const turnsToAnother = ({ session, understood }: TurnInput): boolean =>
  session.interview.devices.length > 0 && understood.products.length === 0 && ANOTHER_ONE.test(understood.text);

/** After a verdict, 'and the VS of the same client?': the same question for a device that has not been spoken of. */
export function turnsToNamed({ session, understood }: TurnInput): boolean {
  const { text, products } = understood;
  if (!session.last?.kinds.some((kind) => kind === 'entitlement' || kind === 'one-phase') || products.length === 0)
    return false;
  return NEXT_ONE.test(text) && !ASKS_ELSE.test(text) && text.split(/\s+/).length <= MOST_WORDS_OF_NEXT;
}

const NEXT_ONE =
  /^\W*(?:(?:ok(?:ay)?|so|thanks|thx|good|fine)[,. ]+)*(?:and|now|next|also|then|what about|how about)\b/i;
const ASKS_ELSE = /\b(?:how (?:do|can|is|are|to|much)|where|who|whose|price|cost|costs|why|which|if)\b/i;
const MOST_WORDS_OF_NEXT = 14;

const ANOTHER_ONE =
  /^\W*(?:(?:and|so|ok|but|what|how|about|for|is|also|then|now)[ ,]+)*(?:(?:my|our|the|his|her|their|your)\s+other|another|the\s+next)\s+(?:one|device|unit|ups|pdu|site)(?:\s+(?:too|as well|covered|also|please|then))?\W*$/i;
