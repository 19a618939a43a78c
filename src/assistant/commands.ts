/** What a message orders the conversation itself to do. */
export type Command = 'cancel' | 'start-over' | 'why' | 'choices' | 'erase';

const CANCEL =
  /^\W*(?:(?:ok|no|well|oh|actually|sorry|please|pls|hm+|(?:i )?(?:gotta|have to|must|need to) (?:go|run|leave))[,. ]+)*(?:cancel|stop|abort|quit|exit|forget (?:it|that|about it)|never ?mind|nvm|leave it|let['’]?s (?:stop|leave it)|drop it|no longer needed|enough)\b/i;
/** 'Enough of this, give me an agent' wants somebody, and nothing cancelled. */
const WANTS_PERSON =
  /\b(?:give|get|want|need|like|talk|speak|connect|transfer|put|call)\b[^.!?]{0,30}\b(?:agents?|humans?|persons?|people|some(?:body|one)|operator|colleague|representative|supervisor|manager|specialist)\b|[.!,;]\s*(?:an? |the |your )?(?:(?:real|live|human) )?(?:agent|human(?: being)?|person|operator|supervisor)\b/i;
/** 'Never mind. How do I renew?' goes on with something else. */
const ASKS =
  /\?|[.!,;:–-]\s*(?:(?:and|but|so|then|now|just|please) )*(?:who|what|which|how|when|where|why|is|are|do|does|can|could|may|tell|explain|show)\b/i;
const BEGIN_AGAIN =
  "(?:(?:ok|no|well|oh|actually|sorry|please|pls|hm+|i think|let['’]?s|let (?:us|me)|(?:can|could|shall|may) (?:we|i|you)|(?:i|we)(?: would|['’]d)? (?:like|want|need)(?: to)?|better|just|all)[,.! ]+)*";
/** The whole message orders it: 'how do I restart the card?' asks something. */
const START_OVER = new RegExp(
  `^\\W*${BEGIN_AGAIN}(?:start (?:it )?(?:all )?(?:over|again|afresh|anew|from scratch)(?: again)?|restart|begin again|(?:(?:start|begin|go back) )?(?:from|to|at) the (?:very )?(?:beginning|start)|reset)(?: (?:this|the|our) (?:chat|conversation|dialog(?:ue)?|check|questions?))?(?:[, ]+(?:please|pls|now|again|then|with (?:another|a new|a different) (?:device|one|unit)|from the (?:very )?(?:beginning|start)))*\\W*$`,
  'i',
);
const WHY =
  /^\W*(?:(?:and|but|so|ok|hm+|wait)[, ]+)*(?:why(?: (?:do|would|should|must) (?:you|i|we) (?:ask|need|want|know|tell|say|answer)[^?]{0,40}| (?:this|that) question| are you asking[^?]{0,20}| the question)?|what for|what (?:do|would) you need (?:that|this|it) for|why (?:is|does) (?:that|this|it) (?:important|needed|relevant|necessary|matter)|(?:does|how does) (?:that|this|it) matter|what difference does (?:that|this|it) make)\W*$/i;

const CHOICES =
  /^\W*(?:(?:and|but|so|ok|hm+|wait|sorry)[, ]+)*(?:(?:what|which) (?:are (?:the|my)|(?:choices|options|answers|plans|names|ones) (?:are there|do (?:i|we) have|can i (?:give|choose|pick))|do you (?:know|mean|accept|have))(?: (?:choices|options|possibilities|answers))?|(?:what|which) (?:choices|options)|(?:list|show)(?: me)? (?:the |all )?(?:choices|options)|what can i (?:say|answer|choose|pick)(?: here| from)?|what (?:else )?(?:do|would|did) you need(?: to know| from (?:me|us))?)(?: here| then| again)?\W*$/i;
const POLITE =
  "(?:(?:please|pls|ok|hi|hello|now|and|(?:can|could|would|will) you|(?:how|where)? ?(?:do|can|could|may) (?:i|we)|(?:i|we)(?: would|['’]d)? (?:like|want)(?: you)? to)[,.! ]+)*";
/** What is kept of a person, and nothing that a device or a contract has. */
const OF_MINE = [
  '(?:my|our) (?:(?:personal|stored|own) )*(?:data|information|messages?|chats?|conversations?|(?:chat )?history|transcripts?)',
  '(?:this|the) (?:whole |entire )?(?:conversation|chat(?: history)?|transcript)',
  "(?:(?:everything|all|whatever) (?:that )?|what )(?:you (?:know|have|keep|kept|stored?|saved?|remember)|(?:i|we)(?:['’]ve| have)? (?:said|told you|wrote|written|typed))(?: (?:of|on|about) (?:me|us))?",
  'me|everything',
].join('|');
const ERASE = new RegExp(
  `^\\W*${POLITE}(?:erase|delete|remove|wipe|clear|purge|forget) (?:all (?:of )?)?(?:${OF_MINE})(?: (?:please|now|at once|again|completely|for good|permanently|here|(?:from|in) your (?:memory|records|database)))*\\W*$`,
  'i',
);

/** The command in a message, or null; only short messages command. */
export function commandIn(text: string): Command | null {
  if (text.length <= 100 && ERASE.test(text)) return 'erase';
  if (text.length > 60) return null;
  if (START_OVER.test(text)) return 'start-over';
  // 'No, stop, it is 1 February' puts a date right.
  const [order] = CANCEL.exec(text) ?? [];
  if (order !== undefined && !/\d/.test(text) && !WANTS_PERSON.test(text) && !ASKS.test(text.slice(order.length)))
    return 'cancel';
  if (CHOICES.test(text)) return 'choices';
  return WHY.test(text) ? 'why' : null;
}
