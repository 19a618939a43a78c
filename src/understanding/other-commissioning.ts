import { type Span, sentenceAt } from './clauses.js';
import { OTHERS_BELIEVE } from './hearsay.js';

/** How commissioning is told of something. */
const WAS =
  '(?:(?:was|were|has been|have been|had been|got|went) (?:\\w+ )?(?:(?:re-?)?commissioned|put in(?:to)? (?:service|operation|use)|started up|installed|live|handed over)\\b|(?:went|entered|came) (?:in(?:to)? )?(?:operation|service|use|production)\\b|(?:go|goes|gone|going|will go|to go) live\\b|(?:(?:is|are|was|has been|have been) (?:\\w+ )?)?(?:runs?|running|works?|working|functions?|functioning|operat(?:es|ing)|live|online|in (?:use|operation|service|production|function)|on load)\\b)';
/** What stands beside a UPS and has a day of its own. */
const THING = `(?:batter(?:y|ies)(?: strings?| modules?)?|generators?|gen-?sets?|genn(?:y|ies)|buildings?|halls?|plants?|factor(?:y|ies)|sites?|lines?|lifts?|chillers?|transformers?|switchgear|new cards?|server rooms?|data cent(?:er|re)s?|offices?|(?:sister|neighbour|neighbor)\\S*(?: [\\w'’]+){0,2} (?:unit|ups|device|machine|pdu)|(?:colleague|friend|tenant|landlord|competitor)(?:['’]s|s['’]?) (?:\\w+ )?(?:unit|ups|device|machine|pdu|one)|predecessors?|twins?|sisters?|counterparts?|neighbou?rs?(?:['’]s?)?(?: (?:unit|ups|device|machine|pdu|one))?|facilit(?:y|ies)|racks?|(?:firmware|aos|versions?|releases?)(?: v?[\\d.]+)?|agents?|licen[cs]es?|software|contracts?|agreements?|switchboards?|monitoring|dashboards?|projects?|migrations?|applications?|websites?|portals?)`;
const OF_ANOTHER = new RegExp(
  `(?:(?:^|[.;,:!?]|\\b(?:and|but|while|when))\\W*(?:(?:the|our|an?|this|that|its|their|my) )?(?:\\w+ ){0,1}${THING},?|\\b(?:replac\\w+|instead of|in place of|successor (?:of|to))\\b[^.;?!]{0,30}\\b(?:one|unit|device|ups|machine)(?: (?:that|which))?) ${WAS}[^,;]{0,25}$`,
  'i',
);

/** 'The NMC3 works since May': the card, which may have come later than the device. */
const OF_CARD =
  /(?:^|[.;,:!?]|\b(?:and|but|while|where))\W*(?:the|our|its|this|that|an?) (?:\w+ )?(?:nmc ?\d|(?:network |management )*cards?)(?: (?:in|of) (?:it|this|that))? (?:(?:was|were|has been|is) (?:\w+ )?(?:fitted|installed|inserted|put in|swapped|changed|upgraded)|(?:(?:is|was|has been) (?:\w+ )?)?(?:runs?|running|works?|working|live|online|in (?:use|operation|service|place|it)))\b[^,;]{0,25}$/i;
/** 'We took over the building, in operation since May' */
const APPOSED = new RegExp(
  `\\b(?:took over|taken over|bought|acquired|rent\\w*|moved into|inherited) (?:the|our|an?|this|that) (?:\\w+ )?${THING}, [^,;]{0,40}$`,
  'i',
);
/** 'The generator's start-up protocol', 'the commissioning report of the software' */
const OTHERS =
  '(?:batter(?:y|ies)|generators?|gen-?sets?|software|firmware|monitoring|chillers?|cooling|switchgear|switchboards?|transformers?|lifts?|networks?)';
const OTHERS_PAPER = new RegExp(
  `\\b${OTHERS}(?:['’]s?)? (?:commissioning|start-?up)\\b[^.;,?!]{0,50}$|\\b(?:commissioning|start-?up) \\w+ (?:of|for|on) (?:the |our |its )?(?:\\w+ )?${OTHERS}\\b[^.;,?!]{0,50}$`,
  'i',
);
/** '… was signed on 3 May for the UPS next door' */
const FOR_OTHER =
  /^[^.;,?!]{0,30}\b(?:next door|(?:of|for|on) (?:another|the other|(?:the|our|a) (?:neighbou?r\w*|sister))\b)/i;
/** 'His was commissioned in May; mine, a …, in June' */
const MINE_NEXT = /^[^.?!]{0,12}[;,.–-]+ ?(?:but |and |while |whereas )*(?:mine|ours)\b/i;
const BEHIND = new RegExp(`^,? (?:the|our|an?|this|that|its|their|my) (?:\\w+ )?${THING} ${WAS}`, 'i');

/** What was planned, or what somebody only believes. */
const NOT_KNOWN_TO_BE = new RegExp(
  `\\b(?:may|might|could) (?:well |just as well |also )?have been (?:in|on|around|at|some time)\\b|\\b(?:(?:should|could|might|may|would) (?:well )?have been|(?:was|were) to (?:be|have been|go|have gone|start|enter)|(?:meant|supposed|due|said|believed|thought) to (?:be|have been|go|have gone|start|enter|have entered)|${OTHERS_BELIEVE}\\b[^.;?!]{0,40}) ?(?:\\w+ )?(?:re-?)?(?:commission|install|started up|put into|live|into|in operation|service)`,
  'i',
);

/** Told of a person who need not know, or asked: 'nobody knows whether it was commissioned in May'. */
const WHETHER =
  /\b(?:whether|(?:know|knows|sure|clear|say|tell|certain) if) (?:it|this|that|they|the (?:\w+ ){0,2}(?:ups|unit|device|pdu|machine|system)) (?:was|were|has been|had been) (?:\w+ )?(?:commissioned|started up|put into)\b[^,;]{0,25}$/i;
/** Not the first time: the FAQ counts from the commissioning, and says nothing of another one after a move or a repair. */
const AGAIN =
  /\b(?:re-?commission\w*|commission\w*(?: \w+)? (?:again|anew|afresh|once more|a (?:second|third) time))\b[^,;]{0,30}$/i;
/** What is done about a commissioning before it takes place, or after. */
const PAPERWORK =
  /\b(?:invoices?|bills?|orders?|quotes?|quotations?|offers?|appointments?|slots?|fees?|payments?|requests?) (?:for|of) (?:the |its |our )?commissioning\b[^,;]{0,25}$|\bcommissioning (?:appointment|order|invoice|request|offer|quote|quotation|slot|fee|(?:was|has been|had been|is) (?:ordered|requested|booked|paid|invoiced|billed|offered|quoted|postponed|cancelled|agreed))\b[^,;]{0,25}$/i;

/** Whether a day of commissioning is told of something else than the device or its first commissioning, or as what should have been. */
export function isOfAnother(text: string, { start, end }: Span): boolean {
  const before = text.slice(sentenceAt(text, start).start, start);
  return (
    [OF_ANOTHER, APPOSED, OF_CARD, WHETHER, AGAIN, PAPERWORK, OTHERS_PAPER].some((told) => told.test(before)) ||
    BEHIND.test(text.slice(end, end + 80)) ||
    FOR_OTHER.test(text.slice(end, end + 80)) ||
    (MINE_NEXT.test(text.slice(end, end + 40)) && !/\b(?:mine|ours|our|my|this)\b(?! [\w-]+['’]s?\b)/i.test(before))
  );
}

const UNIT =
  /\bthe (first|second|third|fourth|other|older|newer|left|right|upper|lower) (?:ups|pdu|unit|device|machine|one|system)\b/gi;

/** 'The first UPS was commissioned in May; the second one, which I ask about, …': two units in a text that names one device. */
export function isOfOtherUnit(text: string, { start }: Span): boolean {
  const named = [...text.matchAll(UNIT)];
  const own = named.filter((m) => m.index < start && !/[.;?!]/.test(text.slice(m.index, start))).at(-1);
  return own !== undefined && named.some((m) => m.index > start && m[1]?.toLowerCase() !== own[1]?.toLowerCase());
}

/** What was planned once, 'scheduled for 3 May', and may have come otherwise. */
const PLANNED =
  /\b(?:fixed|planned|scheduled|set|due|booked|foreseen|expected|intended|supposed|meant|arranged|announced|slated)(?: to (?:be|take|go|happen|start|come)(?: \w+){0,2})?(?: for| on| in| at| by)?(?: the)?\s*$/i;

/** Whether a day that has passed is only told as the one that was planned. */
export const isOnlyPlanned = (text: string, { start }: Span): boolean =>
  PLANNED.test(text.slice(sentenceAt(text, start).start, start));

/** Whether a day that has passed is one on which it should have been, or is believed to have been. */
export const isHearsay = (text: string, { start }: Span): boolean =>
  NOT_KNOWN_TO_BE.test(text.slice(sentenceAt(text, start).start, start));

/** A device that was somewhere else before: what was commissioned then was not commissioned for the first time. */
const USED_BEFORE =
  /\b(?:relocat\w+|refurbish\w+|second[- ]hand|pre-?owned|previously used|(?:was|were|has been|been|got) moved|after (?:the|a|an|its|our) (?:\w+ )?(?:move|relocation))\b/i;
/** In service again, after something had put it out. */
const BACK =
  /\b(?:again|anew|once more|back (?:in(?! (?:19|20)\d\d| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|q[1-4])\w*)|on(?! \d)|online|up)|restart\w*|reconnect\w*|re-?energi[sz]\w*|repair\w*|outage|after (?:the|a|an|its|our) (?:\w+ ){0,2}(?:swap|change|replacement|exchange|repair|maintenance|upgrade|shutdown|failure|outage|fault|service|visit|works?|fire|flood))\b/i;

/** Whether a day is told as one on which a device came back, or came to another place. `saysCommissioned`: in the word itself, which needs more than 'again'. */
export function isComeback(text: string, { start }: Span, saysCommissioned: boolean): boolean {
  const sentence = sentenceAt(text, start);
  const said = text.slice(sentence.start, sentence.end);
  return USED_BEFORE.test(said) || (!saysCommissioned && BACK.test(said));
}
