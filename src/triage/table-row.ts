import type { Facts, Nmc } from '../domain/facts.js';
import type { PlanId } from '../domain/ids.js';
import type { PartialDate } from '../domain/partial-date.js';
import { type ColumnKind, foldHeading } from '../knowledge/fleet-schema.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { TableReader } from './pasted-table.js';

/** What a row of a pasted table tells of its device, cell by cell; `date`: a column's day, where its cell holds one. */
export function rowFacts(
  cell: (kind: ColumnKind) => string,
  date: (kind: 'commissioned' | 'contractStart' | 'contractEnd') => PartialDate | undefined,
  kinds: readonly (ColumnKind | null)[],
  { knowledge, read }: TableReader,
): Facts {
  const { words } = knowledge.fleet;
  // A cell that is empty, or not there, says nothing; one with a dash may.
  const says = (kind: ColumnKind, list: readonly string[]) =>
    cell(kind) !== '' && list.some((w) => foldHeading(w) === foldHeading(cell(kind)));
  const family =
    cell('family') === '' ? undefined : (read(cell('family')).devices[0]?.facts.family ?? cell('family').slice(0, 200));
  const nmc =
    says('nmc', words.noCard) || NO_CARD.test(cell('nmc'))
      ? 'none'
      : (cardIn(cell('nmc'), read) ?? cardIn(cell('evidence'), read));
  const commissioned = says('commissioned', words.notYet) ? 'not-yet' : date('commissioned');
  const told: Facts = says('plan', words.noPlan)
    ? { plan: NONE }
    : says('plan', words.unknown)
      ? {}
      : contractIn(cell('plan'), read, knowledge);
  // Where the list has a column for the start, what that leaves empty is not known; a day beside the plan's name is.
  const beside = kinds.includes('contractStart') && told.contractStart === 'in-effect' ? undefined : told.contractStart;
  const contractStart = says('contractStart', words.inEffect) ? 'in-effect' : (date('contractStart') ?? beside);
  const contractEnd = date('contractEnd') ?? told.contractEnd;
  return {
    ...(family === undefined ? {} : { family }),
    ...(nmc === undefined ? {} : { nmc }),
    ...(commissioned === undefined ? {} : { commissioned }),
    ...(told.plan === undefined ? {} : { plan: told.plan }),
    ...(contractStart === undefined ? {} : { contractStart }),
    ...(contractEnd === undefined ? {} : { contractEnd }),
  };
}

const NONE = 'none' as PlanId;
/** 'no card fitted', 'without a management card'. */
const NO_CARD = /^(?:no|without)\b[^\d]*\bcards?\b[^\d]*$/i;

/**
 * What a cell says of a contract: a name alone is a plan that runs; 'Advantage Ultra (in effect since 3 May 2025)' and 'EcoCare, signed in May'
 * are read as sentences are. A name among words that come to nothing is a plan of which nobody knows whether it runs.
 */
function contractIn(cell: string, read: TableReader['read'], knowledge: Knowledge): Facts {
  const { plan, contractStart, contractEnd } = read(cell).devices[0]?.facts ?? {};
  if (plan !== undefined)
    return {
      plan,
      ...(contractStart === undefined ? {} : { contractStart }),
      ...(contractEnd === undefined ? {} : { contractEnd }),
    };
  if (read(cell).plans.some((p) => p.status === 'hypothetical')) return {};
  const named = planIn(cell, knowledge);
  return named === null ? {} : { plan: named.id as PlanId, ...(named.alone ? { contractStart: 'in-effect' } : {}) };
}

function cardIn(cell: string, read: TableReader['read']): Nmc | undefined {
  if (cell === '') return undefined;
  return read(/^[1-4]$/.test(cell) ? `NMC${cell}` : cell).devices[0]?.facts.nmc;
}

/** The plan whose name a cell holds, the longest one, and whether nothing else stands there; what is none of them is some other contract. */
function planIn(cell: string, { plans, fleet }: Knowledge): { readonly id: string; readonly alone: boolean } | null {
  const said = ` ${foldHeading(cell)} `;
  if (said.trim() === '') return null;
  const names = plans.flatMap(({ id, name, names: others, short }) =>
    [name, ...others, ...short].map((n) => ({ id, name: foldHeading(n) })),
  );
  const found = names
    .filter(({ name }) => name !== '' && said.includes(` ${name} `))
    .sort((a, b) => b.name.length - a.name.length);
  const [longest] = found;
  if (longest) return { id: longest.id, alone: said.trim() === longest.name };
  return fleet.words.otherPlan.some((w) => said.includes(` ${foldHeading(w)} `)) ? { id: 'other', alone: false } : null;
}
