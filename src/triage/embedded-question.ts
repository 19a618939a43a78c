/** Verbs behind which a question stands in a statement, and what may come between. */
const FRAME =
  '\\b(?:knows?|learn|hear|understand|explain|explanation(?: of)?|tell|clarify|clarification(?: of)?|say|state|describe|find out|establish|determine|indicate|asks?|asked|asking|wonder(?:s|ing)?|advise|inform|outline|see|list|specify|set out|confirm|point out|show|record(?:ed)?|clear|unclear|question|interested|sentences?|note|summary|words)(?: (?:me|us|him|her|them|again|also|in writing|briefly|from you|exactly|precisely|please|once more|in (?:a|one|two) (?:few |or two )?(?:words|sentences?)|to me|to us|on|of|about|as to|is|was|remains|for us|for me))*,?\\s+';
const EMBEDDED = new RegExp(
  `${FRAME}((?:(?:by|from|in|on|at|through|under|with|to|for|of|via|until|since) )?(?:how|what|which|who|whom|whose|where|when|why)\\b.{12,})$`,
  'is',
);
const EMBEDDED_IF = new RegExp(`${FRAME}(?:if|whether)(?: or not)?\\s+(.{12,})$`, 'is');
/** What goes on behind a question without asking any more of it. */
const ASIDE = /,\s+(?:(?:just )?as (?:he|she|it|they|we|i|with)|or whether|or not|and if so)\b.*$/is;
/** What only says why it is asked. */
const REASON = /,\s+(?:since|because|as|so that|so we|for|given that|in order to)\b.*$/is;

/** A text without the clause that says why it is asked; as it is where it has none. */
export const withoutReason = (text: string): string =>
  text.replace(
    /,\s+(?:because|so that|in order to|as (?=(?:i|we|he|she|they|it|the|our|my)\b)|since (?=(?:i|we|he|she|they|it|the|our|my)\b)).*$/is,
    '',
  );

/**
 * The question that a statement carries: 'by which plans can it be continued' in 'kindly explain by which …'; null where it carries none
 * that asks how, what, who, where or when. What frames it says nothing of what is asked, and only blurs it.
 */
export function embeddedQuestion(text: string): string | null {
  const [, question] = EMBEDDED.exec(text) ?? [];
  return question?.replace(REASON, '').trim() ?? null;
}

/** What a statement asks a yes or no of: 'he may load it himself' in 'my colleague asks whether he may …, as he does with …'; null where it carries none. */
export function embeddedYesNo(text: string): string | null {
  const [, question] = EMBEDDED_IF.exec(text) ?? [];
  return (
    question
      ?.replace(REASON, '')
      .replace(ASIDE, '')
      .replace(/[.?!\s]+$/, '')
      .trim() ?? null
  );
}
