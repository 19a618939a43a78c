import { ENTRY, entryLabel } from '../domain/entry-roles.js';
import type { Understood } from '../understanding/understand.js';
import { type Asked, type AskReader, SAID, SURE_TOPIC } from './ask-reader.js';
import {
  asksForThese,
  asksIfApplies,
  asksOfDevice,
  asksOfIt,
  asksOpenly,
  asksWhichOnes,
  pointsAtDevice,
} from './question-shapes.js';

/**
 * What a text asks for where the ticket describes a device, or names one that is the sender's: cover of that, where it points there or
 * speaks of cover and no entry is certain; else what it asks for by itself. `cover`: it has words for cover.
 */
export function ofDescribed(asked: Asked, cover: boolean, alone: Understood, reader: AskReader): Asked {
  const { describes, has, product, products, ownsOne } = reader;
  const { match, settled, route } = asked;
  // 'We run a VM. Is it entitled?'
  const applies = has('programme', alone.text) && asksIfApplies(alone.text);
  const getsIt = has('gets', alone.text) && has('programme', alone.text);
  const ofOne = (product !== null || ownsOne) && (((cover || getsIt) && asksOfIt(alone.text)) || applies);
  if (!describes && !ofOne) return asked;
  const [top] = match.ranked;
  const listsProducts = top?.label === entryLabel(ENTRY.products);
  const sure = match.decision === 'answer' && top?.group === 'entry' && !listsProducts;
  const certain = sure && match.confidence > SURE_TOPIC && (top?.score ?? 0) >= PLAIN;
  const gets = !certain && has('gets', alone.text);
  const near = (of: number) =>
    match.ranked.slice(0, of).some((r) => r.label === 'kind:entitlement' && r.score >= (top?.score ?? 0) * CLOSE);
  const elsewhere = top?.group === 'boundary' && match.confidence > SURE_TOPIC;
  // Of a device that is described, cover is asked for, and no list of products.
  const aboutIt =
    (listsProducts && (namesIt(alone, products) || asksForThese(alone.text))) ||
    applies ||
    (asksOfIt(alone.text) && (cover || gets)) ||
    (asksOfDevice(alone.text) && near(3) && !elsewhere && !certain);
  const anybody = route.kind === 'faq' && settled && (has('general', alone.text) || asksWhichOnes(alone.text));
  if (anybody) return asked;
  const likely =
    near(2) && !settled && !asksOpenly(alone.text) && match.confidence >= LIKELY && (top?.score ?? 0) >= LIKE;
  // 'What is its standing with the Secure NMC System?' is no question for what that is.
  const ofTheirs = top?.label === entryLabel(ENTRY.whatItIs) && near(3) && pointsAtDevice(alone.text);
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

/** What is less sure, or less like a question for cover, is none of what is described. */
const LIKELY = 0.3;
const LIKE = 0.15;
/** Of the first one's score: what comes so near to it may as well be meant. */
const CLOSE = 0.4;
/** An entry with less is like the words, and no more. */
const PLAIN = 0.32;

/** Whether a text names a product that the ticket is about. */
const namesIt = ({ products }: Understood, names: readonly string[]): boolean =>
  products.some((p) => names.includes(p.kind === 'product' ? p.product.name : p.name.said));
