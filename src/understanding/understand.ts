import type { Day } from '../domain/day.js';
import type { Facts } from '../domain/facts.js';
import type { PartialDate } from '../domain/partial-date.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { type CardClaim, cardClaims, cardMentions } from './card-claims.js';
import { type CardFinding, identifyCard } from './card-evidence.js';
import { cardHint } from './card-pieces.js';
import { isWithin, type Span } from './clauses.js';
import type { DateRole } from './date-roles.js';
import type { DateMention } from './dates/date-mention.js';
import type { findDates } from './dates/find-dates.js';
import { rememberingDates } from './dates/remembered-dates.js';
import { type PlanMention, planFinder } from './plans/find-plans.js';
import { unnamedPlans } from './plans/unnamed-plans.js';
import { type FindProducts, type ProductMention, productFinder } from './products/find-products.js';
import type { MendTypos } from './products/mend-typos.js';
import { namesMender } from './products/names-mender.js';
import { datesOf } from './told-dates.js';
import { type PlanReaders, type Spotted, toldOf } from './told-devices.js';

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
  const mend = namesMender(knowledge);
  const mayShowCard = cardHint(knowledge.cards);
  const dates = rememberingDates();
  const { plans } = knowledge;
  const covering = new Set(plans.filter((p) => p.gives === 'cover').map((p): string => p.id));
  const ofPlans = { find: planFinder(plans), unnamed: unnamedPlans(plans), plans, covering };
  return (text, around) => read(text, around, { knowledge, products, mend, mayShowCard, dates, ofPlans });
}

interface Readers {
  readonly knowledge: Knowledge;
  readonly products: FindProducts;
  readonly mend: MendTypos;
  readonly mayShowCard: (text: string) => boolean;
  readonly dates: typeof findDates;
  readonly ofPlans: PlanReaders;
}

function read(raw: string, around: Surroundings, readers: Readers): Understood {
  const text = readers.mend(raw);
  const products = readers.products(text);
  const dates = datesOf(text, around, readers.dates, products, readers.ofPlans.unnamed);
  const named = cardMentions(text, products);
  const cards = cardClaims(text, named);
  const finding = readers.mayShowCard(text) ? shownCard(text, named, readers) : null;
  const evidence =
    finding && finding.nmc !== 'unknown' && finding.spans.some((s) => !isWithin(s, cards) && !isWithin(s, named))
      ? finding
      : null;
  const spotted: Spotted = { text, products, dates, cards, evidence, shown: finding?.spans ?? [] };
  // Most pieces of a mail are only looked at for what they name: what is told of it costs as much again.
  const told = once(() => toldOf(spotted, around.today, readers.ofPlans));
  return {
    ...{ text, products, dates, cards, evidence },
    get devices() {
      return told().devices;
    },
    get plans() {
      return told().plans;
    },
    get deniedPlans() {
      return told().deniedPlans;
    },
    get troubles() {
      return told().troubles;
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What the text shows; where that contradicts a card that is named in it as well, what all the rest of it shows. */
function shownCard(text: string, named: readonly Span[], { knowledge }: Readers): CardFinding {
  const finding = identifyCard(text, knowledge.cards);
  if (finding.nmc !== 'unknown' || named.length === 0) return finding;
  const rest = named.reduce((t, { start, end }) => t.slice(0, start) + ' '.repeat(end - start) + t.slice(end), text);
  return identifyCard(rest, knowledge.cards);
}
