import { alternatives } from '../understanding/alternatives.js';

/** Facts that the sender says nobody knows: we ask for those, he does not. */
const NOT_KNOWN =
  /(?:\bnot|n['’]?t\b|\bcannot|\bnobody|\bno one|\bnone of us)\s+(?:[\w'’]+\s+){0,4}(?:known?|say|tell|told|sure|find|find out|remember|recall|clear)\b|\bno idea\b|\b(?:not|never|n['’]t|cannot)(?: \w+)? (?:be|been|able to|in a position to)?\s*(?:establish|determine|ascertain|identif|verif|trace|confirm|name|make out|work out|see|read)\w*\b|\bunable to \w+|\bdoes(?: not|n['’]t) (?:appear|say|show|stand)\b|\b(?:is|are|remains?) unknown\b/i;
const OF_FACTS = new RegExp(
  alternatives`
  # The card.
  \b(?:type|kind|generation|model|version) of (?:the |its |that )?(?:\w+ ){0,2}cards?\b
  \b(?:which|what) (?:\w+ ){0,4}(?:cards?|generation|nmc|types?|models?|series)\b
  # The days.
  \bwhich (?:day|month|year)\b
  \b(?:day|date)\b.{0,40}\b(?:plan|contract|agreement|counts|begins|starts|runs|effect)\b
  \bwhen\b.{0,40}\b(?:commission|start(?:ed)? up|install|(?:plan|contract|agreement|membership)s?\b)
  # The contract, and who is behind it.
  \b(?:if|whether)\b.{0,70}\b(?:contract|plan|agreement|status|partner|qualified|relation\w*|certified|accredited|authori[sz]ed|approved|connected|running|begins|begun)\b
`,
  'i',
);
/** Whether a text says of a fact that nobody knows it. */
export const isUnknown = (text: string): boolean =>
  (NOT_KNOWN.test(text) || FOUND_OUT.test(text)) && OF_FACTS.test(text);
/** 'Whether there was a contract is what our lawyers are checking.' */
const FOUND_OUT =
  /^\W*(?:if|whether|which|what)\b.*\b(?:is|are|has|have) (?:what|being|still|yet|to be|not|something)\b/is;

/** Whether a text only says that nobody knows a fact, what somebody has, what an answer is for, or what we asked: nothing of it is asked of us. */
export const tellsOnly = (text: string): boolean =>
  (isUnknown(text) && !findsOut(text)) ||
  [
    HAS_IT,
    OFFERS,
    OFFERS_MORE,
    LACKS,
    WHAT_FOR,
    ECHOES,
    INTENDS,
    TOLD_THEM,
    AS_FAR_AS,
    USES_IT,
    OWN_ACT,
    WHAT_TO_WRITE,
    CANNOT_TELL,
    COMMENTS,
    PREFERS,
  ].some((tells) => tells.test(text));
/** Whether somebody wants to find out what nobody knows. */
export const findsOut = (text: string): boolean => FINDS_OUT.test(text);
const FINDS_OUT =
  /\b(?:likes?|wants?|wish(?:es)?|needs?|try(?:ing)?|tries|have|has|how) to (?:find (?:it |that |this )?out|know|learn|see|determine|identify)\b|\bhow (?:i|we|he|she|they|one|you) (?:can|could|may|might) (?:find (?:it |that |this )?out|know|learn|see|tell|check)\b/i;
/** 'What we do have is a licence', 'all I know is that there is no plan': that, and no more. */
const HAS_IT_SAID = alternatives`
  (?:have|has|had|see|sees|saw|found|find|lack|lacks|miss|misses|pay for|pays for|hold|holds|own|owns|got)\b(?!.*\b(?:is|are) (?:if|whether|how|what|which|who|where|when|why)\b).*\b(?:is|are|was|were)\b
  (?:know|knows|can (?:say|tell|see))\b.{0,20}\b(?:is|are)(?: that\b|:)
  (?:have|know|can say)(?: so far| at present| about it| of it)*\W*$
`;
const HAS_IT = new RegExp(
  String.raw`^\W*(?:(?:and|but|so) )?(?:what|all|the (?:only|one) thing)(?: that)? (?:i|we|he|she|they|the customer)(?:['’]ve)? (?:(?:do|does|did|have|has)(?:n['’]t| not)? |already |only |currently |still |also )*(?:${HAS_IT_SAID})`,
  'is',
);
/** 'Our IT could look if you tell me that it matters': offers something. */
const OFFERS = /\b(?:can|could|will|would) (?:\w+ ){0,4}if you (?:tell|let|need|want|wish|like|require|think|say)\b/i;
/** 'If that does not do, tell me and I will fetch the papers.' */
const OFFERS_MORE =
  /^\W*(?:if|should|in case)\b.*\b(?:and|then|so) (?:that )?(?:i|we)(?:['’]ll| will| can| shall| could) (?:\w+ )?(?:ask|fetch|send|get|look|find|provide|supply|ring|check|bring|dig|take)\b/is;
/** 'If our data is incomplete, please say so.' */
const LACKS_SAID = alternatives`
  you (?:still |also )?(?:need|require|miss|lack|want)\b[^,]*
  (?:our|my|this|the|these|any) (?:information|info|data|details?|facts|description)\b[^,]*\b(?:insufficient|incomplete|missing|enough|sufficient|unclear|lacking|wrong)\b[^,]*
  (?:any(?:thing)?|something|more|further)\b[^,]*\b(?:missing|needed|required|unclear|lacking)\b[^,]*
`;
const LACKS = new RegExp(
  String.raw`^\W*(?:if|should|in case) (?:${LACKS_SAID}),? (?:then |please |kindly |just |do )*(?:let|tell|point|say|ask|write|call|get back|contact|inform|come back|reply|send)\b`,
  'is',
);
/** 'We would like to print one sentence in the guide', 'I would like to send him something official': what the answer is for. */
const USES_IT_SAID = alternatives`
  (?:put|write|print|add|quote|use|include) (?:it|this|that|them|one|a|two|some)\b
  (?:mention|describe|present|document|pass on|hand out)\b
  (?:send|give|show|tell|hand) (?:him|her|them|(?:the|my|our) (?:customers?|clients?|boss|director|colleagues?|team|management|board))\b
`;
const USES_IT = new RegExp(
  String.raw`^\W*(?:(?:in|for) (?:the|our|my|this|a) [^.,?]{3,60}?,? )?(?:(?:i|we)(?:['’]d| would)? )?(?:would )?(?:like|want|wish) to (?:${USES_IT_SAID})(?!.*\b(?:if|whether|how|what|which|who|whom|where|when|why)\b)[^?]*$`,
  'i',
);
/** 'I can ask our accounts about the plan': what the sender will do himself. */
const OWN_ACT =
  /\b(?:i|we)(?:['’]d| would)? (?:like|want|need|have|promised) to (?:call|ring|phone|answer|get back to|reply to|write (?:back )?to) (?:him|her|them|(?:the|our|my|this) [\w-]+)\b(?!.*\b(?:if|whether|how|what|which|who|whom|where|when|why)\b)|\b(?:i|we)(?:['’]ll| can| could| will| shall) (?:\w+ )?(?:ask|find out|check|look (?:it|that|this|for)|fetch|ring|phone|provide|supply)\b(?!.*\b(?:you|your|if|whether|how|what|which|who|whom|where|when|why)\b)/i;
/** 'I do not know whether to put an amount there': what to write, and nothing of the matter. */
const WHAT_TO_WRITE =
  /\b(?:know|sure|decide|certain|clear) (?:whether|if|what|which) to (?:put|write|tick|enter|book|fill|file|note|record|list|say)\b/i;
/** 'I asked her to read me the screen' */
const TOLD_THEM =
  /^\W*(?:so |then |and )?(?:i|we) (?:asked|told|had|let|got|made) (?:him|her|them|(?:the|our|my) \w+|(?:mr|ms|mrs)\.? \p{L}+) (?:to )?\p{L}+/iu;
/** 'What I cannot state: the model.' */
const AS_FAR_AS =
  /^\W*what (?:i|we|he|she|they) (?:can(?:not|['’]?t)?|could(?: not|n['’]?t)?|know|do(?: not|n['’]?t) know)\b[^?:]{0,60}:/i;
/** 'What I cannot tell you is how it is looked after.' */
const CANNOT_TELL =
  /^\W*(?:but |and )?what (?:i|we) (?:cannot|can['’]?t|could(?: not|n['’]?t)|do(?: not|n['’]?t)) (?:tell|say|know|find|find out|establish)(?: you)? (?:is|was)\b/i;
/** 'I'd rather quote your position than guess.' */
const PREFERS =
  /^\W*(?:i|we)(?:['’]d| would) (?:rather|sooner|prefer to) (?:quote|give|say|tell|hear|know|have|write|ask|be|see)\b(?!.*\b(?:if|whether|how|what|which|who|whom|where|when|why)\b)[^?]*$/i;
/** 'Would be typical for us' */
const COMMENTS =
  /^\W*(?:that |this |it )?would be (?:just |so |quite |rather |very )?(?:typical|like (?:us|me|him|her|them)|unlike|a (?:shame|pity|first)|annoying|embarrassing|awkward|odd|strange|bad|silly)\b[^?]*$/i;
/** 'Then we want to order that.' */
const INTENDS =
  /^\W*(?:(?:then|and|so|in that case|if so),? )*(?:we|i)(?:['’]d| would| will| shall|['’]ll)?(?: also| gladly| then)? (?:(?:like|want|wish|be (?:glad|happy|ready)) to )?(?:order|book|take|buy|go (?:ahead|on) with|go for) (?:that|it|this|one|them)\b[^?]*$/i;
/** 'I need it for our register': says what for, and not what. */
const WHAT_FOR =
  /^\W*(?:(?:and|but|so) )?(?:i|we|he|she|they) (?:need|want|require|ask(?: for)?)s? (?:it|this|that|them|these|the (?:answers?|information|info|reply|confirmation))(?: (?:only|just|urgently|quickly|soon|today|in writing))* (?:for|because|before|until|by|since|as)\b/i;
/** Tells what we asked, or asks only that something else be answered. */
const ECHOES =
  /^\W*(?:(?:and|as|so) )?(?:you|your (?:colleagues?|team|support|service|helpdesk|hotline|agent|people)|(?:mr|mrs|ms)\.? \p{Lu}\w+ (?:of|from) your \w+) (?:(?:had|have|has|already|also|then) )*(?:asked|wanted|requested|wrote|said|told)\b/iu;
