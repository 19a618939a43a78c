import type { Match } from '../answering/matcher.js';
import { asksForCover, nameOf, routeOf, settledKey } from '../assistant/route.js';
import type { EntryId } from '../domain/ids.js';
import type { Understood } from '../understanding/understand.js';
import { type Asked, type AskReader, SAID, SURE_TOPIC } from './ask-reader.js';
import { asksIfApplies, asksOfDevice, asksOfIt } from './question-shapes.js';

/** What a text asks for as a whole; `alone`: the part of it that asks, where what is said around it is no matter of the rules. */
export async function readText(
  text: string,
  { parts, read, describes, has, product, products, ownsOne }: AskReader,
  alone: Understood = read(text),
): Promise<Asked> {
  const match = await parts.match(read(text).text);
  const own = routeOf(match, alone, parts.knowledge);
  const guessed = own.kind === 'identify' && match.decision === 'decline';
  const settled = !guessed && settledKey(own, match, alone) !== null;
  const asked = { route: own, match, text, words: [text], form: 'statement', settled, ofCover: false } as const;
  if (own.kind === 'entitlement' && isPlainly(match) && !asksOfIt(alone.text) && !asksOfDevice(alone.text))
    return { ...asked, route: { kind: 'faq', ids: [nameOf(match.ranked[0]?.label ?? '') as EntryId] } };
  if (own.kind === 'entitlement' || own.kind === 'identify') return asked;
  // 'We run a VM. Is it entitled?'
  const ofOne = (product !== null || ownsOne) && asksForCover(alone.text) && asksOfIt(alone.text);
  if (!describes && !ofOne) return asked;
  // Of a device that is described, cover is asked for, and no list of products.
  const [top] = match.ranked;
  const sure = match.decision === 'answer' && top?.group === 'entry' && top.label !== 'faq:included-products';
  const near = (of: number) =>
    match.ranked.slice(0, of).some((r) => r.label === 'kind:entitlement' && r.score >= (top?.score ?? 0) * CLOSE);
  const cover = asksForCover(alone.text) || has('cover', alone.text);
  const certain = sure && match.confidence > SURE_TOPIC && (top?.score ?? 0) >= PLAIN;
  const elsewhere = top?.group === 'boundary' && match.confidence > SURE_TOPIC;
  const gets = !certain && has('gets', alone.text);
  const listed = top?.label === 'faq:included-products' && namesIt(alone, products);
  const applies = has('programme', alone.text) && asksIfApplies(alone.text);
  const aboutIt =
    listed ||
    applies ||
    (asksOfIt(alone.text) && (cover || gets)) ||
    (asksOfDevice(alone.text) && near(3) && !elsewhere && !certain);
  const anybody = own.kind === 'faq' && settled && has('general', alone.text);
  if (anybody) return asked;
  const about = aboutIt || (cover ? !sure || near(2) || (asksForCover(alone.text) && !certain) : near(2) && !settled);
  if (!about) return asked;
  const confidence = aboutIt && cover ? Math.max(match.confidence, SAID) : match.confidence;
  return {
    ...asked,
    match: { ...match, confidence },
    route: { kind: 'entitlement' },
    settled: true,
    ofCover: cover || gets,
  };
}

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
