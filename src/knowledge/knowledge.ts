import type { Citation, CitedSentence } from '../domain/citation.js';
import type { EntryId, TopicId } from '../domain/ids.js';
import type { CardKnowledge } from './card-schema.js';
import type { Catalogue } from './catalogue.js';
import type { FleetWords } from './fleet-schema.js';
import type { HelpdeskMapping } from './helpdesk-schema.js';
import type { RoutingKnowledge } from './routing-schema.js';
import type { PlanGives, Rules } from './rules.js';

/** The kinds of message that have phrasings of their own beside the entries. */
export const PHRASED_KINDS = ['entitlement', 'identify', 'one-phase', 'human', 'smalltalk'] as const;

/** An entry of the knowledge base: a question of the source, answered in our own words. */
export interface Entry {
  readonly id: EntryId;
  readonly question: number;
  readonly title: string;
  /** The title in a few words, as a click. */
  readonly short: string;
  readonly sentences: readonly CitedSentence[];
  readonly followUps: readonly EntryId[];
}

/** A topic that the knowledge base knowingly does not answer, and whom to ask. */
export interface Boundary {
  readonly id: TopicId;
  readonly title: string;
  /** False for what has nothing to do with the subject. */
  readonly near: boolean;
  readonly says: CitedSentence;
  readonly ask: string;
  readonly related: readonly EntryId[];
}

/** A phrasing: how somebody once put it, for the matcher to learn from. */
export interface Phrasing {
  readonly text: string;
  /** `faq:<entry>`, `kind:<kind>` or `topic:<boundary>`. */
  readonly label: string;
  readonly voice: string;
}

/** A way of asking that one sentence of an entry's answer should come first for. */
export interface Ask {
  readonly entry: EntryId;
  /** Its place in the entry's answer, from 0. */
  readonly sentence: number;
  /** What the sentence says to it: yes or no to a yes/no question that is worded positively; open: neither. */
  readonly says: 'open' | 'yes' | 'no';
  readonly text: string;
}

export interface Plan {
  readonly id: string;
  readonly name: string;
  readonly gives: PlanGives;
  /** Of two plans the stronger counts. */
  readonly strength: number;
  readonly names: readonly string[];
  /** Names that mean the plan only where they are all that is said. */
  readonly short: readonly string[];
  /** Those of the short names that mean the plan as an item of a list, too. */
  readonly items: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly {
    readonly number: number;
    readonly title: string;
    readonly sentences: readonly string[];
  }[];
}

/** All that the assistant knows, checked and frozen. */
export interface Knowledge {
  /** A hash of all files: two versions that are equal know the same. */
  readonly version: string;
  readonly source: Source;
  /** In the source's order. */
  readonly entries: readonly Entry[];
  readonly boundaries: ReadonlyMap<string, Boundary>;
  readonly phrasings: readonly Phrasing[];
  readonly asks: readonly Ask[];
  readonly catalogue: Catalogue;
  readonly plans: readonly Plan[];
  readonly rules: Rules;
  readonly cards: CardKnowledge;
  /** How lists of devices are headed, and what their cells say in words. */
  readonly fleet: FleetWords;
  /** Which ticket goes to whom. */
  readonly routing: RoutingKnowledge;
  /** How helpdesks send tickets, by the name of the file: `zendesk`. */
  readonly helpdesks: ReadonlyMap<string, HelpdeskMapping>;
  /** The sentence of the source, as a citation. */
  readonly cite: (questionAndSentence: string) => Citation;
}
