/** Says in a statement that something is wanted or asked. */
const WANTS =
  /\b(?:please|kindly|(?:we|i)(?:['’]d| would)? (?:like|need|want|wish|expect|require|request|ask|demand|prefer|rather)|(?:wants?|needs?|asks?|asking|asked|would like|['’]d like) (?:[\w-]+ ){0,3}(?:me|us|you|whether|if|for|about|to)|(?:only |main |real |other |second )?questions? (?:is|was|are|would be|remains?)\b|(?:would|should) (?:also |further |really |still )?like|would be (?:(?:most|very|much|really|highly) )?(?:welcome|appreciated|helpful|useful)|need to know|looking for|wonder(?:s|ing)?|(?:know|idea) how|unsure|not (?:sure|clear)|unclear|tell (?:me|us)|(?<!\b(?:we|i|they|who|to|must|will|shall) )(?:advise|explain)|(?<!\b(?:we|i|they|who) (?:can |hereby )?)(?:confirm|clarify)|let (?:me|us) know|(?:send|give|call|phone|ring|contact) (?:me|us)|get back to|(?:grateful|obliged|thankful|glad|pleased) (?:for|if|to)|appreciate)\b/i;

/** Somebody asks, knows or is told how, what, whether …: a question in a statement. What somebody knows already is none. */
const EMBEDS =
  /\b(?:asks?|asked|asking|(?<!\b(?:i|we|they|you) (?:already |now |all )?)knows?|understands?|(?<!\b(?:i|we) (?:now |already )?)understand|learn|hear|say|tell|told|explain|describe|sure|clear|unclear|curious|puzzled?|puzzling|interested|find out|figure out|establish|determine)(?: (?:me|us|you|him|her|them|again|also|in writing|from you|exactly|yet|about|of|to|in|as to|then|further))* (?:if|whether|how|what|which|who|whom|where|when|why|on what|on which|by whom|at which)\b/i;

/** Somebody has to find out or to write down how, what, whether … */
const HAS_TO =
  /\b(?:(?:have|has|need|needs|ought) to|must|(?:am|is|are) (?:supposed|asked|required|obliged) to)\b[^.?!]{0,60}\b(?:if|whether|how|what|which|who|where|when|why)\b|\bquestions?,? (?:is |was |namely |that is |remains )*(?:if|whether|how|what|which|who|where|when|why)\b/i;

/** Facts that the sender says nobody knows: we ask for those, he does not. */
const NOT_KNOWN =
  /(?:\bnot|n['’]t|\bcannot|\bnobody|\bno one|\bnone of us)\s+(?:[\w'’]+\s+){0,4}(?:know|say|tell|told|sure|find out|remember|recall|clear)\b|\bno idea\b/i;
const OF_FACTS =
  /\b(?:which|what) (?:\w+ ){0,4}(?:cards?|generation|nmc|type)\b|\bwhen\b.{0,40}\b(?:commission|start(?:ed)? up|install)|\b(?:if|whether)\b.{0,70}\b(?:contract|plan|agreement|status|partner|qualified|running|begins|begun)\b/i;
const isUnknown = (text: string): boolean => NOT_KNOWN.test(text) && OF_FACTS.test(text);

/** Says that something is not wanted: 'no need to call'. */
const DECLINES =
  /\b(?:no need|need(?:s)? not|not necessary|need ?n['’]t|(?:do|does) ?(?:not|n['’]t) (?:need|want|have) to|(?:do ?n['’]t|do not) ask)\b/i;
/** Only says that something will be asked. */
const ANNOUNCES =
  /\b(?:need|want|have|would like|got|require) (?:(?:an?|your|some|the|one|two|three|four|several|few|\d|to know|short|quick|written|official|more|further) )*(?:confirmation|answers?|information|info|clarification|help|advice|questions?|things|points|support)(?: (?:from|of) (?:you|your side))?\W*$/i;
/** Only wants an answer. */
const PLEADS =
  /^\W*(?:please|kindly|pls) (?:answer|reply|respond|advise|get back|help|come back)\b(?:\W+[\p{L}]+){0,6}\W*$|^\W*(?:please|kindly|pls) (?:find|note|be advised)\b/iu;

/** Whether a statement says that something is wanted of us. */
export const wants = (text: string): boolean =>
  !ECHOES.test(text) &&
  (WANTS.test(text) || ((EMBEDS.test(text) || HAS_TO.test(text)) && !isUnknown(text))) &&
  !DECLINES.test(text) &&
  !ANNOUNCES.test(text);
/** 'Please', cut off from what is asked. */
export const saysNothing = (text: string): boolean =>
  /^\W*(?:(?:please|kindly|pls|and|so|then|also|further|secondly)\W*)+$/i.test(text);
/** Whether a text only says that nobody knows a fact, or what we asked: nothing of it is asked of us. */
export const tellsOnly = (text: string): boolean => isUnknown(text) || ECHOES.test(text);
/** Whether a text says that something is not wanted. */
export const declines = (text: string): boolean => DECLINES.test(text);
/** Tells what we asked, or asks only that something else be answered. */
const ECHOES =
  /^\W*(?:(?:and|as|so) )?(?:you|your (?:colleagues?|team|support|service|helpdesk|hotline|agent|people)|(?:mr|mrs|ms)\.? \p{Lu}\w+ (?:of|from) your \w+) (?:(?:had|have|has|already|also|then) )*(?:asked|wanted|requested|wrote|said|told)\b/iu;

/** Whether a text wants an answer and says nothing of what is asked. */
export const pleads = (text: string): boolean => PLEADS.test(text);

const POLITE =
  "(?:(?:and|so|then|but|please|kindly|pls)\\W+)*(?:(?:could|can|would|will) (?:you|somebody|someone|anybody|anyone)(?: (?:please|kindly|possibly|perhaps|also|just))*|it would be (?:\\w+ )?(?:kind|nice|good|great|helpful|useful) if you (?:could|can|would)|(?:i|we)(?:['’]d| would| should)? be (?:\\w+ )?(?:glad|grateful|thankful|obliged|pleased|happy) if you (?:could|can|would)|please|kindly)";
const TELL =
  '(?:let (?:me|us) (?:know|have)|tell (?:me|us)|help(?: (?:me|us))?(?: out)?|assist(?: (?:me|us))?|clarify|confirm|advise(?: (?:me|us))?|explain|answer|shed (?:some |a little )?light|say|check|look into|clear up|enlighten (?:me|us))';
const POINTING =
  "(?:with|on|about|of|to|into|for|too|that|this|it|these|those|them|both|so|me|us|(?:the|these|those|my|our|both|all) (?:two |three )?(?:points?|questions?|things?|matters?|topics?)|points|questions|how (?:it|this|that|things|matters) (?:is|are|stands?)|where (?:i|we|they|it|both|these|things|each(?: one)?(?: of (?:them|these|the two))?) stands?|what (?:i|we|she|he|they) (?:should|must|can|may|have to|need to|ought to) (?:write|answer|put|tell|say|reply|enter|report|fill in)(?: \\w+){0,4}|(?:if|whether) (?:that|this|it|he|she|they|i|we)(?: is| are| am|['’]s|['’]re|['’]m) (?:right|true|correct|so|the case|wrong|mistaken)(?: or not)?)";
const SHELL = new RegExp(
  `^\\W*${POLITE}\\s+${TELL}(?: ${POINTING})*(?:,(?!.*\\b(?:how|what|which|who|where|when|whether|if)\\b).*)?\\W*$`,
  'is',
);
const WHAT_TO_WRITE =
  /^\W*(?:(?:and|so) )?what (?:do|should|can|must|shall|may) (?:i|we|he|she|they) (?:write|answer|put|enter|say|reply|report|fill in|tell \w+)(?: \w+){0,3}\W*$/i;
const TAG =
  /^\W*(?:(?:and|so|or|but) )?(?:is|are|was|does|do|did|has|have|can|will|am)(?:n['’]t)? (?:it|they|this|that|we|he|she|i|these|those)(?: (?:so|right|correct|true|the case|still|then|now|possible|matter|make (?:a|any) difference))*\W*$/i;

/** Only wants that what was said before is answered or confirmed: 'could you help me with that?', 'please let us know where we stand'. */
export const isShell = (text: string): boolean => SHELL.test(text) || WHAT_TO_WRITE.test(text);
/** A yes or no is wanted for what was just said, in no words of its own: 'is it?', 'does it make a difference?'. */
export const isTag = (text: string): boolean => TAG.test(text);

/** What was described, or whose it is, as a sentence points at it. */
const THING =
  '(?:it|they|these|those|this|that|both|either|we|i|you|he|she|all (?:of )?(?:them|these|those)|each(?: one)?|(?:the|our|this|that|my|their|his|her) (?:[\\w-]+ ){0,2}(?:membership|contract|plan|agreement|units?|devices?|cards?|ups|pdus?|system|one|machine|box|thing))';
const LEAD = '^\\W*(?:[^:?\\n]{1,40}: *)?(?:(?:and|but|so|if so)[, ]+)?';
const KNOWS =
  '(?:know|asks?|asked|asking|tell|told|check|see|wonder|wondering|confirm|sure|say|is|was|clarify|find out|understand)';
const ASKS_FIRST = `${LEAD}(?:do|does|is|are|am|will|did|has|have|was)(?:n['’]t)? `;
/** A yes or no is wanted for what was described: 'is it …', 'tell me whether that unit …'. */
const OF_IT = new RegExp(
  `${ASKS_FIRST}${THING}\\b|\\b(?:whether|${KNOWS} (?:\\w+ ){0,2}if)(?: or not)? ${THING}(?:['’](?:s|re|m|ve))?\\b|\\b(?:where|how) (?:do |does )?${THING} stands?\\b`,
  'iu',
);
const OF_DEVICE = new RegExp(`${ASKS_FIRST}(?!(?:we|i|you|he|she)\\b)${THING}\\b`, 'iu');

/** Whether a text asks a yes or no of what was described, or of its owner. */
export const asksOfIt = (text: string): boolean => OF_IT.test(text);

/** Whether a text begins with a yes or no that is asked of the thing itself. */
export const asksOfDevice = (text: string): boolean => OF_DEVICE.test(text);

/** Asks what something costs, which nobody but the partner answers. */
export const asksPrice = (text: string): boolean =>
  /\b(?:price[ds]?|pricing|costs?|how much|quot(?:e|ation)|charge[ds]?|fees?|expensive|discount|budget)\b/i.test(text);

/** Asks in so many words, whatever mark stands at its end. */
export const asksOutright = (text: string): boolean =>
  /\?|\b(?:how|what|which|who|whom|where|when|whether|why)\b/i.test(text);

/** Begins as a question that a yes or no answers: 'is this unit affected'. */
export const asksFirst = (text: string): boolean =>
  /^\W*(?:(?:and|but|so|or)[, ]+)?(?:is|are|am|was|were|do|does|did|has|have|had|can|could|will|would|may|might|must|should|shall)(?:n['’]t)? \w+/i.test(
    text,
  );

/** Names a person who is wanted, and no mere answer. */
export const namesPerson = (text: string): boolean =>
  /\b(?:some(?:body|one)|person|people|human|specialists?|experts?|colleagues?|managers?|engineers?|technicians?|agent|representative)\b/i.test(
    text,
  );
