import type { Answered } from '../interview/answers.js';
import { currentDevice } from '../interview/state.js';
import { asksOfNext } from './continuation.js';
import type { TurnInput } from './turn.js';

const QUESTION =
  /\?|^\W*(?:(?:ok|hm+|wait|and|but|so|hold on|before that|by the way|btw|one (?:more|other) (?:thing|question)|quick question)[,:. ]+)*(?:what|who|where|when|why|which|how|is|are|do|does|can(?!['’]?t\b)|could|will|would|should|may|has|have|did)\b/i;

const OWN = /\b(?:our|ours|my|mine|we have|i have)\b/i;

/**
 * Whether a message in the middle of the dialog asks something else; `answer`: what it is as an answer. A question that the matcher is sure of
 * and that tells nothing of a device's dates or plan is one, even if it names a card; so are a greeting, a
 * wish for a person and a topic outside. Short answers ('yes', 'NMC7', 'the PX250') never are.
 */
export function isInterruption({ match, understood, session }: TurnInput, answer: Answered['kind']): boolean {
  const [top] = match.ranked;
  if (!top) return false;
  const words = understood.text.split(/\s+/).length;
  const facts = understood.devices[0]?.facts ?? {};
  const asks = QUESTION.test(understood.text);
  const general = asks && match.decision === 'answer' && top.group === 'entry' && !OWN.test(understood.text);
  const dated = understood.dates.some((d) => d.value !== null);
  if (asksOfNext(understood)) return false;
  const tells = facts.commissioned !== undefined || (facts.plan !== undefined && !(general && !dated));
  if (top.label === 'kind:human') return match.decision === 'answer' && !tells;
  if (!asks && (answer === 'facts' || answer === 'dont-know')) return false;
  if (top.label === 'kind:smalltalk')
    return match.decision === 'answer' && words >= 2 && Object.keys(facts).length === 0 && !isYesNo(understood.text);
  // 'What about the 5500?' turns to another device, however much it is like a wish for a verdict.
  if (asks && answer === 'no-answer' && namesAnother(understood, session)) return true;
  if (top.group === 'kind') return top.label === 'kind:one-phase' && words > 3 && match.decision === 'answer';
  // A whole question answers nothing, whatever it asks.
  if (asks && answer === 'no-answer' && words >= 4 && understood.text.includes('?')) return true;
  if (tells || dated) return false;
  if (!asks && words < 6) return false;
  if (session.interview.identify !== null && !asks) return false;
  return asks
    ? match.decision !== 'decline' || top.group === 'boundary'
    : match.decision === 'answer' && top.group !== 'boundary';
}

/** Whether a whole question begins with turning to a product that is not the one the dialog asks about. */
function namesAnother({ text, products }: TurnInput['understood'], { interview }: TurnInput['session']): boolean {
  const family = currentDevice(interview)?.facts.family;
  if (family === undefined || interview.pending?.fact === 'family' || !TURNS_TO.test(text) || !text.includes('?'))
    return false;
  return products.length > 0 && products.every((p) => p.kind === 'product' && p.product.name !== family);
}
const TURNS_TO = /^\W*(?:(?:ok(?:ay)?|so)[,. ]+)?(?:and )?(?:what|how) about\b/i;

const isYesNo = (text: string): boolean =>
  /^\W*(?:yes|no|yep|yeah|nope|ok(?:ay)?|sure|right)\b/i.test(text) &&
  !/\b(?:th(?:an)?(?:x|ks?)|thank you|ty|bye|cheers)\b/i.test(text);
