/** What a message orders the conversation itself to do. */
export type Command = 'cancel' | 'start-over' | 'why' | 'choices';

const CANCEL =
  /^\W*(?:(?:ok|no|well|oh|actually|sorry|please|pls|hm+)[,. ]+)*(?:cancel|stop|abort|quit|exit|forget (?:it|that|about it)|never ?mind|nvm|leave it|let['’]?s (?:stop|leave it)|drop it|no longer needed|enough)\b/i;
const START_OVER =
  /\b(?:start (?:over|again|afresh|from scratch)|restart|reset (?:this|the) (?:chat|conversation|dialog)|begin again|from the beginning)\b/i;
const WHY =
  /^\W*(?:(?:and|but|so|ok|hm+|wait)[, ]+)*(?:why(?: (?:do|would|should|must) (?:you|i|we) (?:ask|need|want|know|tell|say|answer)[^?]{0,40}| (?:this|that) question| are you asking[^?]{0,20}| the question)?|what for|what (?:do|would) you need (?:that|this|it) for|why (?:is|does) (?:that|this|it) (?:important|needed|relevant|necessary|matter)|(?:does|how does) (?:that|this|it) matter|what difference does (?:that|this|it) make)\W*$/i;

const CHOICES =
  /^\W*(?:(?:and|but|so|ok|hm+|wait|sorry)[, ]+)*(?:(?:what|which) (?:are (?:the|my)|(?:choices|options|answers|plans|names|ones) (?:are there|do (?:i|we) have|can i (?:give|choose|pick))|do you (?:know|mean|accept|have))(?: (?:choices|options|possibilities|answers))?|(?:what|which) (?:choices|options)|(?:list|show)(?: me)? (?:the |all )?(?:choices|options)|what can i (?:say|answer|choose|pick)(?: here| from)?|what (?:else )?(?:do|would|did) you need(?: to know| from (?:me|us))?)(?: here| then| again)?\W*$/i;

/** The command in a message, or null; only short messages command. */
export function commandIn(text: string): Command | null {
  if (text.length > 60) return null;
  if (START_OVER.test(text)) return 'start-over';
  // 'No, stop, it is 1 February' puts a date right.
  if (CANCEL.test(text) && !/\d/.test(text)) return 'cancel';
  if (CHOICES.test(text)) return 'choices';
  return WHY.test(text) ? 'why' : null;
}
