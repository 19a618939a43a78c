import type { HelpdeskMapping } from '../knowledge/helpdesk-schema.js';
import type { Store } from '../store/open-store.js';
import { Desk, type DeskParts } from './desk.js';
import { type Rounds, rounds } from './rounds.js';
import { WriteBack, type WriteBackParts } from './write-back.js';

/** Tickets that waited when the program ended, or whose triage failed, are looked for every so many milliseconds. */
const TRIAGE_EVERY = 60_000;
/** Notes whose time has come, too. */
const WRITE_BACK_EVERY = 15_000;
/** What is to be said in chats, and whether somebody is still there to say it. */
const TALK_EVERY = 15_000;

export type OpenDeskParts = Pick<DeskParts, 'store' | 'assistant' | 'frame' | 'dayOf' | 'newId' | 'clock'> &
  Pick<WriteBackParts, 'access' | 'fetch'> & {
    readonly store: Pick<Store, 'ticketQueue'>;
    readonly report: (where: string, error: unknown) => void;
  };

/** What triagers choose facts from. */
export interface FactChoices {
  readonly plans: readonly { readonly id: string; readonly name: string }[];
  readonly products: readonly string[];
}

/** The desk with what goes on while nobody waits for it: triage of what has come in, and notes to helpdesks. */
export interface OpenDesk {
  readonly desk: Desk;
  /** How a helpdesk sends tickets; null: it is not known. */
  readonly mapping: (source: string) => HelpdeskMapping | null;
  readonly choices: () => FactChoices;
  /** Takes up what waits. Until then what comes in is kept. `talk`: says what is to be said in chats. */
  readonly begin: (talk: () => Promise<void>) => void;
  /** Resolves once nothing runs any more. */
  readonly stop: () => Promise<void>;
}

/** Puts the desk together; does nothing by itself before it begins. */
export function openDesk(parts: OpenDeskParts): OpenDesk {
  const { store, assistant, access, clock, report } = parts;
  let triaging: Rounds | null = null;
  let writing: Rounds | null = null;
  let talking: Rounds | null = null;
  const mapping = (source: string) => assistant().knowledge.helpdesks.get(source) ?? null;
  const writeBack = new WriteBack({ outbox: store.outbox, mapping, access, clock, fetch: parts.fetch });
  const desk = new Desk({
    ...parts,
    writesBack: (source) => writeBack.isOn(source),
    onWaiting: () => triaging?.wake(),
    onNote: () => writing?.wake(),
    onSaid: () => talking?.wake(),
  });
  return {
    desk,
    mapping,
    choices: () => {
      const { plans, catalogue } = assistant().knowledge;
      return {
        plans: plans.map(({ id, name }) => ({ id, name })),
        products: catalogue.products.map(({ name }) => name),
      };
    },
    begin: (talk) => {
      talking = rounds(talk, TALK_EVERY, (error) => report('what is said from the desk', error));
      triaging = rounds(
        () => desk.triageAll(),
        TRIAGE_EVERY,
        (error) => report('triage of what has come in', error),
      );
      writing = rounds(
        () => writeBack.sendDue(),
        WRITE_BACK_EVERY,
        (error) => report('notes to helpdesks', error),
      );
    },
    stop: async () => {
      await Promise.all([triaging?.stop(), writing?.stop(), talking?.stop()]);
    },
  };
}
