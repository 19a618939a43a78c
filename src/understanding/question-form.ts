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
  /\b(?:not|never|no longer|cannot|nobody|nothing|none|neither|(?:is|are|was|were|do|does|did|ca|could|wo|would|should|must|has|have)n['’]?t)\b|\b(?:dont|doesnt|cant|wont|isnt|arent|didnt|neednt|havent|hasnt)\b|\bno (?=\p{L})/giu;
const NO_NEGATION = /\b(?:or not|whether or not|not only|no matter|yes or no|why not)\b/gi;
/** Words that turn what is asked in a way that counting negations does not follow. */
const TWIST = /\b(?:without|unless|except|instead|other than|besides|apart from|rather than|either)\b/i;

/** A condition or a reason says under what the question is asked; what it denies, the question does not. */
const CIRCUMSTANCE =
  /\b(?:if|when|once|since|because|as long as|even though|although|while|after|before|in case)\b[^,;:?]*(?:[,;:]|$)/giu;
/** A denial at the head of a statement: 'we don't …', 'there is no …', 'nothing …'. */
const DENIAL =
  /^(?:[\p{L}'’]+ ){0,4}?(?:(?:is|are|was|were|do|does|did|ca|could|wo|would|should|must|has|have|need)n['’]?t|(?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|has|have|need) (?:not|no|never|nothing|nobody|no longer)|cannot|never)\b|^(?:no|nothing|nobody|none)\b/iu;

/** The part of a sentence that asks: the last one that begins like a question, else the sentence without its circumstances. */
function askingPart(sentence: string): string {
  const parts = sentence.split(/[,;:–—]\s*|\s-\s/).map((part) => part.trim().replace(FILLER, ''));
  const begins = (part: string) => AUXILIARY.test(part) || NEGATIVE_AUXILIARY.test(part) || ASKING_WORD.test(part);
  const last = [...parts].reverse().find((part) => begins(part) && part.split(/\s+/).length >= 3);
  return last ?? sentence.replace(CIRCUMSTANCE, ' ').trim().replace(FILLER, '');
}

/**
 * Reads the form of the last sentence that asks. Where a message twists what it asks ('without', 'unless'), or denies something
 * elsewhere than at its head, it counts as open: a wrong yes or no misleads, none is only less brisk.
 */
export function questionForm(text: string): QuestionForm {
  const sentences = text.split(/(?<=[?!.])\s+|\n+/).filter((s) => /\p{L}/u.test(s));
  const asking = [...sentences].reverse().find((s) => s.includes('?')) ?? sentences.at(-1) ?? '';
  const whole = asking.trim().replace(FILLER, '');
  const tagged = TAG.test(whole);
  const bare = askingPart(tagged ? whole.replace(TAG, '') : whole);
  if (ASKING_WORD.test(bare) || TWIST.test(asking)) return OPEN;
  const inverted = AUXILIARY.test(bare) || NEGATIVE_AUXILIARY.test(bare);
  if (!tagged && !inverted && !asking.includes('?')) return OPEN;
  if (!inverted && INNER_ASKING_WORD.test(bare)) return OPEN;
  // 'Isn't it …?' is answered like 'Is it …?'.
  const counted = bare.replace(NEGATIVE_AUXILIARY, '').replace(NO_NEGATION, ' ');
  const negations = counted.match(NEGATION)?.length ?? 0;
  if (negations === 0) return { kind: 'yes-no', negated: false };
  // 'Do we need no licence?' leaves open what a bare yes would mean.
  return inverted || negations > 1 || !DENIAL.test(counted.trim()) ? OPEN : { kind: 'yes-no', negated: true };
}

/** The text with its negations taken out: what is denied, as it would be stated. */
export const positively = (text: string): string => text.replace(NEGATION, ' ').replace(/ {2,}/g, ' ');
