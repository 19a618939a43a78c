import type { Day } from '../../domain/day.js';
import { boundsOfDate, type PartialDate } from '../../domain/partial-date.js';
import type { Plan } from '../../knowledge/knowledge.js';
import { clauseAround, type Span, sentenceAt } from '../clauses.js';
import type { DateRole } from '../date-roles.js';
import type { DateMention } from '../dates/date-mention.js';
import type { PlanMention } from './find-plans.js';

/** A plan that a device has, or had, as far as a text states it. */
export interface StatedPlan extends Span {
  readonly id: string;
  readonly strength: number;
  readonly contractStart: PartialDate | 'in-effect' | null;
  readonly contractEnd: PartialDate | null;
  /** That there is no contract whatsoever, which leaves no room for a plan that is named elsewhere in the text. */
  readonly deniesAll: boolean;
}

type RoledDate = DateMention & { readonly role: DateRole };

/**
 * The plans that a text states as facts. Hypothetical ones ('if we bought') state nothing; one that is
 * over counts as none; a contract that is only said to be bought has no start, one that is had is in effect. `isOneDevice`: what is said
 * of 'it' is said of the only device.
 */
export function findPlansAndContract(
  text: string,
  mentions: readonly PlanMention[],
  without: readonly Span[],
  dates: readonly RoledDate[],
  plans: readonly Plan[],
  today: Day,
  isOneDevice: boolean,
): readonly StatedPlan[] {
  const none = plans.find((p) => p.id === 'none');
  const stated: StatedPlan[] = without.map((w) => ({ ...bare(w, none), deniesAll: deniesAll(text, w) }));
  for (const m of mentions) {
    if (m.plan.gives === 'open' && isSameContract(text, m, mentions)) continue;
    // 'There is none, I went through all the contracts.'
    if (
      m.plan.gives === 'open' &&
      m.status !== 'had' &&
      stated.some((s) => s.deniesAll) &&
      !NAMES_WHOSE.test(text.slice(m.end))
    )
      continue;
    // A heading that names the plan says nothing against the sentence that tells how it stands.
    const isHeading = m.status === 'stated' && mentions.some((o) => o.plan.id === m.plan.id && o.status === 'bought');
    if (
      isHeading ||
      m.status === 'hypothetical' ||
      (isOneDevice && isOfWhoKnows(text, m, mentions)) ||
      without.some((w) => w.start < m.end && m.start < w.end)
    )
      continue;
    const start = dateFor(text, m, 'contractStart', mentions, dates);
    const end = dateFor(text, m, 'contractEnd', mentions, dates);
    const ended = end !== null && boundsOfDate(end).to < today;
    // A contract that has ended, or whose company is no qualified partner, brings nothing.
    const gone =
      (m.status === 'over' && (end === null || ended)) ||
      (ended && start === null && (m.status === 'stated' || m.status === 'bought'));
    const foreign = m.plan.gives === 'open' && NOT_QUALIFIED.test(text.slice(m.end));
    if (gone || foreign) stated.push(bare(m, none));
    else if (m.plan.gives === 'cover') {
      const running = m.status === 'had' || m.status === 'stated' || m.status === 'over';
      stated.push({ ...bare(m, m.plan), contractStart: start ?? (running ? 'in-effect' : null), contractEnd: end });
    } else stated.push({ ...bare(m, m.plan), contractStart: start, contractEnd: end });
  }
  return stated;
}

/** 'No other contract', 'no contract until May', 'no service plan but EcoCare' leave room for the plan that is named. */
const LEAVES_ROOM =
  /\b(?:other|another|further|additional|extra|separate|else|besides|beside|except|apart from|beyond|only|just|but|until|till|before|previously|formerly|earlier|past|at first|first|then|was|were|had|whatever else)\b/i;

function deniesAll(text: string, denial: Span): boolean {
  const { start, end } = clauseAround(text, denial);
  const goesOn = /^[\s,]*(?:but|except|apart from|besides|only)\b/i.test(text.slice(end, end + 20));
  return !goesOn && !LEAVES_ROOM.test(text.slice(start, end));
}

/** 'Whether a contract exists for it nobody could tell me.' */
const NOBODY_KNOWS =
  /^(?=.*\b(?:if|whether)\b)(?=.*(?:\b(?:not|cannot|nobody|no one|unknown|unclear|unsure|never|no idea)\b|n['’]t\b)).*\b(?:for|on|of|with|covers?|includes?) (?:it|this|that|ours|mine|(?:the|this|that|our) (?:unit|ups|pdu|device|machine|one))\b/is;

/** A plan of which a later sentence says that nobody knows whether there is one for this device: it may be another's. */
const isOfWhoKnows = (text: string, m: PlanMention, mentions: readonly PlanMention[]): boolean =>
  mentions.some((o) => {
    if (o.plan.gives !== 'open' || o.status !== 'hypothetical' || o.start < m.end) return false;
    const [own, later] = [sentenceAt(text, m.start), sentenceAt(text, o.start)];
    return own.start !== later.start && NOBODY_KNOWS.test(text.slice(later.start, later.end));
  });

/** A company behind a contract. */
const NAMES_WHOSE =
  /^s?\s*[:=]\s*(?!(?:none|no|nil|nothing|n\/a)\b)\p{L}|^s? (?:with|from|by|of|at|through) (?:an? |the |our )?(?!us\b|you\b)[\p{L}]/iu;

/** Said of the company behind a contract. */
export const NOT_QUALIFIED =
  /(?:\bnot|n['’]t|\bno)\b(?! (?:know|sure|clear|certain|tell|say|told|idea|clue)\b)(?:(?!\b(?:whether|if|how)\b)[^.;?!]){0,40}\b(?:qualified|partners?|certified|authori[sz]ed)\b/i;

/** 'Our only contract is IT Expert': an unnamed contract beside a named one in its sentence is that one, unless another is added. */
function isSameContract(text: string, m: PlanMention, mentions: readonly PlanMention[]): boolean {
  const sentence = sentenceAt(text, m.start);
  // 'It ended in March. Did that end with the contract?'
  const pointed = /\b(?:the|that|this|its|said) $/i.test(text.slice(0, m.start));
  if (pointed && mentions.some((other) => other.plan.gives !== 'open' && other.start < m.start)) return true;
  return mentions.some((other) => {
    if (other.plan.gives === 'open' || other.start < sentence.start || other.start >= sentence.end) return false;
    const between = text.slice(Math.min(m.end, other.end), Math.max(m.start, other.start));
    return !/\b(?:and|plus|also|another|besides|as well)\b/i.test(between);
  });
}

const bare = (span: Span, plan: Plan | undefined): StatedPlan => ({
  start: span.start,
  end: span.end,
  id: plan?.id ?? 'none',
  strength: plan?.strength ?? 0,
  contractStart: null,
  contractEnd: null,
  deniesAll: false,
});

/** The date of that role nearest to the plan: in its sentence, or anywhere where only one plan is named. */
function dateFor(
  text: string,
  m: PlanMention,
  role: DateRole,
  mentions: readonly PlanMention[],
  dates: readonly RoledDate[],
): PartialDate | null {
  const sentence = sentenceAt(text, m.start);
  const candidates = dates.filter((d) => d.role === role && d.value !== null);
  const near = candidates.filter((d) => d.start >= sentence.start && d.start < sentence.end);
  // 'By the contract it takes effect in May' says so of the plan that was named.
  const named = mentions.filter((o) => o === m || o.plan.gives === 'cover');
  const pool = near.length > 0 ? near : named.length === 1 ? candidates : [];
  const [nearest] = [...pool].sort((a, b) => Math.abs(a.start - m.start) - Math.abs(b.start - m.start));
  return nearest?.value ?? null;
}
