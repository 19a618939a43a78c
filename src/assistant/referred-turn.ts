import { takeStatements, turnsBackTo } from '../interview/take-statements.js';
import { goesBack } from '../interview/which-device.js';
import { notices, optionOf } from './dialog-turn.js';
import { entitlementTurn, standing } from './entitlement-turn.js';
import type { TurnInput, TurnResult } from './turn.js';
import { explainedVerdict, onDayBeside } from './verdict-turn.js';

/** More words than this ask for more than the device they turn to, unless they state facts of it. */
const MOST_WORDS = 12;

/** 'And the second?', 'the first one has Prime', 'back to the VS': turns to a device spoken of before, and goes on with that. */
export function referredTurn(turn: TurnInput): TurnResult | null {
  const { session, understood, parts, today, match } = turn;
  const { interview } = session;
  // 'The second one' of what was just offered, or of the names that a question gives to choose from, is none of the devices.
  const context = { knowledge: parts.knowledge, today, confidence: 1 };
  const choosing =
    interview.pending !== null && standing(interview, context).question?.because.kind === 'ambiguous-family';
  const offers = session.offered.length > 0 || choosing;
  if (offers && !goesBack(understood.text)) return null;
  const at = turnsBackTo(understood, interview);
  if (at === null) return null;
  const { family: _named, ...facts } = understood.devices[0]?.facts ?? {};
  const states = Object.keys(facts).length > 0;
  const [top] = match.ranked;
  const asksElse =
    top !== undefined && top.group !== 'kind' && match.decision === 'answer' && !states && !goesBack(understood.text);
  if (asksElse || (!states && understood.text.split(/\s+/).length > MOST_WORDS)) return null;
  const { state, touched } = takeStatements(interview, understood, optionOf(turn));
  if (!states && /\bwhy\b/i.test(understood.text)) {
    const explained = explainedVerdict({ ...turn, session: { ...session, interview: state } });
    if (explained) return explained;
  }
  return onDayBeside(turn, { ...entitlementTurn(state, touched, notices(turn), context), offered: [] });
}
