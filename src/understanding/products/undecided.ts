import { type Span, sentenceAt } from '../clauses.js';

const OR = /^(?:\s|,)*or (?:an? |the |maybe |perhaps |possibly )?$/i;
/** Before the first of two names: 'whether it is a …', 'I am not sure if this one is the …'. */
const WHETHER_IT_IS =
  /\b(?:whether|if|unsure|not sure|maybe|perhaps|either)(?: (?:that |if |whether )?(?:it|this|that|ours|mine|(?:this|that|the|our) (?:one|unit|ups|pdu|device|machine|model))(?:['’]s| is| was| might be| could be| may be))(?: called)?(?: an?| the| our)? ?$/i;
/** Behind the second: '… I cannot see', '… is not known'. */
const NOT_KNOWN =
  /^\W*(?:(?:i|we|he|she|they|nobody|no one)\b[^.;?!]{0,15}(?:\b(?:not|cannot|could|can|know|knows|unsure)\b|n['’]t)|(?:is|was) (?:not|un)|not sure|no idea|unclear|unknown)/i;

/** Without names between which somebody cannot decide ('whether PX1 or PX2 I can't see'): none of the two is told. */
export function withoutUndecided<T extends Span>(text: string, found: readonly T[]): readonly T[] {
  const undecided = new Set<T>();
  found.forEach((first, i) => {
    const second = found[i + 1];
    if (!second || !OR.test(text.slice(first.end, second.start))) return;
    const sentence = sentenceAt(text, first.start);
    if (
      WHETHER_IT_IS.test(text.slice(sentence.start, first.start)) ||
      NOT_KNOWN.test(text.slice(second.end, Math.max(sentence.end, second.end)))
    ) {
      undecided.add(first);
      undecided.add(second);
    }
  });
  return undecided.size === 0 ? found : found.filter((m) => !undecided.has(m));
}
