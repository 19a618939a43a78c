/** How a message asks: openly, or so that yes or no answers it. */
export type QuestionForm =
  | { readonly kind: 'open' }
  /** `negated`: the asker's statement is denied ('so we need no licence?'); a negative question ('isn't it …?') counts as positive, as English answers it. */
  | { readonly kind: 'yes-no'; readonly negated: boolean };

const OPEN: QuestionForm = { kind: 'open' };

const FILLER =
  /^(?:(?:hi|hello|hey|ok(?:ay)?|so|and|but|or|well|then|also|please|pls|quick question|question|just|hm+|wait|sorry|does this mean|that means)\b[\s,:.!-]*)+/i;
const ASKING_WORD = /^(?:what|whats|who|whom|whose|when|where|why|which|wich|how|hows)\b/i;
/** One of these anywhere makes a sentence an open question, however it begins. */
const INNER_ASKING_WORD = /\b(?:who|whom|when|where|why|which|how (?:do|does|can|is|are|to|long|much|many|often))\b/i;
const AUXILIARY =
  /^(?:is|are|am|was|were|do|does|did|can|could|will|would|shall|should|may|might|must|has|have|had|need)\b(?:n['’]?t\b)?/i;
const NEGATIVE_AUXILIARY =
  /^(?:isn|aren|wasn|weren|don|doesn|didn|can|couldn|won|wouldn|shouldn|mustn|hasn|haven)['’]?t\b/i;
const TAG =
  /[,.\s]*\b(?:right|correct|yes or no|y\/n|or not|true|no|isn['’]?t it|aren['’]?t they|don['’]?t (?:we|i|they)|doesn['’]?t it|is it|do (?:we|i)|ok|yeah|innit)\s*[?!.]*\s*$/i;
const NEGATION =
  /\b(?:not|never|no longer|cannot|nobody|none|neither|(?:is|are|was|were|do|does|did|ca|could|wo|would|should|must|has|have)n['’]?t)\b|\b(?:dont|doesnt|cant|wont|isnt|arent|didnt|neednt|havent|hasnt)\b|\bno (?=\p{L})/giu;
const NO_NEGATION = /\b(?:or not|whether or not|not only|no matter|yes or no|why not)\b/gi;
/** Words that turn what is asked in a way that counting negations does not follow. */
const TWIST = /\b(?:without|unless|except|instead|other than|besides|apart from|rather than|either)\b/i;

/**
 * Reads the form of the last sentence that asks. Where a message twists what it asks ('without', 'unless'), it counts as
 * open: a wrong yes or no misleads, none is only less brisk.
 */
export function questionForm(text: string): QuestionForm {
  const sentences = text.split(/(?<=[?!.])\s+|\n+/).filter((s) => /\p{L}/u.test(s));
  const asking = [...sentences].reverse().find((s) => s.includes('?')) ?? sentences.at(-1) ?? '';
  const bare = asking.trim().replace(FILLER, '');
  if (ASKING_WORD.test(bare) || TWIST.test(bare)) return OPEN;
  const tagged = TAG.test(bare);
  const inverted = AUXILIARY.test(bare) || NEGATIVE_AUXILIARY.test(bare);
  if (!tagged && !inverted && !asking.includes('?')) return OPEN;
  const body = tagged ? bare.replace(TAG, '') : bare;
  if (!inverted && INNER_ASKING_WORD.test(body)) return OPEN;
  // 'Isn't it …?' is answered like 'Is it …?'.
  const counted = inverted ? body.replace(NEGATIVE_AUXILIARY, '') : body;
  const negations = counted.replace(NO_NEGATION, ' ').match(NEGATION)?.length ?? 0;
  if (negations > 1) return OPEN;
  // 'Do we need no licence?' leaves open what a bare yes would mean.
  if (inverted && negations === 1) return OPEN;
  return { kind: 'yes-no', negated: negations === 1 };
}

/** The text with its negations taken out: what is denied, as it would be stated. */
export const positively = (text: string): string => text.replace(NEGATION, ' ').replace(/ {2,}/g, ' ');
