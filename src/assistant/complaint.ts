import type { Day } from '../domain/day.js';
import { CAN_BE_JUDGED } from '../domain/feedback.js';
import type { Reply } from '../domain/reply.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { standing } from './entitlement-turn.js';
import { common } from './reply-parts.js';
import type { Session } from './session.js';

/** Longer messages tell more than that an answer was wrong. */
const LONGEST_COMPLAINT = 80;

const LEAD =
  "(?:(?:no|nope|sorry|hm+|but|and|well|ok(?:ay)?|hey|oh|unfortunately|actually|honestly|i(?:[ '’]a?m)? afraid|i (?:think|believe|fear|guess)(?: that)?)[,.!; ]+)*";
const DEGREE =
  '(?:(?:just|so|very|really|all|quite|completely|totally|simply|plain|still|again|clearly|obviously|entirely|exactly|even|at all) )*';
const REPLY = '(?:answer|reply|response|information|info|result|verdict|statement|explanation|conclusion)';
const ABOUT = `(?:that|this|it|you|(?:your|the|that|this)(?: last| first| previous)? ${REPLY}|what you(?:['’]ve)? (?:just )?(?:said|say|wrote|told (?:me|us)))`;
const BE = "(?:['’]s|['’]re| is| was| are| were| seems(?: to be)?| looks| sounds)";
const NOT =
  "(?:(?:['’]s|['’]re| is| was| are| were) not|(?: is| was| are| were)n['’]?t| (?:does|do|did)(?:n['’]?t| not) (?:seem|look|sound)(?: to be)?| can(?:no|['’]?)t be| can not be)";
const WRONG =
  '(?:wrong|incorrect|false|untrue|inaccurate|mistaken|misleading|nonsense|rubbish|useless|unhelpful|no help|of no help|not (?:right|correct|true|accurate|helpful|useful|so))';
const RIGHT = `(?:right|correct|true|accurate|helpful|useful|(?:the|a) (?:right|correct|good|helpful|useful) ${REPLY}|an answer(?: to (?:my|the) question)?|what i (?:asked|meant|wanted|was asking|needed)(?: for| about| to know)?|what the faq says|the case)`;
const OF_FACT = '(?:device|product|ups|pdu|card|nmc|date|day|year|plan|contract)';
const TAIL =
  "(?:[,.! ]+(?:at all|though|really|again|sorry|here|i think|i believe|i(?:[ '’]a?m)? afraid|for (?:me|us)|to (?:me|us)|mate|bot))*";

/** What complains of the answer before, as a whole message; a fact or a question in it makes it something else. */
const COMPLAINTS = [
  `${ABOUT}${BE} ${DEGREE}${WRONG}`,
  `${ABOUT}${BE} ${DEGREE}(?:the |a |an )?(?:wrong|incorrect|false|bad|poor|useless|terrible) (?:${REPLY}|${OF_FACT})`,
  `(?:the|that|this|your) ${OF_FACT}${BE} ${DEGREE}(?:wrong|incorrect|not (?:right|correct))`,
  `${ABOUT}${NOT} ${DEGREE}${RIGHT}`,
  `${ABOUT}${BE} not ${DEGREE}${RIGHT}`,
  `${ABOUT}(?: (?:does|did|do)(?:n['’]?t| not)) ${DEGREE}(?:help|answer (?:(?:my|the) question|it|that|me|what i (?:asked|meant))|make (?:any )?sense|understand(?: me| my question| the question| that| it)?)(?: me| us| (?:any )?further)?`,
  `${ABOUT} (?:makes|made) no sense`,
  `${DEGREE}${WRONG}`,
  `(?:did|does)(?:n['’]?t| not) ${DEGREE}help(?: me| us)?`,
  `(?:(?:that|this|it)${BE} )?${DEGREE}no (?:good|help)`,
  `(?:the |a |an )?(?:wrong|incorrect|false|bad|poor|useless|terrible) (?:${REPLY}|${OF_FACT})`,
  `you (?:misunderstood|misread)(?: me| my question| the question| that| it)?`,
  `you(?:['’]ve)? (?:got|get) (?:it|that|this|me|my question) ${DEGREE}wrong`,
  `you(?:['’]ve)? (?:made|make|gave|give|told|have made)(?: me| us)? (?:a mistake|an error|the wrong ${REPLY}|a wrong ${REPLY}|something wrong)`,
  `i (?:disagree|(?:do n['’]?t|don['’]?t|do not) agree)(?: with (?:that|this|you))?`,
  `i (?:don['’]?t|do not) (?:think|believe)(?: that)? ${ABOUT}${BE} ${DEGREE}${RIGHT}`,
].join('|');
const COMPLAINT = new RegExp(`^\\W*${LEAD}(?:${COMPLAINTS})${TAIL}\\W*$`, 'i');
/** 👎 in any colour of skin, once or more, and nothing else. */
const THUMBS_DOWN = /^(?:\u{1F44E}[\u{1F3FB}-\u{1F3FF}]?\s*)+$/u;

/** Whether a text says that an answer was wrong or of no help, and nothing else: 'no, it was 2024' corrects a fact instead. */
export const complains = (text: string): boolean =>
  text.length <= LONGEST_COMPLAINT && !text.includes('?') && (COMPLAINT.test(text) || THUMBS_DOWN.test(text));

/**
 * What is said to a message that complains of the answer before; null where it does not, or where there is no answer before it.
 * The session stays as it is: what is said next leans on that answer still, and what was asked is open.
 */
export function complaintReply(text: string, session: Session, knowledge: Knowledge, today: Day): Reply | null {
  const { last, interview } = session;
  if (!last?.kinds.some((kind) => CAN_BE_JUDGED[kind]) || !complains(text)) return null;
  const pending = interview.pending ? standing(interview, { knowledge, today, confidence: 1 }).question : null;
  const base = common(knowledge, interview, 1, { pending, suggestions: pending?.choices ?? [] });
  return { ...base, kind: 'smalltalk', which: 'complaint' };
}
