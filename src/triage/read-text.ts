import type { Match } from '../answering/matcher.js';
import { asksForCover, describesDevice, nameOf, routeOf, settledKey } from '../assistant/route.js';
import type { EntryId } from '../domain/ids.js';
import type { Understood } from '../understanding/understand.js';
import { type Asked, type AskReader, NOTHING, SAID, SURE_TOPIC } from './ask-reader.js';
import {
  asksForThese,
  asksIfApplies,
  asksOfDevice,
  asksOfIt,
  asksOpenly,
  asksWhichOnes,
  pointsAtDevice,
} from './question-shapes.js';
import { namesPerson, opensCase, wantsFigure } from './wishes.js';

/** What a text asks for as a whole; `alone`: the part of it that asks, where what is said around it is no matter of the rules. */
export async function readText(
  text: string,
  { parts, read, describes, has, product, products, ownsOne }: AskReader,
  alone: Understood = read(text),
): Promise<Asked> {
  const match = withoutSigns(await parts.match(read(text).text), parts);
  const own = routeOf(match, alone, parts.knowledge);
  const [best] = match.ranked;
  const little = (best?.score ?? 0) < LITTLE && alone.products.length === 0;
  const guessed =
    (own.kind === 'identify' && (match.decision === 'decline' || !OF_CARD.test(text))) ||
    (own.kind === 'one-phase' && little);
  // Who names the person, or the call, that is wanted is surely meant so.
  const human =
    own.kind === 'human' && match.confidence > LIKELY_HUMAN && (namesPerson(alone.text) || opensCase(alone.text));
  const cover = asksForCover(alone.text) || has('cover', alone.text);
  // 'What's the new date?' is like the shortest of what is asked of cover, and says nothing of it.
  const hollow = own.kind === 'entitlement' && !cover && match.confidence < SURE_COVER && !describesDevice(alone);
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
  const settled = human || (!guessed && !hollow && settledKey(own, match, alone) !== null);
  const asked = { route: own, match, text, words: [text], form: 'statement', settled, ofCover: false } as const;
  const entry = match.decision === 'answer' && best?.group === 'entry' ? (nameOf(best.label) as EntryId) : null;
  const asksEntry = (asksOpenly(alone.text) && entry !== PRODUCTS) || (asksWhichOnes(alone.text) && entry === PRODUCTS);
  if (['entitlement', 'faq'].includes(own.kind) && entry !== null && asksEntry && match.confidence > SURE_ENTRY)
    return { ...asked, route: { kind: 'faq', ids: [entry] } };
  const inSoManyWords = (best?.score ?? 0) >= IN_SO_MANY_WORDS;
  if (
    own.kind === 'entitlement' &&
    isPlainly(match) &&
    (inSoManyWords || (!asksOfIt(alone.text) && !asksOfDevice(alone.text)))
  )
    return { ...asked, route: { kind: 'faq', ids: [nameOf(match.ranked[0]?.label ?? '') as EntryId] } };
  // '… so which card it has I cannot say. Is it under the Secure NMC System?' asks for the second.
  const asksOfCover = (asksOfIt(alone.text) && has('programme', alone.text)) || asksForCover(alone.text);
  if (own.kind === 'identify' && (describes || ownsOne) && asksOfCover)
    return { ...asked, route: { kind: 'entitlement' }, settled: true, ofCover: true };
  if (own.kind === 'entitlement' || own.kind === 'identify') return asked;
  // 'We run a VM. Is it entitled?'
  const applies = has('programme', alone.text) && asksIfApplies(alone.text);
  const getsIt = has('gets', alone.text) && has('programme', alone.text);
  const ofOne = (product !== null || ownsOne) && (((cover || getsIt) && asksOfIt(alone.text)) || applies);
  if (!describes && !ofOne) return asked;
  // Of a device that is described, cover is asked for, and no list of products.
  const [top] = match.ranked;
  const sure = match.decision === 'answer' && top?.group === 'entry' && top.label !== 'faq:included-products';
  const near = (of: number) =>
    match.ranked.slice(0, of).some((r) => r.label === 'kind:entitlement' && r.score >= (top?.score ?? 0) * CLOSE);
  const certain = sure && match.confidence > SURE_TOPIC && (top?.score ?? 0) >= PLAIN;
  const elsewhere = top?.group === 'boundary' && match.confidence > SURE_TOPIC;
  const gets = !certain && has('gets', alone.text);
  const listed = top?.label === 'faq:included-products' && namesIt(alone, products);
  const aboutIt =
    listed ||
    (asksForThese(alone.text) && top?.label === 'faq:included-products') ||
    applies ||
    (asksOfIt(alone.text) && (cover || gets)) ||
    (asksOfDevice(alone.text) && near(3) && !elsewhere && !certain);
  const anybody = own.kind === 'faq' && settled && (has('general', alone.text) || asksWhichOnes(alone.text));
  if (anybody) return asked;
  const likely =
    near(2) && !settled && !asksOpenly(alone.text) && match.confidence >= LIKELY && (top?.score ?? 0) >= LIKE;
  // 'What is its standing with the Secure NMC System?' is no question for what that is.
  const ofTheirs = top?.label === 'faq:what-is-sns' && near(3) && pointsAtDevice(alone.text);
  const about = aboutIt || ofTheirs || (cover ? !sure || near(2) || !certain : likely);
  if (!about) return asked;
  const confidence = aboutIt && cover ? Math.max(match.confidence, SAID) : match.confidence;
  return {
    ...asked,
    match: { ...match, confidence },
    route: { kind: 'entitlement' },
    settled: true,
    ofCover: cover || gets || applies,
  };
}

/** Without one of these nobody asks which card it is. */
const OF_CARD = /\b(?:cards?|nmcs?\d?|generation|type|model|version|kind|which one)\b/i;
/** Without a word for cover, so sure is a question that it asks for that. */
const SURE_COVER = 0.85;
/** What is less sure, or less like a question for cover, is none of what is described. */
const LIKELY = 0.3;
const LIKE = 0.15;
/** So much like one entry is a question that it asks nothing of a device, whatever it points at. */
const IN_SO_MANY_WORDS = 0.7;
/** The entry that lists the products. */
const PRODUCTS = 'included-products';
/** So sure of an entry is a question for it. */
const SURE_ENTRY = 0.8;
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

/** So sure is a wish for a person who is named in it. */
const LIKELY_HUMAN = 0.7;
/** A kind with less is guessed. */
const LITTLE = 0.25;
/** Of the first one's score: what comes so near to it may as well be meant. */
const CLOSE = 0.4;
/** An entry with less is like the words, and no more. */
const PLAIN = 0.32;

/** Whether a text names a product that the ticket is about. */
const namesIt = ({ products }: Understood, names: readonly string[]): boolean =>
  products.some((p) => names.includes(p.kind === 'product' ? p.product.name : p.name.said));

/** So much like one entry, and none on products, that words for cover say nothing else. */
const isPlainly = ({ ranked: [top], decision, confidence }: Match): boolean =>
  decision === 'answer' &&
  confidence > 0.97 &&
  top?.group === 'entry' &&
  top.score > 0.55 &&
  top.label !== 'faq:included-products';
