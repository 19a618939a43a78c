import { alternatives } from './alternatives.js';

/** Ways to say that a device is not commissioned yet, without a day. */
const NOT_YET_SAID = alternatives`
  # Denied: 'not yet switched on', 'nobody came to commission it'.
  (?:not|n['’]t) (?:yet )?(?:been )?(?:switched on|powered up|turned on)(?: yet)?\b
  not (?:yet )?(?:been )?(?:commissioned(?! until(?! now\b))|started(?: up)?|launched|energi[sz]ed|live|on load|in operation|in service|installed|put (?:in|into) (?:service|operation))
  n['’]t (?:yet )?(?:been )?(?:commissioned|started up)(?: yet)?
  not (?:yet )?had (?:it|them|that|this|the \w+) (?:commissioned|started up)
  n['’]t (?:yet )?(?:had|have) (?:it|them|this) (?:commissioned|started up)
  (?:nobody|no one)(?: (?:from|of) \w+(?: \w+)?)? (?:(?:has )?(?:commissioned|started)|(?:was|has been|came|has come) (?:\w+ ){0,2}to (?:commission|start)\b)
  never (?:been )?(?:commissioned|started(?: up)?)\b(?! (?:up|until|till|before))
  (?:will|shall|wo|going to|is|are)\s?(?:not|n['’]t) (?:be|being|going to be|get|to be) (?:commissioned|started up)
  (?:un-?commissioned|pre-?commissioning)
  # No day for it.
  (?:date|day) (?:for|of) (?:this|it|(?:the |its )?(?:commissioning|start-?up)) (?:is|has) (?:\w+ )?not (?:yet )?(?:been )?(?:fixed|set|agreed|known|decided|planned)
  no (?:commissioning|start-?up) (?:yet|so far|to date|has (?:yet )?(?:taken place|been (?:done|made|carried out)))
  # Awaited, put off, called off.
  (?:awaiting|await|wait(?:s|ing)?(?: still)? for|pending|before|prior to) (?:its |the |their )?(?:commissioning|start-?up)
  (?:commissioning|start-?up|go-?live|energi[sz]ation)(?: [^.,;?!]{0,70}?)?(?: (?:is|was|has been|had been|got|still|yet|keeps being))* (?:postponed|pushed (?:back|out)|delayed|shifted|moved (?:back|to)|rescheduled|put off|called off(?! and)|slipped|deferred|pending|open|outstanding|tb[cda])\b
  # Planned, and nothing said of its being done.
  (?:to be|will be|gets|yet to be|has yet to be|being) commissioned
  commissions? (?:it|them|this) (?:only )?(?:in|on|next|later|after)
  (?:commissioning|start-?up)(?: date)? (?:is|will be|has been|was) (?:planned|scheduled|due|set|booked|still to come|next|foreseen|expected|outstanding|pending|open)
  (?:commissioning|start-?up)(?: date)? (?:will|shall|is going to)\b
  (?:commissioning|start-?up)(?: on site| at site| here)?,? has(?:n['’]t| (?:still )?not) (?:yet )?(?:happened|taken place|been (?:done|made|carried out)|occurred)
  commissioning (?:next|coming|tomorrow)
  commissioning is (?:on|in|for|still|not)
  # Not there yet, or still packed.
  (?:still|sits?|sitting|remains?) (?:in|on|inside) (?:its|the|their)?\s*(?:box(?:es)?|crates?|packag\w*|pallets?|wooden|warehouse|storage)
  arrives? next
  (?<!cards? )not delivered
  (?:yet to|still to) (?:be )?(?:arrive|delivered|come)
`;
const NOT_YET = new RegExp(String.raw`(?:\b|(?=n['’]t))(?:${NOT_YET_SAID})\b`, 'gi');

/** 'The plan is not yet started': of a contract, the included year or a card, and of no device. */
const OF_SOMETHING_ELSE =
  /\b(?:plans?|contract|agreement|membership|cover(?:age)?|subscription|year|(?<!with (?:an?|its|the|our|one) (?:\w+ )?)(?:card|nmc ?\d)|firmware|project|visit)\b[^.;,?!]{0,25}$/i;
const VERB_DENIED =
  /^(?:not|n['’]t|never) (?:yet )?(?:been )?(?:started|launched|live|in (?:operation|service)|installed)/i;

/** 'A visit that is still to come' */
const TO_COME = /^(?:yet|still) to (?:be )?(?:arrive|delivered|come)\b/i;

/** Without any of these nothing is to come, and the long pattern need not be tried. */
const MAY_BE_TO_COME =
  /\b(?:not|nobody|never|no one|wo|await|waiting|pending|before|prior|still|sits?|sitting|remains?|to be|will|gets|yet|being|commission|start|un-?commission|pre-?commission|date|day|no|arrives?|go-?live|energi)|n['’]t/i;

/** Whether a stretch of text says that commissioning is still to come. */
export const saysNotYet = (text: string): boolean =>
  MAY_BE_TO_COME.test(text) &&
  [...text.matchAll(NOT_YET)].some(
    ({ 0: said, index }) =>
      !((VERB_DENIED.test(said) || TO_COME.test(said)) && OF_SOMETHING_ELSE.test(text.slice(0, index))),
  );

/** Whether a sentence speaks of what is to come, so that a month alone means the next one. */
export const speaksOfFuture = (text: string): boolean =>
  saysNotYet(text) ||
  /\b(?:will|going to|next(?! (?:to|door)\b)|planned|scheduled|due(?! to\b)|upcoming|from .{0,20} on|starts|starting|begins|beginning|kicks in|takes effect)\b/i.test(
    text,
  );

/** Says that the included year is over, without the day of commissioning. */
const YEAR_OVER =
  /\b(?:first|included|free|1st|one|initial|complimentary)[ -](?:included )?(?:year|yr|12 months)(?: of (?:\w+(?: \w+)?|(?:our|the|this|my|its) (?!(?:other|neighbou?r|colleague|sister|old)\w*)[^.,;?!]{2,40}?))? (?:is |has |was |has been |already |long |now )*(?:over|up|gone|past|passed|ended|expired|elapsed|finished|run out|lapsed)\b|\b(?:past|after|beyond|out of) (?:the|its|our|their) (?:first|included|free) year\b/i;

/** 'before the first year is over' tells nothing of a device. */
const CONDITIONAL =
  /\b(?:before|until|till|when|once|if|as soon as|unless|while|whether|in case|after)\b[^.;]{0,40}\b(?:first|included|free|1st|initial) (?:included )?(?:year|yr)/i;

/** 'A way of continuing beyond the first year' */
const CONTINUED =
  /\b(?:continu|renew|exten|prolong|keep|carry|carrie|go on|goes on|going on)\w*\b[^.;?!]{0,40}\b(?:past|after|beyond) (?:the|its|our|their) (?:first|included|free) year\b/i;

/** 'First year over or not', 'is it over or still running' asks. */
const OR_NOT = /\bor (?:not|still|already|yet)\b/i;

/** Whether a text states that the included year has ended; a question or a condition states nothing. */
export const saysYearIsOver = (text: string): boolean =>
  YEAR_OVER.test(text) &&
  !OR_NOT.test(text) &&
  !CONTINUED.test(text) &&
  !CONDITIONAL.test(text) &&
  !/\b(?:is|has|if|when|once)\b[^.?!]{0,25}\b(?:first|included|free) year\b[^.!]{0,40}\?/i.test(text);
