import type { Day } from '../domain/day.js';
import type { Facts, Nmc } from '../domain/facts.js';
import type { PlanId } from '../domain/ids.js';
import { boundsOfDate } from '../domain/partial-date.js';
import type { Plan } from '../knowledge/knowledge.js';
import type { CardClaim } from './card-claims.js';
import type { CardFinding } from './card-evidence.js';
import { isWithin, type Span, sentenceAt } from './clauses.js';
import { commissionedOf } from './commissioned-date.js';
import { splitDevices } from './devices.js';
import { isAskedInGeneral } from './general-card.js';
import type { FindPlans } from './plans/find-plans.js';
import { noPlan } from './plans/no-plan.js';
import { findPlansAndContract, type StatedPlan } from './plans/stated-plan.js';
import type { ProductMention } from './products/find-products.js';
import type { StatedDevice, Trouble, Understood } from './understand.js';

/** What a text names. */
export interface Spotted extends Pick<Understood, 'text' | 'products' | 'dates' | 'cards' | 'evidence'> {
  /** Where a card shows itself. */
  readonly shown: readonly Span[];
}

/** How plans are found, and which there are. */
export interface PlanReaders {
  readonly find: FindPlans;
  /** A text with 'plan' for each name of a plan, every offset kept. */
  readonly unnamed: (text: string) => string;
  readonly plans: readonly Plan[];
  /** Ids of those that give cover. */
  readonly covering: ReadonlySet<string>;
}

/** What a text tells of devices by what it names, as of `today`. */
export function toldOf(
  { text, products, dates, cards, evidence, shown }: Spotted,
  today: Day,
  { find, unnamed, plans: all, covering }: PlanReaders,
): Pick<Understood, 'devices' | 'plans' | 'deniedPlans' | 'troubles'> {
  const { mentions: plans, denied } = find(text);
  const split = splitDevices(text, products);
  const plain = unnamed(text);
  const stated = findPlansAndContract(text, plans, noPlan(text), dates, all, today, split.devices.length === 1);
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
        ...commissionedOf(plain, mine(dates), today, troubles, split.devices.length === 1 ? null : mention),
        ...planFacts(mine(stated), covering, today),
      },
    };
  });
  const unknown = unknownNames(text, products, shown);
  for (const said of unknown) troubles.push({ kind: 'unknown-name', said });
  return { devices, plans, deniedPlans: denied, troubles };
}

/** Capitals and figures as order numbers have them, six signs and more. */
const ORDER_NUMBER = /(?<![\p{L}\p{N}-])(?=[A-Z0-9-]{6,})[A-Z]{2,6}\d{1,4}[A-Z]{1,5}[A-Z0-9-]*(?![\p{L}\p{N}])/gu;

/** Order numbers that no product claims and that are no card's: they must not pass in silence. */
function unknownNames(text: string, products: readonly ProductMention[], cards: readonly Span[]): readonly string[] {
  return [...text.matchAll(ORDER_NUMBER)]
    .map((m) => ({ start: m.index, end: m.index + m[0].length, said: m[0] }))
    .filter((m) => !isWithin(m, products) && !isWithin(m, cards) && !/^(?:NMC|AP\d|HTTP|SHA|IPV)/.test(m.said))
    .map((m) => m.said);
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
