import { anyOf } from '../any-of.js';

const BUYING = '(?:buy|sign|order|take|purchase|conclude)';
const PLAN = '(?:\\w+ )?(?:contract|plan|agreement)';

/** A plan that is considered, offered, wished for, asked about or turned down, and so is no fact. */
export const HYPOTHETICAL = anyOf(
  // Where there were one.
  `(?:when|once|where) (?:the|a|one|such a) ${PLAN} (?:is|was|gets|has been)`,
  `an? ${PLAN}s? (?:does|do|would)(?:n['’]t| not)? (?:pay|make|cost|bring|be|help)`,
  "(?:if|whether) there(?:['’]s| is| was| are)|(?:is|was|are|left) (?:also )?(?:blank|empty|open|not filled(?: in)?)",
  'if (?:we|i|he|she|they|a|the|somebody|someone|customers?)',
  "would|could|should (?:we|i|have|be)|shall|what if|let['’]?s say|say we|suppose|imagine",
  // Thought of.
  'considering|considered|contemplat\\w+|pondered|thinking (?:of|about)|thought about|looking (?:at|into)|interested in',
  '(?:lean|leans|leaning|tend|tending) (?:towards?|to)|favou?r(?:s|ing)?|(?:preference|preferred) (?:is|for|would)|rather than|either',
  'how about|what about|budget|pending|draft|unsigned|working on',
  // Wanted.
  `plan(?:ning)? to|wants?(?! (?:to know|confirmation|you))|wish|intend|going to|need(?:ed)?|(?:ready|willing|prepared|happy|glad) to ${BUYING}`,
  `do (?:we|i) need|need to (?:buy|get|sign)|(?:can|may) (?:we|i) (?:buy|get|order|take)|(?:may|might) (?:sign|buy|get|take)|before (?:we )?(?:buy|sign)`,
  // Offered.
  'offer(?:ed|s|ing)?|quote[ds]?|quotation|proposal|negotiat\\w+|recommend\\w*|sell us|ask(?:ed|ing) (?:about|for)|invoices? (?:for|of|about|with)',
  // Doubted.
  '(?:check|see|know|say|tell|sure|certain|clear|out|on|about)(?: is| was)? (?:if|whether)',
  'probably|ideally|hopefully|maybe|perhaps|not sure|unsure|doubts?|supposedly|allegedly|reportedly',
  // Turned down, put on hold, or somebody's before.
  "decided against|refus\\w+|declin\\w+|reject\\w+|turned down|did not take|(?:do ?n['’]?t|not) want|too expensive",
  'suspended|on hold|(?:switched|moved|changed) from',
  '(?:predecessors?|(?:previous|former|last) (?:owners?|tenants?|operators?)) (?:had|has|have)',
);

/** A plan that somebody has bought, or is about to have: nothing of its being in effect. */
export const BOUGHT = anyOf(
  'bought|purchased?|procured|acquired|paid for|has been sold|was sold|sold (?:us|with|together)|became|took|taken',
  'decided (?:on|for)|opted for|chosen|chose|settled on|gone for|agreed|concluded|signed|booked|scheduled',
  'ordered|placed (?:\\w+ ){0,3}orders?|orders? (?:for|of|form|number|went|was|were|has been|is)|on order|in the order|part of the order',
  'raised (?:\\w+ ){0,2}(?:po|purchase order)|applied for|applications?|requested',
  'approved|released|cleared|awarded|accepted|budgeted|proposed|discussed|mentioned|suggested',
  // Of its start.
  'kicks? in|(?:will )?(?:start|begin)s?|starting|beginning|takes? effect|effective',
);

const DEVICE = '(?:ups|device|unit|one|machine|pdu|system)';
const PLACE = '(?:sites?|buildings?|plants?|branch(?:es)?|offices?|locations?|factor(?:y|ies)|campus)';

/** Of another place, device or owner than the one spoken of. */
export const ELSEWHERE = anyOf(
  'neighbou?r\\w*',
  `for (?:its|their|his|her) own (?:\\w+ )?(?:${PLACE}|${DEVICE}s?|upss)`,
  '(?:other|another|different|sister) (?:site|building|plant|location)',
  '(?<!with (?:an)?)(?:other|different|sister) company|(?:parent|mother|holding) (?:company|firm)(?! (?:has |had |have )?(?:bought|signed|purchased|ordered|concluded|booked) [^.;?!]{0,40}\\bfor (?:the|our|this)\\b)|at (?:the |our )?(?:head ?office|headquarters)|landlords?|(?:another|other|different) (?:department|division|team|customer|client)',
  `only (?:for |in |at |covers )?(?:the|our|my) (?:\\w+ )?${PLACE}`,
  `(?:for|on|at|of|in|with) (?:(?:the|our|my|an)\\s+)?(?:other|another|different|remaining) ${DEVICE}s?`,
  `(?:sister|twin|neighbou?ring|previous|former|old|earlier|replaced) (?:ups|unit|device|machine)|(?:our|the|my|his|their|all) (?:other|remaining) (?:\\w+ )?${DEVICE}s?`,
  'not (?:here|this (?:one|unit|ups|device|machine)|for (?:this|ours|it|us)|ours)',
  'cooling units? only|for the cooling|only (?:for )?(?:the )?(?:batter(?:y|ies)|cooling|generators?)|for (?:the )?(?:batter(?:y|ies)|generators?) only',
);

/** A device that a plan leaves out. */
export const LEFT_OUT = anyOf(
  '(?:excluded|exempt(?:ed)?|left out|carved out|omitted|missing) (?:from|of|in)',
  "(?:(?:does|do|did|is|was|are)(?: not|n['’]t)|never) (?:\\w+ )?(?:includ\\w*|cover\\w*|list\\w*|contain\\w*|name[sd]?|extend to|apply to) (?:this|it|the|our|that|them|these|any)",
  "(?:not|n['’]t) (?:listed|named|mentioned|included|on (?:the|its|that) (?:list|contract|schedule|annex))",
);

/** What somebody says who would like to sell it. A customer or a colleague who is quoted may know. */
export const SAID_BY_OTHERS = anyOf(
  '(?:contact|rep|representative|sales(?:man|person| team)?|supplier|reseller|distributor) (?:\\w+ )?(?:says?|said|claims?|claimed|told (?:me|us)|assures?|assured|insists?|swears?|mentioned)',
);
