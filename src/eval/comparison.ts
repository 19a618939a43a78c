import { type Figures, figuresOf } from './figures.js';
import { replyWords } from './label-words.js';
import { mcnemar } from './mcnemar.js';
import type { Measured } from './measure.js';
import { type Miss, missesIn } from './misses.js';
import { missWords } from './words.js';

/** Another knowledge base, measured on the same messages. */
export interface OtherSide {
  readonly folder: string;
  readonly knowledgeVersion: string;
  readonly mode: 'full' | 'lexical';
  readonly measured: readonly Measured[];
}

/**
 * A message that fares otherwise here than there; it is right where reply, facts and outcome are all as labelled.
 * `won`: right here only; `lost`: right there only; `otherwise`: right on neither side.
 */
export interface ChangedMessage {
  readonly change: 'won' | 'lost' | 'otherwise';
  readonly id: string | number;
  readonly text: string;
  readonly wanted: string;
  readonly here: string;
  readonly there: string;
}

/** How this knowledge base (here) fares against another (there). */
export interface Comparison {
  readonly folder: string;
  readonly knowledgeVersion: string;
  readonly mode: 'full' | 'lexical';
  /** The other's. */
  readonly figures: Figures;
  readonly won: number;
  readonly lost: number;
  /** Of the exact McNemar test on `won` and `lost`. */
  readonly pValue: number;
  /** In the order of the messages. */
  readonly changes: readonly ChangedMessage[];
}

/** Compares message by message; both sides must have measured the same messages in the same order. */
export function compare(here: readonly Measured[], there: OtherSide): Comparison {
  const changes = here.flatMap((own, i) => {
    const other = there.measured[i];
    return other ? changeOf(own, other) : [];
  });
  const count = (change: ChangedMessage['change']) => changes.filter((c) => c.change === change).length;
  const [won, lost] = [count('won'), count('lost')];
  const { folder, knowledgeVersion, mode, measured } = there;
  return {
    folder,
    knowledgeVersion,
    mode,
    figures: figuresOf(measured),
    won,
    lost,
    pValue: mcnemar(won, lost),
    changes,
  };
}

function changeOf(here: Measured, there: Measured): readonly ChangedMessage[] {
  const [own, other] = [missesIn(here), missesIn(there)];
  const sides = { here: sideWords(here, own), there: sideWords(there, other) };
  const isSame = own.length === 0 ? other.length === 0 : sides.here === sides.there;
  if (isSame) return [];
  const change = own.length === 0 ? 'won' : other.length === 0 ? 'lost' : 'otherwise';
  const wanted = [...new Set([...own, ...other].map((miss) => miss.wanted))].join('; ');
  const { id, text } = here.label;
  return [{ change, id, text, wanted, ...sides }];
}

const sideWords = ({ reply }: Measured, misses: readonly Miss[]): string =>
  misses.length === 0
    ? `right (${replyWords(reply)})`
    : misses.map((miss) => `${missWords(miss)} (${miss.came})`).join('; ');
