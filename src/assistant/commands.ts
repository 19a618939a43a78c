/** What a message orders the conversation itself to do. */
export type Command = 'cancel' | 'start-over' | 'why';

const CANCEL =
  /^\W*(?:(?:ok|no|well|oh|actually|sorry|please|pls|hm+)[,. ]+)*(?:cancel|stop|abort|quit|exit|forget (?:it|that|about it)|never ?mind|nvm|leave it|let['’]?s (?:stop|leave it)|drop it|no longer needed|enough)\b/i;
const START_OVER =
  /\b(?:start (?:over|again|afresh|from scratch)|restart|reset (?:this|the) (?:chat|conversation|dialog)|begin again|from the beginning)\b/i;
const WHY =
  /^\W*(?:(?:and|but|so|ok|hm+|wait)[, ]+)*(?:why(?: (?:do|would|should|must) (?:you|i|we) (?:ask|need|want|know|tell|say|answer)[^?]{0,40}| (?:this|that) question| are you asking[^?]{0,20}| the question)?|what for|what (?:do|would) you need (?:that|this|it) for|why (?:is|does) (?:that|this|it) (?:important|needed|relevant|necessary|matter)|(?:does|how does) (?:that|this|it) matter|what difference does (?:that|this|it) make)\W*$/i;

/** The command in a message, or null; only short messages command. */
export function commandIn(text: string): Command | null {
  if (text.length > 60) return null;
  if (START_OVER.test(text)) return 'start-over';
  if (CANCEL.test(text)) return 'cancel';
  return WHY.test(text) ? 'why' : null;
}
