import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import { boundsOfDate, type PartialDate } from '../domain/partial-date.js';
import type { Reply } from '../domain/reply.js';
import type { Verdict } from '../domain/verdict.js';
import { decide } from '../entitlement/decide.js';
import { factsOn } from '../entitlement/facts-on.js';
import { turningDays } from '../entitlement/time-changes.js';
import { currentDevice } from '../interview/state.js';
import type { Rules } from '../knowledge/rules.js';
import { alternatives } from '../understanding/alternatives.js';
import { sentencesOf } from '../understanding/clauses.js';
import { askedDay, isOnly } from './asked-day.js';
import { CHECK_ANOTHER } from './entitlement-turn.js';
import { common } from './reply-parts.js';
import type { TurnInput, TurnResult } from './turn.js';

/** Asks why the verdict is what it is. */
const WHY_SAID = alternatives`
  # The reasons.
  why(?: not| is (?:that|this|it)(?: so)?| so| (?:is it|am i|are we|isn['’]?t it|aren['’]?t we) (?:not )?(?:covered|entitled))?
  how come
  how so
  (?:please )?explain(?: (?:that|this|it|why|yourself|the (?:result|answer|verdict)))?(?: to me)?
  # Whether it is sure.
  are you (?:really |quite )?(?:sure|certain|serious)(?: (?:about|of) (?:that|this|it))?
  is (?:that|this|it) (?:really |quite )?(?:sure|true|right|correct|certain)
  (?:that|this|it) can(?:no|['’])?t be(?: right| true| correct)?
  # Doubt in a word.
  really
  sure
  # What it rests on.
  (?:what is|what['’]?s) (?:that|this|it) based on
  how do you know(?: that)?
  (?:what(?:['’]s| is) the|give me (?:a|the)|the) reasons?
  reasons?
  what makes you say (?:that|so)
  says who
  on what grounds
  show me (?:how|why|the (?:rules?|reasons?|reasoning))
  how did you (?:get|come) (?:to )?(?:that|there|this)
`;
const WHY = new RegExp(
  String.raw`^\W*(?:(?:so|and|ok|but|no|hm+|please|can you|could you|(?:may|can|could|might) i (?:ask|know)|tell me|explain)[, ]+)*(?:${WHY_SAID})(?: please)?\W*$`,
  'i',
);
/** Asks what would change it. */
const CHANGES_SAID = alternatives`
  what now
  now what
  what next
  what(?:['’]s| is) (?:next|to (?:be )?do(?:ne)?)(?: now)?
  what (?:should|must|shall|do) (?:he|she|they|the customer) do(?: now| then)?
  what (?:can|could|should|would|must|do) (?:i|we) (?:do|change|need(?: to do)?)(?: (?:about (?:it|that|this)|now|then|to (?:be|get) covered(?: again)?))*
  what (?:would|could|can|will|might) (?:change|help|make (?:it|that) (?:yes|covered))(?: (?:it|that|this|the (?:answer|verdict|result)))?
  (?:can|could) (?:i|we) (?:do|change) (?:anything|something)(?: (?:about (?:it|that|this)|to (?:be|get) covered(?: again)?))?
  is there (?:anything|something) (?:that )?(?:i|we) can do(?: about (?:it|that|this))?
  how (?:can|could|do) (?:i|we) (?:get|become|be) covered(?: again)?
`;
const CHANGES = new RegExp(String.raw`^\W*(?:(?:so|and|ok|but|then|well)[, ]+)*(?:${CHANGES_SAID})\W*$`, 'i');

/**
 * A message that asks about the verdict just given: why, what would change it, or what holds on another day. The facts stay as they
 * are, and nothing is asked. Null where it is no such message.
 */
export function verdictQuestion(turn: TurnInput): TurnResult | null {
  const { session, understood, today, parts } = turn;
  const { last, interview } = session;
  const device = currentDevice(interview);
  if (device === null || interview.pending !== null) return null;
  const isVerdict = last?.kinds.includes('entitlement');
  const asksWhatToDo = CHANGES.test(understood.text);
  // A word of thanks in between is no new subject.
  const goesOn = asksWhatToDo && last?.kind === 'smalltalk';
  if (!last || !(isVerdict || goesOn || last.kinds.includes('one-phase'))) return null;
  const { rules } = parts.knowledge;
  const date = isVerdict ? askedDay(understood.text, turn) : null;
  if (date !== null && !isOnly(date, today)) return onDays(date, false, turn, device.facts);
  const why = WHY.test(understood.text);
  if (!why && !asksWhatToDo) return null;
  // 'Why?' after an answer for another day asks about that day.
  const before = why ? askedDay(last.text, turn) : null;
  if (before !== null && !isOnly(before, today)) return onDays(before, true, turn, device.facts);
  return { ...said(turn, decide(device.facts, today, rules), { why, changes: !why }), asked: understood.text };
}

/** The verdict of the device spoken of, and how it follows; null while a question is open or there is no device. */
export function explainedVerdict(turn: TurnInput): TurnResult | null {
  const { session, today, parts, understood } = turn;
  const device = currentDevice(session.interview);
  if (device === null || session.interview.pending !== null) return null;
  const verdict = decide(device.facts, today, parts.knowledge.rules);
  return { ...said(turn, verdict, { why: true, changes: false }), asked: understood.text };
}

/** What would change the verdict of the device spoken of. */
export function changesOf(turn: TurnInput): TurnResult | null {
  const device = currentDevice(turn.session.interview);
  if (device === null || turn.session.interview.pending !== null) return null;
  const verdict = decide(device.facts, turn.today, turn.parts.knowledge.rules);
  return { ...said(turn, verdict, { why: false, changes: true }), asked: turn.understood.text };
}

/** The verdict of the device spoken of as of other days. */
export function verdictOnDay(date: PartialDate, turn: TurnInput): TurnResult | null {
  const device = currentDevice(turn.session.interview);
  return device === null ? null : onDays(date, false, turn, device.facts);
}

const ANOTHER = { label: CHECK_ANOTHER, says: CHECK_ANOTHER };

type Entitlement = Extract<Reply, { kind: 'entitlement' }>;

function said(
  { session, parts }: TurnInput,
  verdict: Verdict,
  about: Pick<Entitlement, 'why' | 'changes' | 'onDays'>,
): TurnResult {
  const { interview } = session;
  const reply: Reply = {
    ...common(parts.knowledge, interview, 1, { verdict, suggestions: [ANOTHER] }),
    kind: 'entitlement',
    notices: [],
    ...about,
  };
  return { interview, offered: [], reply };
}

function onDays(date: PartialDate, why: boolean, turn: TurnInput, facts: Facts): TurnResult {
  const verdicts = verdictsWithin(date, facts, turn.today, turn.parts.knowledge.rules);
  const ahead = boundsOfDate(date).to > turn.today;
  const result = said(turn, verdicts[0], { why, onDays: { date, ahead, verdicts } });
  return why ? { ...result, asked: turn.session.last?.text ?? '' } : result;
}

/** A verdict after a message that states something and asks for another day beside it: 'no contract. And on 20 June?' */
export function onDayBeside(turn: TurnInput, result: TurnResult): TurnResult {
  const { text } = turn.understood;
  const [last, before] = [...sentencesOf(text)].reverse();
  const device = currentDevice(result.interview);
  if (!last || !before || device === null || result.interview.pending !== null) return result;
  const after: TurnInput = { ...turn, session: { ...turn.session, interview: result.interview } };
  const date = askedDay(text.slice(last.start, last.end), after);
  return date === null || isOnly(date, turn.today) ? result : onDays(date, false, after, device.facts);
}

/** The verdict of the first day, and those that take its place within the span, each as of its first day. */
function verdictsWithin(date: PartialDate, facts: Facts, today: Day, rules: Rules): readonly [Verdict, ...Verdict[]] {
  const { from, to } = boundsOfDate(date);
  const on = (day: Day) => decide(factsOn(facts, today, day), day, rules);
  const verdicts: [Verdict, ...Verdict[]] = [on(from)];
  for (const day of turningDays(factsOn(facts, today, to), from)) {
    const verdict = day <= to ? on(day) : null;
    const before = verdicts.at(-1);
    if (verdict && (verdict.outcome !== before?.outcome || verdict.missing.join() !== before.missing.join()))
      verdicts.push(verdict);
  }
  return verdicts;
}
