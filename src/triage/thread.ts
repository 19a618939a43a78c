import type { MailParts } from '../understanding/body/quoted-mail.js';

/** The line that stands above a mail of a thread, with its sender. */
const HEAD = /^[ \t]*(?:(?:from|von|de)[ \t]*:[^\n]*|on\b[^\n]{3,200}\bwrote:|[^\n]{3,200}\bwrote:)[ \t]*$/i;
/** Who answers for us: what they write is no word of the customer's. */
const DESK =
  /\b(?:help ?desk|service ?desk|support|schneider|customer (?:care|service)|no-?reply|ticket(?:ing)? system|agent)\b/i;
/** How a helpdesk begins, where its name has been cut off. */
const DESK_SAYS =
  /^\W*(?:dear customer|thank(?:s| you) for (?:contacting|your (?:mail|e-?mail|message|request|ticket|question|call|enquiry|inquiry)|reaching|getting in touch|writing)|your (?:ticket|request) (?:has|was|is)|we have received)/i;
/** Asks or supposes something, and tells nothing. */
const SUPPOSES =
  /^\W*(?:(?:and|but|so|then|or)[, ]+)?(?:if|whether|in case|should|suppose|could it be|do you|have you|can you|is there|are there)\b/i;

/**
 * What the customer's side wrote in the mails that a ticket quotes, without the lines above them: the helpdesk's own words are left out,
 * since they ask for facts and tell none.
 */
export function earlierWords({ quoted, above }: Pick<MailParts, 'quoted' | 'above'>): string {
  const mails: string[][] = [[]];
  const senders: string[] = [above];
  for (const line of quoted.split('\n')) {
    if (HEAD.test(line)) {
      mails.push([]);
      senders.push(line);
    } else mails.at(-1)?.push(line);
  }
  return mails
    .map((lines) => lines.join('\n').trim())
    .filter((mail, i) => mail !== '' && !DESK.test(senders[i] ?? '') && !DESK_SAYS.test(mail))
    .join('\n\n');
}

/** A question of ours that is quoted, and the answer in the line below it: '> When was it commissioned?', '17 September 2024.' */
const ANSWERED = /^[ \t]*>+[ \t]*([^\n>]{3,120}?)[ \t]*\?[ \t]*\n(?:[ \t]*\n)?(?=[ \t]*[^\s>])/gm;

/** A body with quoted questions put in front of what answers them, so that a bare date tells what it is the date of. */
export const withAnswered = (plain: string): string => plain.replace(ANSWERED, '$1: ');

/** Whether a sentence of an earlier mail tells something, rather than asking or supposing it. */
export const tells = (sentence: string): boolean => !SUPPOSES.test(sentence);

/** Says that what was written before is not right. */
const CORRECTS =
  /\b(?:correct(?:ion|ing|ed)|mixed up|mix-up|mistaken?|sorry|typo|i meant|i wrote|was wrong|wrong (?:one|device|unit|model|date|card)|the rest (?:stands|is right|is correct|remains|holds)|instead of)\b|,\s*not\s+(?:an?\s+|the\s+)?\p{Lu}/iu;

/** Whether somebody puts right what an earlier mail of the thread said, so that both speak of one device. */
export const corrects = (own: string): boolean => CORRECTS.test(own);
