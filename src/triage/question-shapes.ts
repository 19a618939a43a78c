import { embeddedQuestion } from './embedded-question.js';

const POLITE =
  "(?:(?:and|so|then|but|please|kindly|pls)\\W+)*(?:(?:could|can|would|will) (?:you|somebody|someone|anybody|anyone)(?: (?:please|kindly|possibly|perhaps|also|just))*|it would be (?:\\w+ )?(?:kind|nice|good|great|helpful|useful) if you (?:could|can|would)|(?:i|we)(?:['’]d| would| should)? be (?:\\w+ )?(?:glad|grateful|thankful|obliged|pleased|happy) if you (?:could|can|would)|please|kindly)";
const TELL =
  '(?:let (?:me|us) (?:know|have)|tell (?:me|us)|help(?: (?:me|us))?(?: out)?|assist(?: (?:me|us))?|clarify|confirm|verify|advise(?: (?:me|us))?|explain|answer|shed (?:some |a little )?light|say|check|look into|look (?:it|this|that|them) up|clear up|enlighten (?:me|us)|give (?:me|us) (?:the|an?|your|one|some) (?:\\w+ )?(?:entry|entries|answers?|status|verdicts?|reply|replies|statements?|yes or no))';
const POINTING =
  "(?:with|on|about|of|to|into|for|too|that|this|it|these|those|them|both|so|me|us|(?:the|these|those|my|our|both|all) (?:two |three |following )?(?:points?|questions?|things?|matters?|topics?|sentences?|items?|lines?|paragraphs?)|below|above|please|pls|quickly|(?:its|the|their|this) (?:current )?(?:status|state|standing)|points|questions|(?:two|three|several|some|a few|the following) (?:points|questions|things|matters)|for (?:us|me)|(?:for|on|to|about|of) (?:(?:each|every|all|both|any|the|these|those|this|of|them|two|three|four|five|one|\\d) ?)+(?:lines?|rows?|units?|devices?|machines?|items?|ones?)?|how (?:it|this|that|things|matters) (?:is|are|stands?)|where (?:i|we|they|it|both|these|things|each(?: one)?(?: of (?:them|these|the two))?) stands?|what (?:i|we|she|he|they) (?:should|must|can|may|have to|need to|ought to) (?:write|answer|put|tell|say|reply|enter|report|fill in)(?: \\w+){0,4}|(?:if|whether) (?:that|this|it|he|she|they|i|we)(?: is| are| am|['’]s|['’]re|['’]m) (?:right|true|correct|so|the case|wrong|mistaken)(?: or not)?)";
const SHELL = new RegExp(
  `^\\W*${POLITE}\\s+${TELL}(?: ${POINTING})*(?: so (?:that )?(?:i|we|he|she|they)\\b[^?]*)?(?:,(?!.*\\b(?:how|what|which|who|where|when|whether|if)\\b).*)?\\W*$`,
  'is',
);
const WHAT_TO_WRITE =
  /^\W*(?:(?:and|so) )?what (?:do|should|can|must|shall|may) (?:i|we|he|she|they) (?:write|answer|put|enter|say|reply|report|fill in|tell \w+)(?: \w+){0,3}\W*$/i;
const WHAT_YOU_NEED =
  /\b(?:what|which)(?: (?:else|more|other|further|particulars|details|data|facts|information|papers|documents))* (?:do )?you (?:still |would |may |might )?(?:need|require|want)(?: (?:to know )?from (?:me|us))?(?: (?:in order )?to (?:answer|tell|know|say|check)(?: \w+){0,3}| to know)?(?:(?:,|(?: and| so)\b).*)?\W*$/i;
/** 'Could you send me this document?', 'just tell me where to look': of what was spoken of before. */
const SENDS_IT =
  /^\W*(?:(?:and|so|then|please|just)[, ]+)*(?:(?:could|can|would|will) you (?:please |kindly |also |just )*)?(?:send|mail|e-mail|email|forward|provide|give) (?:me |us )?(?:it|this|that|them|(?:the|a) list(?: of (?:them|those|these|it))?|(?:this|that|these|those) (?:documents?|files?|papers?|cop(?:y|ies)|certificates?|forms?|pdfs?|reports?))(?: (?:to me|to us|by (?:e-?)?mail|please|as (?:a )?pdf|too|over))*\W*$/i;
const WHERE_TO_LOOK =
  /\b(?:tell|show) (?:me|us) where (?:to look|i (?:should|must|can) look|we (?:should|must|can) look)(?: for it| at it)?\W*$/i;
const TAG =
  /^\W*(?:(?:and|so|or|but) )?(?:is|are|was|does|do|did|has|have|can|will|am)(?:n['’]t)? (?:it|they|this|that|we|he|she|i|these|those|there (?:one|any|some))(?: (?:so|right|correct|true|the case|still|then|now|possible|matter|make (?:a|any) difference))*\W*$/i;

const WHAT_TO_SEND =
  /^\W*(?:(?:and|so) )?(?:what|which) (?:else |more |other |further )?(?:\w+ ){0,2}(?:shall|should|must|do|can|may) (?:i|we|he|she|they) (?:have to |need to )?(?:send|provide|give|supply|tell|deliver|prepare|bring)(?: (?:you|in|along|for (?:it|this|that)))*\W*$/i;

/** Only asks which facts we need. */
export const asksWhatWeNeed = (text: string): boolean => WHAT_YOU_NEED.test(text) || WHAT_TO_SEND.test(text);

/** Only wants that what was said before is answered or confirmed: 'could you help me with that?', 'please let us know where we stand'. */
export const isShell = (text: string): boolean =>
  SHELL.test(text) ||
  [WHAT_TO_WRITE, WHAT_YOU_NEED, WHAT_TO_SEND, SENDS_IT, WHERE_TO_LOOK].some((shape) => shape.test(text));
/** A yes or no is wanted for what was just said, in no words of its own: 'is it?', 'does it make a difference?'. */
export const isTag = (text: string): boolean => TAG.test(text);

/** What was described, or whose it is, as a sentence points at it. */
const THING =
  '(?:it(?! (?:true|right|correct|so) that)|they|these|those|this|that|both|either|we|i|you|he|she|all (?:of )?(?:them|these|those)|each(?: one)?|(?:the|our|this|that|my|their|his|her) (?:[\\w-]+ ){0,2}(?:membership|contract|plan|agreement|units?|devices?|cards?|ups|pdus?|system|one|machine|box|thing))';
const LEAD = '^\\W*(?:[^:?\\n]{1,40}: *)?(?:(?:and|but|so|if so)[, ]+)?';
const KNOWS =
  '(?:know|asks?|asked|asking|tell|told|check|see|wonder|wondering|confirm|sure|say|is|was|clarify|find out|understand)';
const ASKS_FIRST = `${LEAD}(?:do|does|is|are|am|will|did|has|have|was)(?:n['’]t)? `;
/** A yes or no is wanted for what was described: 'is it …', 'tell me whether that unit …'. */
const APPLIES =
  /\b(?:appl(?:y|ies)|go(?:es)?(?= for)|holds?|extends?|counts?|valid|available) (?:also |too |then )?(?:to|for) (?:it|them|both|either|all|each|these|those|this|that|our|the|my|us|an?|such)\b|\binclude (?:it|them|this|that|these|those|our|such)\b|\bappl(?:y|ies) (?:today|now|here|at present|currently|as well|too)\b/i;
/** Whether a text asks if something holds for what was described. */
export const asksIfApplies = (text: string): boolean => APPLIES.test(text);
const OF_IT = new RegExp(
  `${ASKS_FIRST}${THING}\\b|\\b(?:whether|${KNOWS} (?:\\w+ ){0,2}if)(?: or not)? ${THING}(?:['’](?:s|re|m|ve))?\\b|\\b(?:where|how) (?:do |does )?${THING} stands?\\b`,
  'iu',
);
const OF_DEVICE = new RegExp(`${ASKS_FIRST}(?!(?:we|i|you|he|she)\\b)${THING}\\b`, 'iu');

/** Whether a text asks a yes or no of what was described, or of its owner. */
export const asksOfIt = (text: string): boolean => OF_IT.test(text);

/** Whether a text begins with a yes or no that is asked of the thing itself. */
export const asksOfDevice = (text: string): boolean => OF_DEVICE.test(text);

/** Asks whether something holds for the devices that were described: 'is this correct for these six units?'. */
export const asksForThese = (text: string): boolean =>
  /\b(?:for|of|with|about) (?:it|both|(?:this|that|these|those|our|my|the) (?:[\w-]+ ){0,2}(?:units?|ups|pdus?|devices?|machines?|systems?|one))\b/i.test(
    text,
  );

/** Points at what was described, or at those who have it: 'its standing', 'what does that make us'. */
export const pointsAtDevice = (text: string): boolean =>
  /\b(?:its|their|our|my|us|ours|it|(?:this|that|the|such an?) (?:unit|device|machine|ups|pdu|card|one))\b/i.test(
    text,
  ) &&
  !/\b(?:tell|explain(?:ed)? (?:it )?to|for|give|send|help|let|show) (?:us|me)\b|\b(?:our|my) (?:\w+ )?(?:glossary|intranet|newsletter|management|boss|manager|board|customers?|colleagues?|report|documentation|manual|team|wiki)\b/i.test(
    text,
  );

/** Asks in so many words, whatever mark stands at its end. */
export const asksOutright = (text: string): boolean =>
  /\?|\b(?:how|what|which|who|whom|where|when|whether|why)\b/i.test(text);

/** Begins as a question that a yes or no answers: 'is this unit affected'. */
export const asksFirst = (text: string): boolean =>
  /^\W*(?:(?:and|but|so|or)[, ]+)?(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|may|might|must|should|shall)(?:n['’]t)? \w+/i.test(
    text,
  );

/** Asks in general which products or kinds there are: 'which models have it?'. */
export const asksWhichOnes = (text: string): boolean =>
  /\b(?:which|what) (?:[\w-]+ ){0,4}(?:models|products|devices|types|ranges|families|series)\b|\blist of\b/i.test(text);

/** Asks how, what or who, and not how something stands: 'how do we get the entitlement back?', 'explain by which plans it goes on'. */
export const asksOpenly = (text: string): boolean =>
  (OPENS.test(text) || embeddedQuestion(text) !== null) &&
  !/\b(?:status|state|stands?|position|situation|entitled|covered|until when|how long|(?:our|its|their|my) (?:\w+ )?entitlements?)\b/i.test(
    text,
  );
const OPENS =
  /^\W*(?:(?:and|but|so|if not)[, ]+)?(?:(?:by|from|in|on|at|through|under|with|to|for) )?(?:what|which|how|who|whom|where)\b/i;

/** Asks for something that is set in a card, and not which one it is: 'which engine ID must be entered?'. */
export const asksForSetting = (text: string): boolean =>
  /\b(?:which|what) (?:[\w-]+ ){0,2}(?:ids?|ports?|address(?:es)?|settings?|users?|passwords?|keys?|protocols?|oids?|mibs?|registers?|baud)\b/i.test(
    text,
  );
