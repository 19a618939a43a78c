import type { Day } from '../domain/day.js';
import type { ReminderOrder } from '../domain/reminder.js';
import type { Reply } from '../domain/reply.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { standing } from './entitlement-turn.js';
import { common } from './reply-parts.js';
import type { Session } from './session.js';

const POLITE =
  "^\\W*(?:(?:ok|yes|and|but|so|hi|hello|thanks|please|pls|(?:can|could|would|will) you|(?:i|we)(?: would|['’]d)? (?:like|want)(?: you)? to)[,.! ]+)*";
const END = '(?:[,. ]+(?:please|pls|thanks|thank you|again))*\\W*$';
const order = (words: string) => new RegExp(`${POLITE}${words}${END}`, 'iu');

/** 'Remind me what it is' asks for an answer: only how long before what end may follow. */
const SET = order(
  '(?:remind (?:me|us)(?: (?:of|about) (?:it|this|that))?|(?:set|add|make)(?: (?:me|us))? (?:a|the) reminder)(?:(?: for)? (\\d{1,3}|an?|one|two|three) (day|week|month)s?)?(?: (?:before(?:hand)?|ahead|in advance|earlier))?(?: (?:(?:it|that|this|(?:the|my|our) (?:cover|coverage|(?:included )?year|plan|contract|entitlement)) (?:ends?|expires?|runs out|is over)|(?:it|that|then|the end)))?',
);
const LIST = order(
  '(?:(?:what|which) reminders (?:(?:do|have) (?:i|we|you)(?: (?:have|got|set))?|are (?:there|set))(?: for me)?|(?:do|have) (?:i|we) (?:have |got )?any reminders?(?: set)?|(?:list|show)(?: me)? (?:all )?(?:(?:of )?(?:my|our|the) )?reminders|(?:my|our) reminders)',
);
const CANCEL = order(
  "(?:(?:cancel|stop|delete|remove|drop|clear) (?:(all|every)(?: of)? ?)?(?:(?:the|my|our|that|this|any) )?reminder(s?)(?: (?:for|of|about) (?:the |my |our )?([\\p{L}\\d][\\p{L}\\d ./-]{0,59}?))?|(?:do not|don['’]?t) remind (?:me|us)(?: any ?more)?|no (?:more )?reminders?)",
);

const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3 };
const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30 };

/** What a short message orders about reminders; null: it is about something else. */
export function reminderOrder(text: string): ReminderOrder | null {
  if (text.length > 120) return null;
  if (LIST.test(text)) return { what: 'list' };
  const cancel = CANCEL.exec(text);
  if (cancel) {
    const [, all, several, device] = cancel;
    return { what: 'cancel', of: device ?? (all !== undefined || several === 's' ? 'all' : null) };
  }
  const set = SET.exec(text);
  if (!set) return null;
  const [, count, unit] = set;
  if (count === undefined || unit === undefined) return { what: 'set', days: null };
  const number = NUMBERS[count.toLowerCase()] ?? Number(count);
  return { what: 'set', days: number * (DAYS[unit.toLowerCase()] ?? 1) };
}

/** Whoever keeps reminders does as ordered, for the device last spoken of, and says so by this reply. An open question stays open. */
export function reminderReply(order: ReminderOrder, { interview }: Session, knowledge: Knowledge, today: Day): Reply {
  const pending = interview.pending ? standing(interview, { knowledge, today, confidence: 1 }).question : null;
  const base = common(knowledge, interview, 1, { pending, suggestions: pending?.choices ?? [] });
  return { ...base, kind: 'reminder', order };
}
