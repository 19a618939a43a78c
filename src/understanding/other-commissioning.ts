import { type Span, sentenceAt } from './clauses.js';

/** How commissioning is told of something. */
const WAS =
  '(?:was|were|has been|have been|had been|got|went) (?:\\w+ )?(?:(?:re-?)?commissioned|put in(?:to)? (?:service|operation|use)|started up|installed|live|handed over)\\b';
/** What stands beside a UPS and has a day of its own. */
const THING = `(?:batter(?:y|ies)(?: strings?| modules?)?|generators?|gen-?sets?|buildings?|halls?|plants?|factor(?:y|ies)|sites?|lines?|lifts?|chillers?|transformers?|switchgear|new cards?|server rooms?|data cent(?:er|re)s?|offices?|(?:sister|neighbour|neighbor)\\S*(?: [\\w'’]+){0,2} (?:unit|ups|device|machine|pdu)|predecessors?)`;
const OF_ANOTHER = new RegExp(
  `(?:(?:^|[.;,:!?]|\\b(?:and|but|while|when))\\W*(?:(?:the|our|an?|this|that|its|their|my) )?(?:\\w+ ){0,1}${THING}|\\b(?:replac\\w+|instead of|in place of|successor (?:of|to))\\b[^.;?!]{0,30}\\b(?:one|unit|device|ups|machine)(?: (?:that|which))?) ${WAS}[^,;]{0,25}$`,
  'i',
);

const BEHIND = new RegExp(`^,? (?:the|our|an?|this|that|its|their|my) (?:\\w+ )?${THING} ${WAS}`, 'i');

/** What was planned, or what somebody only believes. */
const NOT_KNOWN_TO_BE =
  /\b(?:(?:should|could|might|would) have been|(?:meant|supposed|due|said|believed|thought) to (?:be|have been)|(?:he|she|they|boss|chief|colleagues?|managers?|predecessor|somebody|someone) (?:\w+ )?(?:thinks?|believes?|reckons?|assumes?|guesse?s?)\b[^.;?!]{0,40}) ?(?:\w+ )?(?:re-?)?(?:commission|install|started up|put into)/i;

/** Whether a day of commissioning is told of something else than the device, or as what should have been. */
export function isOfAnother(text: string, { start, end }: Span): boolean {
  const before = text.slice(sentenceAt(text, start).start, start);
  return OF_ANOTHER.test(before) || BEHIND.test(text.slice(end, end + 80)) || NOT_KNOWN_TO_BE.test(before);
}
