import { type Span, sentenceAt } from './clauses.js';

const ASKS_FIRST =
  /^\W*(?:(?:and|but|so|also)[, ]+)?(?:do|does|did|is|are|can|could|may|will|would|should|which|what|how|where|who|why|when)\b/i;
/** Points at a device, or at somebody's having the card. */
const POINTS =
  /\b(?:it|its|this|that|these|those|they|our|ours|my|mine|we|i|us|his|her|their|customers?|ups|pdus?|units?|devices?|machines?|one|there|here)\b/i;

/** 'Do you sell the NMC3?', 'is that only for an NMC3?': a question about the card as such says of no device that it has one. */
export function isAskedInGeneral(text: string, card: Span, products: readonly Span[]): boolean {
  const sentence = sentenceAt(text, card.start);
  const said = text.slice(sentence.start, sentence.end);
  return (
    said.trimEnd().endsWith('?') &&
    ASKS_FIRST.test(said) &&
    !POINTS.test(said) &&
    products.every((p) => p.end <= sentence.start || p.start >= sentence.end)
  );
}
