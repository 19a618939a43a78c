import { alternatives } from '../understanding/alternatives.js';
import { findsOut, isUnknown, tellsOnly } from './tells-only.js';

/** Says in a statement that something is wanted or asked. */
const WANTS_SAID = alternatives`
  # Asked for.
  please
  kindly
  # The sender, or somebody whom he writes for, wants something.
  (?:we|i)(?:['’]d| would| should)?(?: (?:also|further|still|furthermore|additionally|then|now|kindly|herewith|hereby|moreover|therefore|thus))* (?:like|need|want|wish|expect|require|request|ask|demand|prefer|rather)
  (?:wants?|needs?|asks?|asking|asked|would like|['’]d like) (?:[\w-]+ ){0,3}(?:me|us|you|whether|if|for|about|to(?! (?:wait|keep|save|postpone|avoid|stay|hold|decide|close|finish)\b))
  (?:asks|insists|requests|demands) that
  # A question is announced, or something would be welcome.
  (?:only |main |real |other |second )?questions? (?:is|was|are|would be|remains?)\b
  (?:(?:would|should) |['’]d )(?:also |further |really |still )?like
  would (?:also )?be (?:(?:most|very|much|really|highly) )?(?:welcome|appreciated|helpful|useful|good|nice|great|fine|ideal|handy)
  if there(?:['’]s| is) an? (?:\w+ )?(?:page|link|site|website|address|list)
  # Told to us.
  (?:put|connect) (?:me|us) (?:through|with|to)
  # Not known to the sender.
  need to know
  looking for
  wonder(?:s|ing)?
  (?:know|idea) how
  (?:unsure|not (?:sure|clear)|unclear)(?=.{0,15}\b(?:if|whether|how|what|which|who|where|when|about)\b)
  # Told to us, and not what the sender does himself.
  (?<!\bif you )(?:tell (?:me|us)|let (?:me|us) know)
  (?<!\b(?:we|i|they|who|to|must|will|shall) )(?:advise|explain)
  (?<!\b(?:we|i|they|who) (?:can |hereby )?)(?<!\w[a-z]s (?:can |also |all )?)(?:confirm|clarify)
  (?:send|give|call|phone|ring|contact) (?:me|us)
  get back to
  (?:grateful|obliged|thankful|glad|pleased) (?:for|if|to|of)
  happy with
  appreciate
`;
const WANTS = new RegExp(String.raw`\b(?:${WANTS_SAID})\b`, 'i');

/** Somebody asks, knows or is told how, what, whether …: a question in a statement. What somebody knows already is none. */
const EMBEDS =
  /\b(?:asks?|asked|asking|(?<!\b(?:i|we|they|you) (?:already |now |all )?)knows?|understands?|(?<!\b(?:i|we) (?:now |already )?)understand|learn|hear|say|tell|told|explain|describe|sure|clear|unclear|curious|puzzled?|puzzling|interested|find out|figure out|establish|determine)(?: (?:me|us|you|him|her|them|again|also|in writing|from you|exactly|yet|about|of|to|in|as to|then|further))* (?:if|whether|how|what|which|who|whom|where|when|why|on what|on which|by whom|at which)\b/i;

/** Somebody has to find out or to write down how, what, whether … */
const HAS_TO = new RegExp(
  alternatives`
  \b(?:i|we) (?:(?:also|further|now|still|only|just) )?(?:(?:have|need|ought) to|must|(?:am|are) (?:supposed|asked|required|obliged) to)\b[^.?!]{0,60}\b(?:if|whether|how|what|which|who|where|when|why)\b
  \b(?:things?|points?|matters?),? (?:which |that )?(?:is|was|remains) (?:if|whether|how|what|who|where|when|why)\b
  \bquestions?,? (?:is |was |namely |that is |remains )*(?:if|whether|how|what|which|who|where|when|why)\b
  \b(?:question|point|matter)s?\b[^.?!,;]{0,40}\b(?:is|was|are|remains?)(?: \w+)? (?:if|whether|how|what|which|who|where|when|why)\b
`,
  'i',
);

/** 'And the second: must the customer buy something for it' */
const ANNOUNCED =
  /\b(?:(?:the|my|our|his|her) (?:first|second|third|other|next|last)(?: (?:question|point|thing|one))?|(?:question|point) ?(?:no\.? ?)?\d)(?: (?:is|was))?: (?:must|is|are|do|does|did|can|could|may|should|shall|has|have|will|would|who|what|how|which|when|where|why)\b/i;

/** Says that something is not wanted: 'no need to call'. */
const DECLINES =
  /\b(?:no need|need(?:s)? not|not necessary|need ?n['’]t|(?:do|does) ?(?:not|n['’]t) (?:need|want|have) to|(?:do ?n['’]t|do not) (?:ask|suppose|assume|presume|conclude))\b/i;
/** Says that nobody need look at what a device is entitled to. */
export const declinesCheck = (text: string): boolean =>
  /\b(?:no need|need not|need ?n['’]t|do ?n['’]?t(?: need to)?|not necessary|unnecessary) (?:for you )?(?:to )?(?:check|look (?:it|that) up|verify|tell us that)\b/i.test(
    text,
  );

/** Only says that something will be asked. */
const ANNOUNCES = new RegExp(
  alternatives`
  # 'We need your confirmation'
  \b(?:need|want|have|would like|got|require|request|ask for|expect) (?:to (?:have|get) )?(?:(?:an?|your|some|the|one|two|three|four|several|few|\d|to know|short|quick|clear|written|official|more|further) )*(?:confirmation|answers?|information|info|clarification|help|advice|questions?|things|points|support|statement|reply|word|line)(?: (?:from|of) (?:you|your side)| (?:to|on|for) (?:(?:each|every|all|these|those|both|the|following|below|of|three|two) ?)*(?:one|items?|points?|questions?)?)?(?:,? (?:thx|thanks|thank you|please|pls|cheers))?\W*$
  # 'He likes to know'
  \b(?:wants?|likes?|needs?) to know\W*$
  # 'I have two questions'
  \b(?:need|want|have|would like|got|require|request|ask for) (?:\w+ ){0,2}(?:two|three|four|several|some|a few) (?:\w+ )?(?:informations?|infos?|questions?|things|points|answers|matters|sentences|statements)\b(?!.*\b(?:how|what|which|whom?|where|when|why|whether|if)\b)[^?]*$
`,
  'i',
);
/** Only wants an answer. */
const PLEADS = new RegExp(
  alternatives`
  # 'Please answer soon'
  ^\W*(?:please|kindly|pls) (?:answer|reply|respond|write)(?: (?:me|us|back))?(?: (?:in|by|to|as|soon|before|until|within|here)\b[^?]*)?$
  ^\W*(?:please|kindly|pls) (?:answer|reply|respond|advise|get back|help|come back)\b(?:\W+[\p{L}]+){0,6}\W*$
  # 'Please see below'
  ^\W*(?:please|kindly|pls) (?:check|look at|see|consider|have a look at) (?:the |this )?(?:following|below)(?: \w+)?\W*$
  # 'Please keep it simple'
  \b(?:please|kindly|pls) (?:keep it (?:simple|short|brief|plain|easy)|be patient|bear with|excuse|forgive)\b[^?]*$
  # 'Please note'
  ^\W*(?:please|kindly|pls) (?:find|note|be advised)\b
`,
  'iu',
);

/** 'The auditor wants to see evidence of it': tells why somebody writes; what is asked of us stands elsewhere. */
export const relays = (text: string): boolean =>
  (RELAYS.test(text) && !ASKS_SOMEHOW.test(text)) || (IS_TASKED.test(text) && !text.includes('?'));
/** 'I have been asked to list which systems get updates': what the sender is to do. */
const IS_TASKED =
  /^\W*(?:i|we)(?:['’]ve| have| am|['’]m| are|['’]re| was| were) (?:been )?(?:asked|told|instructed|required|requested)(?: by [\w'’ -]{2,40}?)? to (?:list|account|report|state|say|explain|describe|compile|confirm|declare)\b/i;
const RELAYS =
  /^\W*(?:(?:the|our|my|their|his|her|an?) (?:[\w'’-]+ ){1,4}|(?:he|she|they|management|auditors|headquarters|head office) )(?:now |also |therefore )?(?:wants?|needs?|asks? for|asked for|demands?|requires?|expects?|insists?|requests?|would like)\b/i;
const ASKS_SOMEHOW = /\?|\b(?:if|whether|how|what|which|who|whom|whose|where|when|why|please|kindly|you|your)\b/i;

/** Whether a statement says that something is wanted of us, in a clause of its own where another says what is not. */
export const wants = (text: string): boolean =>
  !pleads(text) &&
  !(tellsOnly(text) && !text.includes('?')) &&
  !ANNOUNCES.test(text) &&
  (asks(text) || text.split(/[,;:]|\bbut\b/).some(asks));
/** 'List the ranges that …' */
const ORDERS =
  /^\W*(?:list|name|state|describe|outline|specify|summari[sz]e|explain|indicate) (?:all |briefly |shortly )?(?:the|all|which|how|what|every|any|us|me|whether|who|where)\b/i;
const asks = (clause: string): boolean =>
  (WANTS.test(clause) ||
    ANNOUNCED.test(clause) ||
    ORDERS.test(clause) ||
    ((EMBEDS.test(clause) || HAS_TO.test(clause)) && (!isUnknown(clause) || findsOut(clause)))) &&
  !DECLINES.test(clause);
/** Says that several things come: 'I need two things:'. */
export const announcesSeveral = (text: string): boolean =>
  /\b(?:need|have|want|would like|got|require|ask(?:ing)?(?: you)?(?: for)?) (?:\w+ )?(?:two|three|four|several|some|the following|these|a few|a couple of) (?:\w+ )?(?:things|questions|points|answers|matters|items)\W*$/i.test(
    text,
  );
/** 'Please', cut off from what is asked. */
export const saysNothing = (text: string): boolean =>
  /^\W*(?:(?:please|kindly|pls|and|so|then|also|further|secondly)\W*)+$/i.test(text);
/** Whether a text says that something is not wanted. */
export const declines = (text: string): boolean => DECLINES.test(text) && !wants(text);
/** Whether a text wants an answer and says nothing of what is asked. */
export const pleads = (text: string): boolean => PLEADS.test(text);

/** Asks what something costs, which nobody but the partner answers. */
export const asksPrice = (text: string): boolean =>
  /\b(?:price[ds]?|pricing|costs?|how much|quot(?:e|ation)|charge[ds]?|fees?|expensive|discount|budget)\b/i.test(text);

/** Wants a figure for money. */
export const wantsFigure = (text: string): boolean =>
  asksPrice(text) && (text.includes('?') || /\b(?:figures?|estimate|quot(?:e|ation)|prices?)\b/i.test(text));

/** Wants a case, a call, or that something is escalated. */
export const opensCase = (text: string): boolean =>
  /\b(?:cases?|ticket|call|ring|phone|telephone|escalat\w+|complain\w*)\b/i.test(text.replace(CLOSES, ''));
const CLOSES =
  /\bno (?:sales |phone |telephone )?calls?\b|\b(?:clos\w+|finish\w*|answer\w*) (?:(?:the|this|that|their|our|my|his|her) )?(?:\w+ )?(?:cases?|tickets?)\b/gi;

/** Names a person who is wanted, and no mere answer. */
export const namesPerson = (text: string): boolean =>
  /\b(?:some(?:body|one)|person|people|human|specialists?|experts?|colleagues?|managers?|boss|supervisor|director|management|head of \w+|engineers?|technicians?|agent|representative)\b/i.test(
    text,
  );
