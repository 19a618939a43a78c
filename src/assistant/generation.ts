import { LRUCache } from 'lru-cache';
import type { Encoder } from '../answering/encoder.js';
import type { Prepared } from '../answering/features.js';
import { createMatcher, type Match } from '../answering/matcher.js';
import type { Mode, Model } from '../answering/model.js';
import { createOpener } from '../answering/opener.js';
import type { OpeningModel } from '../answering/opening-model.js';
import type { Measured } from '../answering/promise.js';
import type { Day } from '../domain/day.js';
import { ENTRY } from '../domain/entry-roles.js';
import type { EntryId } from '../domain/ids.js';
import type { Reply } from '../domain/reply.js';
import { EMPTY_INTERVIEW } from '../interview/state.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { productFinder } from '../understanding/products/find-products.js';
import { positively } from '../understanding/question-form.js';
import { type Understand, understander } from '../understanding/understand.js';
import { type Assistant, createAssistant } from './assistant.js';
import { prepareFor } from './matching.js';
import { rememberingFirstTurns } from './remembered-turns.js';
import { common, suggest } from './reply-parts.js';
import { EMPTY_SESSION } from './session.js';
import type { AssistantParts } from './turn.js';

/** One state of the knowledge with all that is made from it; a change of the knowledge makes a new one. */
export interface Generation {
  readonly knowledge: Knowledge;
  readonly understand: Understand;
  readonly assistant: Assistant;
  /** What the assistant rests on, for what reads other texts than messages. */
  readonly parts: AssistantParts;
  readonly welcome: Reply;
  readonly measured: (mode: Mode) => Measured | null;
  /** The work of a first message without the encoder, of which nothing is kept. */
  readonly rehearse: (text: string, today: Day) => Promise<unknown>;
}

/** So many messages are remembered with what was made of them: a repeated one, or a click that many make, costs nothing twice. Some 2 KB each. */
const REMEMBERED = 500;

/** What is matched is often looked at once more for how its answer opens. */
const PREPARED = 200;

/** What was trained for a state of the knowledge. */
export interface Models {
  readonly matcher: Model;
  readonly openings: OpeningModel;
}

export interface GenerationSettings {
  /** lexical leaves out what only the full mode needs. */
  readonly mode: Mode;
  /** The share of messages that may get a wrong answer. */
  readonly wrongAnswers: number;
}

/** Puts the assistant of one state of the knowledge together. */
export function generationOf(
  knowledge: Knowledge,
  models: Models,
  { mode, wrongAnswers }: GenerationSettings,
  encoder: () => Encoder | null,
): Generation {
  const matcher = createMatcher(models.matcher, mode, { kind: 'promise', rate: wrongAnswers });
  const products = productFinder(knowledge.catalogue);
  const prepareAnew = prepareFor(knowledge, products);
  const preparations = new LRUCache<string, Prepared>({ max: PREPARED });
  const prepare = (text: string): Prepared => {
    const prepared = preparations.get(text) ?? prepareAnew(text);
    preparations.set(text, prepared);
    return prepared;
  };
  const understand = understander(knowledge, products);
  const opener = createOpener(models.openings);
  const remembered = new LRUCache<string, Promise<Match>>({ max: REMEMBERED });
  /** How often the encoder was there and gave no vector: words alone decided. */
  let hurried = 0;
  const matchAnew = async (text: string, by: Encoder | null, onHurried = () => {}): Promise<Match> => {
    const prepared = prepare(text);
    const vector = by && (await vectorOf(by, prepared.semantic));
    if (by && vector === null) {
      hurried++;
      onHurried();
    }
    return matcher.match(prepared, vector);
  };
  const match = (text: string): Promise<Match> => {
    const by = encoder();
    const key = `${by?.id ?? ''}\n${text}`;
    const known = remembered.get(key);
    if (known) return known;
    const forget = () => remembered.delete(key);
    // What the encoder had no part in though it is there, and what failed, is tried again the next time.
    const made = matchAnew(text, by, forget);
    remembered.set(key, made);
    made.catch(forget);
    return made;
  };
  const known = new Set(knowledge.phrasings.flatMap((p) => p.text.toLowerCase().match(/\p{L}[\p{L}'’]*/gu) ?? []));
  const parts: AssistantParts = {
    knowledge,
    understand,
    match,
    likest: (text, labels) => matcher.topAmong(prepare(text), labels),
    opening: (entry, text) => opener(entry, prepare(positively(text)).lexical),
    isEnglishWord: (word) => known.has(word),
  };
  const rehearsing = createAssistant({ ...parts, match: (text) => matchAnew(text, null) });
  return {
    knowledge,
    understand,
    parts,
    assistant: rememberingFirstTurns(
      createAssistant(parts),
      () => encoder()?.id ?? '',
      () => hurried,
    ),
    welcome: welcomeOf(knowledge),
    measured: matcher.measured,
    rehearse: (text, today) => rehearsing.turn(EMPTY_SESSION, { text }, today),
  };
}

/** Null where the encoder has too much to do, or is lost, of which whoever loaded it is told: words alone then decide. */
async function vectorOf(encoder: Encoder, text: string): Promise<Float32Array | null> {
  try {
    const [vector] = await encoder.embed([text]);
    return vector ?? null;
  } catch {
    return null;
  }
}

function welcomeOf(knowledge: Knowledge): Reply {
  const suggestions = [
    { label: 'Is my device covered?', says: 'Is my device covered?' },
    ...suggest(knowledge, [ENTRY.whatItIs, ENTRY.showsCard] as readonly string[] as readonly EntryId[]),
  ];
  return { ...common(knowledge, EMPTY_INTERVIEW, 1, { suggestions }), kind: 'smalltalk', which: 'welcome' };
}
