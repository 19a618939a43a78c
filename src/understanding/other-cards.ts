import { alternatives } from './alternatives.js';
import { clauseAround, type Span, sentenceAt } from './clauses.js';
import { OTHERS_BELIEVE } from './hearsay.js';

const DOUBT = `(?:${OTHERS_BELIEVE}|(?:i|we|he|she|they) (?:\\w+ )?(?:think|thought|believe|believed|assume|assumed|guess|suppose|supposed|reckon|suspect|hopes?|hoped)|probably|perhaps|maybe|possibly|presumably|hopefully|supposedly|allegedly|apparently|(?:may|might|could|should|ought to) (?:well )?be|(?:may|might|could|should) (?:well )?have|(?:could|might|may|can) (?:it|this|that|there|the card) be|(?:my|our) (?:guess|bet) is|(?:not|n['’]t) (?:quite |entirely |totally |really |at all )?(?:sure|certain)|unsure|uncertain|(?:said|supposed|meant|believed|reported) to (?:be|have)|(?:i|we) (?:would|['’]d) (?:say|guess|think)|(?:know|knows|say|tell|check|see|clear) if|whether|what if)`;
/** What may stand between a doubt and the card that it is about: 'I think that the card in it is an …'. */
const OF_CARD =
  "(?:,? ?(?:that|if|whether))?(?: (?:it|this|that|they|there|(?:the|our|my) (?:card|ups|pdu|device|unit|machine|thing|one)(?: in (?:it|there))?|(?:the|our|my|this|that)(?: [\\w/-]+){1,5}?(?= (?:is|has|have|had|was|got|contains?)\\b))(?:['’]s)?)?(?:(?: (?:is|has|have|had|was|be|got|contains?|carries|uses|with))+(?: the)?)?(?: (?:an?|of|type|card|called|only|just|new|old))*\\s*";
/** Somebody only believes it, hopes it, wonders or was promised it. */
const DOUBTED = new RegExp(`\\b${DOUBT}${OF_CARD}$`, 'i');
const DOUBTED_NEXT =
  /^[\s,(?–-]*(?:cards? )?(?:in (?:it|there) )?[\s,(?–-]*(?:(?:i|we|he|she|they) (?:\w+ )?(?:thinks?|believes?|guess|supposes?|assumes?|reckons?|hopes?)(?! (?:that )?it (?:says|reads|shows))|(?:i|we)['’]?d (?:say|guess)|maybe|perhaps|probably|possibly|presumably|if i (?:remember|recall)|but (?:i am|i['’]m|we are|we['’]re) not sure|not sure)\b/i;
/** Of what will be there, or might be, and is not yet. */
const TO_COME = new RegExp(
  alternatives`
  (?:\b(?:will|shall|would|is to|are to|going to)|['’]ll) (?:\w+ ){0,2}(?:be|have|get|receive|come|bring|carry|contain)\b[^.;?!]{0,20}$
  \b(?:(?:po|purchase order|requisition) (?:for|of)|order(?:ed|s|ing)?(?: for)?|commanded|bought|purchased|quote[ds]?|offer(?:ed)?|promised|requested|asked for|need(?:ed|s)?|want(?:ed|s)?|require[ds]?|wish(?:ed)? for|waiting for|await\w*|deliver(?:s|ed|y of)?) (?:us |me )?(?:(?:an?|the|one|two|our|new|spare|extra|additional|single) )*$
  \b(?:prices?|costs?|cost of|quotation|quote|offer|lead time|part number) (?:of|for|is) (?:(?:an?|one|the|new|spare) )*$
`,
  'i',
);
const TO_COME_NEXT_SAID = alternatives`
  # Somebody has ordered it, or wants it.
  (?:(?:that|which) )?(?:we|i|they|he|she)(?: (?:have|has|had|just|already)|['’]ve)* (?:ordered|bought|requested|need|want(?:ed)?)\b
  # It has not come, or is not in there.
  (?:has|have)(?:n['’]t| not) (?:yet )?(?:arrived|come|been (?:delivered|fitted|installed|supplied))\b
  (?:is|are|was|were|has been|have been)(?: not|n['’]t| never) (?:yet )?(?:here|delivered|fitted|installed|inserted|mounted|put in|in)\b
  # It does not fit, is ordered, to come, planned, or only has a price.
  does(?: not|n['’]t) fit\b
  (?:is|are|was|were) (?:only |still |just )*(?:planned|foreseen|scheduled|intended|considered)\b
  (?:(?:is|are|was|were) )?(?:on order\b|(?:already )?(?:ordered|commanded|requested)\b|to come\b|to be (?:fitted|installed|delivered)|on (?:its|their|the) way|costs?\b|prices?\b|(?:can|could|may|might|will|would|shall|should|is to|has to|must) be (?:fitted|installed|put|used|retrofitted|mounted|plugged|ordered|bought|delivered|supplied|added)\b|(?:can|could|would|will) (?:fit|go|cost|come|arrive)\b)
`;
const TO_COME_NEXT = new RegExp(
  String.raw`^\s*(?:cards? )?(?:for (?:(?:our|the|this|my|that) [\w /-]{2,40}?|it|them|this|ours) )?(?:${TO_COME_NEXT_SAID})`,
  'i',
);
/** A card that lies somewhere, belongs to somebody else, or is written of in general. */
const ELSEWHERE =
  /\b(?:neighbou?r\w*|(?:sister|twin) (?:unit|ups|device|machine|pdu|one)|(?:other|another|sister) (?:site|building|plant|location|company)|brochures?|manuals?|configurators?|data ?sheets?|documentation|order (?:confirmation|form)s?|catalogues?|leaflets?|adverts?|advertisement|spares?|reserve)\b[^.;?!]{0,60}$/i;
const ELSEWHERE_NEXT =
  /^\s*(?:cards? )?(?:(?:that |which )?(?:is|are|was|were|lies?|lying|sits?|sitting|stands?|standing|stored|kept|waiting|still|already) )*(?:on (?:the|a|our) shelf|in (?:the |a |our )?(?:spares?\b|spare parts?\b|cabinet|stock|stores?|storage|store ?room|stockroom|box|drawer|cupboard|warehouse|packaging)|as (?:a )?(?:spare|reserve)|of (?:our|the|my|a) neighbou?r|of (?:another|the other) )/i;
/** 'An NMC4 upgrade kit is in stock' */
const KIT_NEXT = /^\s*(?:upgrade |retrofit |conversion |replacement )?(?:kits?|sets?|box(?:es)?|spares?)\b/i;
/** What a paper has of it. */
const ON_PAPER_NEXT =
  /^\s*(?:cards? )?(?:(?:is|was|are|were|stands?|stood|written|given|named|listed|mentioned) )*(?:in|on) (?:the|our|their|its|your|an?) (?:offer|quote|quotation|order|proposal|purchase order|contract|invoice|tender|catalogue|brochure|data ?sheet|manual|specification|spec)\b/i;
/** It was in there, and is not any more. */
const GONE =
  /^\s*(?:cards? )?(?:(?:went|left|came out|is gone|was there before)\b|(?:failed |broke |died )?(?:and )?(?:(?:which |that )?(?:was|were|has been|have been|had been|is|got|had to be) )?(?:then |since |already |meanwhile )*(?:taken out|removed|pulled(?: out)?|dismounted|dismantled|unplugged for good|sent back|returned|scrapped|stolen)\b)/i;

/** 'A card is on order, an …' */
const ORDERED_ABOVE =
  /\b(?:on order|ordered|commanded|requested|to be delivered|on (?:its|the) way)[,:(–-]+ ?(?:(?:an?|the|one|new) )*$/i;
/** 'We took out the …' */
const TAKEN_OUT = /\b(?:(?:took|taken|take|takes|pulled|pulls) out|removed) (?:the|an?|our|its)(?: old| original)? *$/i;
/** 'Earlier it was an …', 'before that there was …' */
const EARLIER =
  /^\W*(?:earlier|before(?: that)?|previously|formerly|in the past|at first|first|originally|until then),? (?:(?:it|there|in it|inside|the (?:old )?card(?: in it)?) )?(?:was|were|had|sat)(?: (?:it|there|inside|in it))?(?: (?:an?|the))? *$/i;

/** Whether a card that a text names, at `card`, is none that is known to be in the device: doubted, to come, elsewhere or gone. */
export function isOtherCard(text: string, card: Span): boolean {
  const clause = clauseAround(text, card);
  const before = text.slice(clause.start, card.start);
  const after = text.slice(card.end, clause.end);
  return (
    KIT_NEXT.test(after) ||
    ON_PAPER_NEXT.test(after) ||
    DOUBTED.test(before) ||
    DOUBTED_NEXT.test(text.slice(card.end, card.end + 40)) ||
    (/^\W*with (?:an?|the) $/i.test(before) && /\bwould\b/i.test(after)) ||
    TO_COME.test(before) ||
    TO_COME_NEXT.test(after) ||
    ELSEWHERE.test(before) ||
    EARLIER.test(before) ||
    TAKEN_OUT.test(before) ||
    ORDERED_ABOVE.test(text.slice(sentenceAt(text, card.start).start, card.start)) ||
    (ELSEWHERE_NEXT.test(after) && !/\bwith (?:an? |the )?$/i.test(before)) ||
    GONE.test(after)
  );
}
