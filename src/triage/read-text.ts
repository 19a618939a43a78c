import type { Match } from '../answering/matcher.js';
import { asksForCover, describesDevice, nameOf, routeOf, settledKey } from '../assistant/route.js';
import { ENTRY } from '../domain/entry-roles.js';
import type { EntryId } from '../domain/ids.js';
import type { Understood } from '../understanding/understand.js';
import { type Asked, type AskReader, NOTHING } from './ask-reader.js';
import { ofDescribed } from './of-described.js';
import { asksForSetting, asksOfDevice, asksOfIt, asksOpenly, asksWhichOnes } from './question-shapes.js';
import { namesPerson, opensCase, wantsFigure } from './wishes.js';

/** What a text asks for as a whole; `alone`: the part of it that asks, where what is said around it is no matter of the rules. */
export async function readText(text: string, reader: AskReader, alone: Understood = reader.read(text)): Promise<Asked> {
  const { parts, read, describes, ownsOne, has } = reader;
  const match = withoutSigns(await parts.match(read(text).text), parts);
  const own = routeOf(match, alone, parts.knowledge);
  const asked = { route: own, match, text, words: [text], form: 'statement', settled: false, ofCover: false } as const;
  const cover = asksForCover(alone.text) || has('cover', alone.text);
  // 'Just a figure per machine that I can defend': money is asked for, and no cover.
  if (own.kind === 'entitlement' && !cover && wantsFigure(alone.text) && !has('programme', alone.text))
    return {
      ...NOTHING,
      match,
      route: { kind: 'out-of-scope', topic: null, near: [] },
      text,
      words: [text],
      settled: true,
    };
  const settled = isSettled(asked, cover, alone);
  const entry = entryInWords(asked, alone);
  if (entry !== null) return { ...asked, settled, route: { kind: 'faq', ids: [entry] } };
  // '… so which card it has I cannot say. Is it under the Secure NMC System?' asks for the second.
  const asksOfCover = (asksOfIt(alone.text) && has('programme', alone.text)) || asksForCover(alone.text);
  if (own.kind === 'identify' && (describes || ownsOne) && asksOfCover)
    return { ...asked, route: { kind: 'entitlement' }, settled: true, ofCover: true };
  if (own.kind === 'entitlement' || own.kind === 'identify') return { ...asked, settled };
  return ofDescribed({ ...asked, settled }, cover, alone, reader);
}

/** Whether what a text asks for is sure by itself. */
function isSettled({ route, match, text }: Asked, cover: boolean, alone: Understood): boolean {
  // Who names the person, or the call, that is wanted is surely meant so.
  if (route.kind === 'human' && match.confidence > LIKELY_HUMAN && (namesPerson(alone.text) || opensCase(alone.text)))
    return true;
  const little = (match.ranked[0]?.score ?? 0) < LITTLE && alone.products.length === 0;
  const guessed =
    (route.kind === 'identify' &&
      (match.decision === 'decline' || !OF_CARD.test(text) || asksForSetting(alone.text))) ||
    (route.kind === 'one-phase' && little);
  // 'What's the new date?' is like the shortest of what is asked of cover, and says nothing of it.
  const hollow = route.kind === 'entitlement' && !cover && match.confidence < SURE_COVER && !describesDevice(alone);
  return !guessed && !hollow && settledKey(route, match, alone) !== null;
}

/** The entry that is asked for in its own words, whatever device is spoken of with it; null where none is. */
function entryInWords({ route, match }: Asked, alone: Understood): EntryId | null {
  const [best] = match.ranked;
  if (best === undefined || best.group !== 'entry' || match.decision !== 'answer') return null;
  const entry = nameOf(best.label) as EntryId;
  const isOpenly = entry === PRODUCTS ? asksWhichOnes(alone.text) : asksOpenly(alone.text);
  if (['entitlement', 'faq'].includes(route.kind) && isOpenly && match.confidence > SURE_ENTRY) return entry;
  const ofNoDevice = best.score >= IN_SO_MANY_WORDS || (!asksOfIt(alone.text) && !asksOfDevice(alone.text));
  return route.kind === 'entitlement' && isPlainly(match) && ofNoDevice ? entry : null;
}

/** Without one of these nobody asks which card it is. */
const OF_CARD = /\b(?:cards?|nmcs?\d?|generation|type|model|version|kind|which one)\b/i;
/** Without a word for cover, so sure is a question that it asks for that. */
const SURE_COVER = 0.85;
/** So sure is a wish for a person who is named in it. */
const LIKELY_HUMAN = 0.7;
/** A kind with less is guessed. */
const LITTLE = 0.25;
/** So much like one entry is a question that it asks nothing of a device, whatever it points at. */
const IN_SO_MANY_WORDS = 0.7;
/** The entry that lists the products. */
const PRODUCTS: string = ENTRY.products;
/** So sure of an entry is a question for it. */
const SURE_ENTRY = 0.8;

/** So much like one entry, and none on products, that words for cover say nothing else. */
const isPlainly = ({ ranked: [top], confidence }: Match): boolean =>
  confidence > 0.97 && top !== undefined && top.score > 0.55 && nameOf(top.label) !== PRODUCTS;

/** What a sentence reads like is a sign of the whole ticket and no question: what comes first besides, which is sure of nothing. */
function withoutSigns(match: Match, { knowledge }: AskReader['parts']): Match {
  const topics = new Set(knowledge.routing.signs.flatMap(({ alike }) => alike?.topics ?? []));
  const [top] = match.ranked;
  if (top?.group !== 'boundary' || top.label === UNRELATED || !topics.has(nameOf(top.label))) return match;
  const ranked = match.ranked.filter(({ label }) => label === UNRELATED || !topics.has(nameOf(label)));
  return { ranked, decision: 'decline', confidence: UNSURE };
}
const UNRELATED = 'topic:unrelated';
/** Below all that counts as likely. */
const UNSURE = 0.3;
