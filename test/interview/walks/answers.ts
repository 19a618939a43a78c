import { type Day, plusDays } from '../../../src/domain/day.js';
import type { Facts } from '../../../src/domain/facts.js';
import type { Question } from '../../../src/domain/reply.js';
import type { OwnDevice } from './person.js';
import { cardSayings, commissioningSayings, contractSayings, dateValue, type Saying, spellings } from './sayings.js';

/** What somebody may answer to a question: words with their facts, or that he does not know. */
export type Answer =
  | { readonly kind: 'says'; readonly saying: Saying }
  | { readonly kind: 'dont-know'; readonly says: string };

const NOT_KNOWN: readonly Answer[] = ["I don't know", 'no idea', 'not sure'].map((says) => ({
  kind: 'dont-know',
  says,
}));

const said = (says: string, facts: Readonly<Record<string, string>>): Saying => ({ says, facts: facts as Facts });
const all = (sayings: readonly Saying[]): readonly Answer[] =>
  sayings.length === 0 ? NOT_KNOWN : sayings.map((saying) => ({ kind: 'says', saying }));

/** All true answers to the question, typed or clicked. */
export function answersTo(question: Question, device: OwnDevice, today: Day): readonly Answer[] {
  switch (question.fact) {
    case 'family':
      return all(familyAnswers(question, device));
    case 'nmc':
      return all(cardAnswers(device));
    case 'commissioned':
      return all(commissionedAnswers(question, device, today));
    case 'plan':
      return all(planAnswers(question, device));
    case 'contractStart':
      return all(startAnswers(device, today));
    case 'contractEnd':
      return all(endAnswers(device));
  }
}

const ORDINALS = ['the first one', 'the second one', 'the third one', 'the fourth one', 'the fifth one'];

function familyAnswers({ because, choices }: Question, { product, range }: OwnDevice): readonly Saying[] {
  if (product === null) return [];
  const names = [product, product.toLowerCase(), `it is a ${product}`].map((n) => said(n, { family: product }));
  if (because.kind === 'ambiguous-family') {
    const at = choices.findIndex((c) => c.says === product);
    const ordinal = ORDINALS[at];
    return ordinal ? [...names, said(ordinal, { family: product })] : names;
  }
  return range === null ? names : [...names, said(range, { family: range })];
}

function cardAnswers({ card }: OwnDevice): readonly Saying[] {
  if (card === null) return [];
  const number = /\d/.exec(card)?.[0];
  const bare = number ? [number, `it says ${number}`] : ['none', 'no card'];
  return [...bare.map((says) => said(says, { nmc: card })), ...cardSayings(card)];
}

function commissionedAnswers({ because }: Question, { commissioned }: OwnDevice, today: Day): readonly Saying[] {
  if (commissioned === null) return [];
  if (commissioned === 'not-yet')
    return [
      said('Not commissioned yet', { commissioned }),
      said('not yet', { commissioned }),
      ...commissioningSayings(commissioned, today),
    ];
  if (because.kind === 'narrower' && commissioned.precision !== 'day') return [];
  const bare = spellings(commissioned).map((says) => said(says, { commissioned: dateValue(commissioned) }));
  return [...bare, ...commissioningSayings(commissioned, today)];
}

function planAnswers({ because }: Question, { contract }: OwnDevice): readonly Saying[] {
  if (contract === null) return [];
  switch (contract.kind) {
    case 'none':
      return [
        ...['No service contract', 'none', 'no'].map((s) => said(s, { plan: 'none' })),
        ...contractSayings(contract),
      ];
    case 'other':
      if (because.kind === 'open-plan') return [];
      return [said('Another service contract', { plan: 'other' }), ...contractSayings(contract)];
    case 'running': {
      const [{ facts } = { facts: {} }] = contractSayings(contract);
      return [{ says: contract.plan, facts }, ...contractSayings(contract)];
    }
    default:
      return contractSayings(contract);
  }
}

function startAnswers({ contract }: OwnDevice, today: Day): readonly Saying[] {
  if (contract?.kind === 'running') {
    const { since } = contract;
    const runs = ['It is in effect', 'yes', 'it is running'].map((says) => said(says, { contractStart: 'in-effect' }));
    const dated =
      since === null
        ? []
        : spellings({ day: since, precision: 'day' }).map((d) => said(`since ${d}`, { contractStart: since }));
    return [...runs, ...dated];
  }
  if (contract?.kind === 'bought') {
    const { start } = contract;
    const later = said('It starts later', { contractStart: `${plusDays(today, 1)}/2099-12-31` });
    if (start === null) return [later];
    return [
      later,
      ...spellings({ day: start, precision: 'day' }).flatMap((d) =>
        [d, `it starts on ${d}`].map((s) => said(s, { contractStart: start })),
      ),
    ];
  }
  return [];
}

/** Asked only where what was said of the contract contradicts itself. */
function endAnswers({ contract }: OwnDevice): readonly Saying[] {
  return contract?.kind === 'over' || contract?.kind === 'none' ? [said('It has ended', { plan: 'none' })] : [];
}
