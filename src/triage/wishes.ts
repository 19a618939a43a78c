/** Says in a statement that something is wanted or asked. */
const WANTS =
  /\b(?:please|kindly|(?:we|i)(?:['’]d| would)? (?:like|need|want|wish|expect|require|request|ask|demand|prefer|rather)|(?:wants?|needs?|asks?|asking|asked|would like|['’]d like) (?:[\w-]+ ){0,3}(?:me|us|you|whether|if|for|about|to)|(?:only |main |real |other |second )?questions? (?:is|was|are|would be|remains?)\b|would (?:also |further |really )like|need to know|looking for|wonder(?:s|ing)?|(?:know|idea) how|unsure|not (?:sure|clear)|unclear|tell (?:me|us)|advise|confirm|clarify|explain|let (?:me|us) know|(?:send|give|call|phone|ring|contact) (?:me|us)|get back to|(?:grateful|obliged|thankful|glad|pleased) (?:for|if|to)|appreciate)\b/i;

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
export const wants = (text: string): boolean => WANTS.test(text) && !DECLINES.test(text) && !ANNOUNCES.test(text);
/** Whether a text says that something is not wanted. */
export const declines = (text: string): boolean => DECLINES.test(text);
/** Whether a text wants an answer and says nothing of what is asked. */
export const pleads = (text: string): boolean => PLEADS.test(text);

/** What was described, or whose it is, as a sentence points at it. */
const THING =
  '(?:it|they|these|those|this|that|both|either|we|i|you|he|she|all (?:of )?(?:them|these|those)|each(?: one)?|(?:the|our|this|that|my|their|his|her) (?:[\\w-]+ ){0,2}(?:membership|contract|plan|agreement|units?|devices?|cards?|ups|pdus?|system|one|machine|box|thing))';
const LEAD = '^\\W*(?:[\\p{L}]+: *)?(?:(?:and|but|so|if so)[, ]+)?';
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

/** Names a person who is wanted, and no mere answer. */
export const namesPerson = (text: string): boolean =>
  /\b(?:some(?:body|one)|person|people|human|specialists?|experts?|colleagues?|managers?|engineers?|technicians?|agent|representative)\b/i.test(
    text,
  );
