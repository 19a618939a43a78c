import type { Day } from '../domain/day.js';
import type { Facts, Nmc } from '../domain/facts.js';
import type { PlanId } from '../domain/ids.js';
import { boundsOfDate, type PartialDate } from '../domain/partial-date.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { type CardClaim, cardClaims, cardMentions } from './card-claims.js';
import { type CardFinding, identifyCard } from './card-evidence.js';
import { cardHint } from './card-pieces.js';
import { type Span, sentenceAt, sentencesOf } from './clauses.js';
import { commissionedOf } from './commissioned-date.js';
import { speaksOfFuture } from './commissioning.js';
import { type DateRole, rolesOfDates } from './date-roles.js';
import type { DateMention } from './dates/date-mention.js';
import type { findDates } from './dates/find-dates.js';
import { rememberingDates } from './dates/remembered-dates.js';
import { splitDevices } from './devices.js';
import { isAskedInGeneral } from './general-card.js';
import { type FindPlans, type PlanMention, planFinder } from './plans/find-plans.js';
import { noPlan } from './plans/no-plan.js';
import { findPlansAndContract, type StatedPlan } from './plans/stated-plan.js';
import { type FindProducts, type ProductMention, productFinder } from './products/find-products.js';
import type { MendTypos } from './products/mend-typos.js';
import { namesMender } from './products/names-mender.js';

/** What the message's surroundings tell of it. */
export interface Surroundings {
  readonly today: Day;
  readonly locale?: string;
  /** How the sender writes dates such as 3/4/2025, where something else shows it. */
  readonly dayFirst?: boolean;
}

/** Something said that cannot be taken as it was said. */
export type Trouble =
  | { readonly kind: 'no-such-card'; readonly said: string }
  | { readonly kind: 'no-such-day'; readonly said: string }
  /** What looks like an order number and is none that the catalogue knows. */
  | { readonly kind: 'unknown-name'; readonly said: string }
  | { readonly kind: 'past-tense-future'; readonly said: string; readonly date: PartialDate }
  /** Two days of commissioning, or one and that there was none yet (`other` null). */
  | { readonly kind: 'commissioning-conflict'; readonly said: string; readonly other: string | null }
  | { readonly kind: 'card-conflict'; readonly said: string; readonly shown: string; readonly bothSaid?: true };

/** One device as a text speaks of it; no facts where it is only named. */
export interface StatedDevice {
  readonly mention: ProductMention | null;
  readonly facts: Facts;
}

/** What can be read out of a message without knowing what was said before it. */
export interface Understood {
  /** The message with misspelt product names put right; all offsets count in it. */
  readonly text: string;
  /** At least one; without a mention where no product is named. */
  readonly devices: readonly StatedDevice[];
  readonly products: readonly ProductMention[];
  readonly dates: readonly (DateMention & { readonly role: DateRole })[];
  readonly plans: readonly PlanMention[];
  /** Plans that the message says there are not, by id. */
  readonly deniedPlans: readonly string[];
  readonly cards: readonly CardClaim[];
  /** A banner, description or part number that shows a card; null where there is none. */
  readonly evidence: CardFinding | null;
  readonly troubles: readonly Trouble[];
}

export type Understand = (text: string, around: Surroundings) => Understood;

/** Reads facts out of messages. Build it once for a knowledge base: it compiles the names. */
export function understander(
  knowledge: Knowledge,
  products: FindProducts = productFinder(knowledge.catalogue),
): Understand {
  const plans = planFinder(knowledge.plans);
  const mend = namesMender(knowledge);
  const mayShowCard = cardHint(knowledge.cards);
  const dates = rememberingDates();
  const covering = new Set(knowledge.plans.filter((p) => p.gives === 'cover').map((p): string => p.id));
  return (text, around) => read(text, around, { knowledge, products, plans, mend, mayShowCard, dates, covering });
}

interface Readers {
  readonly knowledge: Knowledge;
  readonly products: FindProducts;
  readonly plans: FindPlans;
  readonly mend: MendTypos;
  readonly mayShowCard: (text: string) => boolean;
  readonly dates: typeof findDates;
  /** Ids of the plans that give cover. */
  readonly covering: ReadonlySet<string>;
}

function read(raw: string, around: Surroundings, readers: Readers): Understood {
  const text = readers.mend(raw);
  const products = readers.products(text);
  const dates = datesOf(text, around, readers.dates, products);
  const { mentions: plans, denied } = readers.plans(text);
  const named = cardMentions(text, products);
  const cards = cardClaims(text, named);
  const finding = readers.mayShowCard(text) ? shownCard(text, named, readers) : null;
  const evidence =
    finding && finding.nmc !== 'unknown' && finding.spans.some((s) => !within(s, cards) && !within(s, named))
      ? finding
      : null;
  const split = splitDevices(text, products);
  const stated = findPlansAndContract(text, plans, noPlan(text), dates, readers.knowledge.plans, around.today);
  const troubles: Trouble[] = [];
  for (const c of cards) if (c.kind === 'no-such-card') troubles.push({ kind: 'no-such-card', said: c.said });
  for (const d of dates) if (d.value === null) troubles.push({ kind: 'no-such-day', said: d.said });
  const devices = split.devices.map(({ mention }, i): StatedDevice => {
    const mine = <T extends Span>(found: readonly T[]) => found.filter((f) => split.ownersOf(f).includes(i));
    const card = cardOf(
      statedFirst(
        text,
        mine(cards).filter((c) => !isAskedInGeneral(text, c, products)),
      ),
      evidence,
      split.devices.length === 1,
      troubles,
    );
    return {
      mention,
      facts: {
        ...(mention ? { family: mention.kind === 'product' ? mention.product.name : mention.name.said } : {}),
        ...(card ? { nmc: card } : {}),
        ...commissionedOf(text, mine(dates), around.today, troubles, split.devices.length === 1 ? null : mention),
        ...planFacts(mine(stated), readers.covering, around.today),
      },
    };
  });
  const unknown = unknownNames(text, products, finding?.spans ?? []);
  for (const said of unknown) troubles.push({ kind: 'unknown-name', said });
  return { text, devices, products, dates, plans, deniedPlans: denied, cards, evidence, troubles };
}

/** What the text shows; where that contradicts a card that is named in it as well, what all the rest of it shows. */
function shownCard(text: string, named: readonly Span[], { knowledge }: Readers): CardFinding {
  const finding = identifyCard(text, knowledge.cards);
  if (finding.nmc !== 'unknown' || named.length === 0) return finding;
  const rest = named.reduce((t, { start, end }) => t.slice(0, start) + ' '.repeat(end - start) + t.slice(end), text);
  return identifyCard(rest, knowledge.cards);
}

/** Capitals and figures as order numbers have them, six signs and more. */
const ORDER_NUMBER = /(?<![\p{L}\p{N}-])(?=[A-Z0-9-]{6,})[A-Z]{2,6}\d{1,4}[A-Z]{1,5}[A-Z0-9-]*(?![\p{L}\p{N}])/gu;

/** Order numbers that no product claims and that are no card's: they must not pass in silence. */
function unknownNames(text: string, products: readonly ProductMention[], cards: readonly Span[]): readonly string[] {
  return [...text.matchAll(ORDER_NUMBER)]
    .map((m) => ({ start: m.index, end: m.index + m[0].length, said: m[0] }))
    .filter((m) => !within(m, products) && !within(m, cards) && !/^(?:NMC|AP\d|HTTP|SHA|IPV)/.test(m.said))
    .map((m) => m.said);
}

const within = (span: Span, spans: readonly Span[]): boolean =>
  spans.some((s) => s.start <= span.start && span.end <= s.end);

/** Not 'will be commissioned'. */
const PAST_VERB =
  /(?<!\b(?:be|being|gets?)\s)\b(?:ended|expired|lapsed|ran out|signed|bought|was|were|commissioned|delivered|started|began)\b/i;
const PAST_BEFORE = new RegExp(`${PAST_VERB.source}\\s+(?:in|on|at|around)?\\s*$`, 'i');

function datesOf(
  text: string,
  { today, locale, dayFirst }: Surroundings,
  find: typeof findDates,
  products: readonly Span[],
): Understood['dates'] {
  const found = sentencesOf(text).flatMap((s) => {
    const part = text.slice(s.start, s.end);
    const found = (tense: 'past' | 'future') => find(part, { today, tense, locale, preferDayFirst: dayFirst });
    const future = speaksOfFuture(part);
    // 'It ended in June, and the building will be cleared before Christmas.'
    const past = future && PAST_VERB.test(part) ? found('past') : [];
    const dates = found(future ? 'future' : 'past').map((d) =>
      PAST_BEFORE.test(part.slice(0, d.start)) ? (past.find((p) => p.start === d.start && p.end === d.end) ?? d) : d,
    );
    return dates.map((d) => ({
      ...d,
      start: d.start + s.start,
      end: d.end + s.start,
    }));
  });
  const kept = found.filter(
    (d) => !/\b(?:not|instead of|rather than)\s+(?:in\s+|on\s+)?$/i.test(text.slice(0, d.start)),
  );
  const roles = rolesOfDates(text, kept, products);
  return kept.map((d, i) => ({ ...d, role: roles[i] ?? 'none' }));
}

/** Claims that are told, where there are any: 'where does firmware for the NMC2 come from?' says of no device that it has one. */
function statedFirst(text: string, claims: readonly CardClaim[]): readonly CardClaim[] {
  const told = claims.filter(({ start }) => {
    const sentence = sentenceAt(text, start);
    return !text.slice(sentence.start, sentence.end).trimEnd().endsWith('?');
  });
  return told.some((c) => c.kind === 'card') ? told : claims;
}

/** The card that is claimed or shown; where two differ, none, and the trouble is named. */
function cardOf(
  claims: readonly CardClaim[],
  evidence: CardFinding | null,
  alone: boolean,
  troubles: Trouble[],
): Nmc | null {
  const said = [...new Set(claims.flatMap((c) => (c.kind === 'card' ? [c.nmc] : [])))];
  const shown = alone && evidence && evidence.nmc !== 'unknown' ? evidence.nmc : null;
  const [first, second] = said;
  if (shown && first && shown !== first) {
    troubles.push({ kind: 'card-conflict', said: first, shown });
    return null;
  }
  if (first && second) {
    troubles.push({ kind: 'card-conflict', said: first, shown: second, bothSaid: true });
    return null;
  }
  return first ?? shown;
}

function planFacts(stated: readonly StatedPlan[], covering: ReadonlySet<string>, today: Day): Facts {
  // 'Lyon has EcoCare, Nantes no contract. How about Nantes?': whose plan is whose nobody can tell; it is asked for.
  const runs = ({ id, contractStart: start }: StatedPlan) =>
    covering.has(id) && start !== null && (start === 'in-effect' || boundsOfDate(start).from <= today);
  if (stated.some((s) => s.deniesAll) && stated.some(runs)) return {};
  // Of two that tell of the same plan the one with its day: 'we were billed for EcoCare. … in effect since April'.
  const isDated = ({ contractStart }: StatedPlan) => Number(contractStart !== null && contractStart !== 'in-effect');
  const [best] = [...stated].sort((a, b) => b.strength - a.strength || isDated(b) - isDated(a));
  if (!best) return {};
  return {
    plan: best.id as PlanId,
    ...(best.contractStart === null ? {} : { contractStart: best.contractStart }),
    ...(best.contractEnd === null ? {} : { contractEnd: best.contractEnd }),
  };
}
