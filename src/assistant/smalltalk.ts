/** Which small talk a message is, once it is known to be some. */
export function smalltalkOf(text: string): 'greeting' | 'thanks' | 'bye' | 'who' | 'other' {
  if (
    /\b(?:who|what) (?:are|r) (?:you|u)\b|\bwho(?:['’]?s| is) (?:this|there|that|answering|speaking|writing)\b|\b(?:bot|robot|human|machine|your name|chatgpt|ai)\b|\b(?:can|do) you (?:do|help)\b/i.test(
      text,
    )
  )
    return 'who';
  if (
    /\b(?:bye|goodbye|see (?:you|ya)|cheers|ciao|good night|have a (?:nice|good|great)|take care|farewell)\b/i.test(
      text,
    )
  ) {
    return /\bthank|\bthx\b/i.test(text) && !/\bbye\b/i.test(text) ? 'thanks' : 'bye';
  }
  if (/\b(?:thank|thanks|thx|ty|cheers|merci|danke|great|perfect|appreciate|helpful|awesome)\b/i.test(text))
    return 'thanks';
  return /\b(?:hi|hello|hey|good (?:morning|day|afternoon|evening)|morning|greetings|moin|howdy|hallo)\b/i.test(text)
    ? 'greeting'
    : 'other';
}

const WHO =
  /^\W*(?:(?:hi|hello|hey|good (?:morning|day|evening)|ok|and|so|but|wait)\b\W*)*(?:who (?:are|r) (?:you|u)|who(?:['’]?s| is) (?:this|there|answering|speaking|writing)|(?:who|what) am i (?:talking|speaking|chatting|writing) (?:to|with))\b[^?]{0,20}\W*$/i;

/** Whether a short message asks who is answering. */
export const asksWho = (text: string): boolean => WHO.test(text);

const LEAVE =
  /^[^?]*\b(?:bye|goodbye|see (?:you|ya)(?: later)?|cya|cu|au revoir|ciao|tsch(?:ü|ue)ss|adios|(?:merry|happy) (?:christmas|xmas|new year|holidays)|have a (?:nice|good|great) (?:day|one|evening|weekend))\W*$/i;
const MOST_WORDS_OF_LEAVE = 10;

/** Whether a short message ends in taking leave and asks nothing. */
export const takesLeave = (text: string): boolean =>
  LEAVE.test(text) && text.trim().split(/\s+/).length <= MOST_WORDS_OF_LEAVE;

const THANKS = /\b(?:thx|thanks|thank you|thank u|ty|cheers|merci|bedankt|danke|gracias|obrigad[oa]|valeu|grazie)\b/i;
const MOST_WORDS_OF_THANKS = 5;

/** Whether a few words thank, and ask nothing. */
export const thanks = (text: string): boolean =>
  !text.includes('?') && THANKS.test(text) && text.trim().split(/\s+/).length <= MOST_WORDS_OF_THANKS;
