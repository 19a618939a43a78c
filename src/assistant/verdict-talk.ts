import type { Day } from '../domain/day.js';
import type { PartialDate } from '../domain/partial-date.js';
import { currentDevice, turnTo } from '../interview/state.js';
import { turnsBackTo } from '../interview/take-statements.js';
import { findDates } from '../understanding/dates/find-dates.js';
import { supposes } from '../understanding/supposes.js';
import { isOnly } from './asked-day.js';
import { entitlementTurn } from './entitlement-turn.js';
import { sureTopic } from './route.js';
import type { TurnInput, TurnResult } from './turn.js';
import { changesOf, explainedVerdict, verdictOnDay, verdictQuestion } from './verdict-turn.js';

/** Words that speak of the verdict itself: whether, how long, since when. */
const VERDICT = words(
  'cover covered covers coverage entitled entitlement eligible eligibility included valid protected supported gap gaps expired expire expires end ends ended over last lasts left remain remains remaining status result verdict count counts',
);
/** Words that doubt it or ask for its reasons. */
const DOUBT = words(
  "why reason reasons explain sure certain serious doubt odd strange weird believe unbelievable impossible can't cant cannot basis based true correct right really",
);
/** Words of time that ask when it begins or ends. */
const TIME = words('until till when long since how many much days weeks months day date');
/** What may stand beside them without making it a question of its own. */
const FILLER = words(
  `and so ok okay but then well now today right still already exactly precisely please thanks thank thx just be been it its it's
  is this that that's they them we us i he him she her you am are was were do does did will would can could should must may
  might the a an for of on in at by to from my our his their your customer customers client clients client's customer's user
  users unit units device devices machine ups pdu pdus one ones first second third me tell say says said know ask asks asked if
  or not no yes all even also too again with about there here what which who hm ah oh hey kindly such kind as counts inside
  outside within included between year years month months free initial really quite odd good fine great lucky cool hmm same
  only than more card nmc think thinks mean means colleague boss has have had got another any some these those under back
  having very much go going`,
);
/** Asks what is to be done about it. */
const TO_DO =
  /\b(?:what|anything|something)\b[^.?!]{0,20}\b(?:can|could|should|must|shall|need|do|does)\b[^.?!]{0,12}\b(?:do|done|change|buy|order)\b/i;
/** So many other words at the most leave it a question about the verdict. */
const MOST_OTHERS = 1;
const MOST_WORDS = 16;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/**
 * A message that speaks of the verdict of the device spoken of, or of another one that it names, in whatever words: 'was there a gap',
 * 'I doubt it', 'why not the VL', 'and next year, is it still covered?'. Told by what it does not say: beside words of cover, doubt
 * and time hardly any other stands in it. Null where it says more, states a fact, or no verdict has been given.
 */
export function verdictTalk(turn: TurnInput): TurnResult | null {
  const { session, understood, today, match } = turn;
  const { interview, last, offered } = session;
  if (interview.pending !== null || currentDevice(interview) === null || offered.length > 0) return null;
  if (!last?.kinds.some((kind) => kind === 'entitlement' || kind === 'one-phase') || supposes(understood.text))
    return null;
  const { family: _named, ...stated } = understood.devices[0]?.facts ?? {};
  if (Object.keys(stated).length > 0 || understood.devices.length > 1) return null;
  const at = turnsBackTo(understood, interview);
  const names = understood.products.length > 0;
  const current = currentDevice(interview)?.facts.family;
  const isCurrent = names && understood.devices[0]?.facts.family === current;
  if (names && at === null && !isCurrent) return null;
  const exact = at === null ? verdictQuestion(turn) : null;
  if (exact) return exact;
  // 'Is travel included?' is no question for the device's cover.
  if (sureTopic(match) !== null) return null;
  const about = readTalk(turn, today);
  if (about === null) return null;
  // 'What happens after that year?' has an entry of its own; a word or two that ask for it are of the verdict.
  const [top] = match.ranked;
  if (about.kind === 'time' && top?.group === 'entry' && match.decision === 'answer' && at === null && !about.short)
    return null;
  const state = at === null ? interview : turnTo(interview, at);
  const turned: TurnInput = { ...turn, session: { ...session, interview: state } };
  const context = { knowledge: turn.parts.knowledge, today, confidence: 1 };
  if (about.kind === 'day') return verdictOnDay(about.date, turned);
  if (about.kind === 'to-do') return changesOf(turned);
  const explained = about.kind === 'doubt' ? explainedVerdict(turned) : null;
  return explained ?? { ...entitlementTurn(state, [], [], context), offered: [] };
}

type Talk =
  | { readonly kind: 'day'; readonly date: PartialDate }
  | { readonly kind: 'doubt' | 'to-do' }
  /** `short`: hardly a word beside those of cover and time. */
  | { readonly kind: 'time'; readonly short: boolean };

function readTalk({ understood, match }: TurnInput, today: Day): Talk | null {
  const { text, products } = understood;
  const dates = findDates(text, { today, tense: /\b(?:was|were|had|did)\b/i.test(text) ? 'past' : 'future' });
  const spans = [...products, ...dates].sort((a, b) => b.start - a.start);
  const rest = spans.reduce((t, { start, end }) => `${t.slice(0, start)} ${t.slice(end)}`, text.toLowerCase());
  const said = rest.match(/[\p{L}\p{N}'’]+/gu)?.map((w) => w.replace('’', "'")) ?? [];
  if (said.length === 0 || said.length > MOST_WORDS) return null;
  const isOf = (set: ReadonlySet<string>) => said.some((w) => set.has(w));
  const known = (w: string) => VERDICT.has(w) || DOUBT.has(w) || TIME.has(w) || FILLER.has(w) || /^\d+$/.test(w);
  const others = said.filter((w) => !known(w)).length;
  // 'That can't be, the card is brand new' doubts it, whatever the reason.
  const doubts = DOUBTED.test(text);
  if (!doubts && others > MOST_OTHERS + (match.decision === 'answer' ? -1 : 0)) return null;
  const [date, more] = dates;
  const asks = text.includes('?') || isOf(VERDICT) || isOf(TIME);
  const lastDay = said.includes('last');
  if (date?.value && !more && !isOnly(date.value, today) && asks && !doubts && !lastDay)
    return { kind: 'day', date: date.value };
  if (doubts || isOf(WHY)) return { kind: 'doubt' };
  if (TO_DO.test(text)) return { kind: 'to-do' };
  if (isOf(DOUBT) && (text.includes('?') || others === 0)) return { kind: 'doubt' };
  const cover = isOf(VERDICT);
  const time = said.some((w) => w === 'until' || w === 'till' || w === 'long');
  return cover || time ? { kind: 'time', short: said.length <= 8 } : null;
}

const WHY = words('why explain reason reasons');
const DOUBTED =
  /^\W*(?:(?:hm+|oh|but|no|sorry|really)[,. ]+)*(?:(?:that|this|it) can(?:no|['’]?)t be|(?:i|we) (?:really |rather |strongly )?(?:doubt|can['’]?t believe|don['’]?t believe)|(?:that|this|it)(?:['’]s| is| sounds| seems) (?:very |quite |rather )?(?:odd|strange|weird|impossible|unbelievable)|are you (?:really |quite )?(?:sure|certain|serious)|how can (?:that|this|it) be)\b/i;
