import type { Activity, TurnContext } from 'botbuilder';
import type { BotStorage } from '../../bot/storage.js';
import type { Store } from '../../store/open-store.js';
import type { InboxItem } from '../../store/turns.js';
import type { KeyedQueue } from '../keyed-queue.js';
import type { Report } from '../settings.js';
import { Slots } from '../slots.js';
import type { DirectLineAdapter, TurnOutcome } from './adapter.js';

/** A message that was being answered at this many ends of the program is taken to be what ended it. */
const MOST_ATTEMPTS = 3;
/** A store that is busy or full for a moment is tried again after these pauses. */
const PAUSES_MILLIS = [500, 5_000, 60_000];
/** How often a turn is run anew because somebody else wrote the same state meanwhile. */
const MOST_CONFLICTS = 3;

/** Turns that run at once. They are work for this process, so more would only make all of them late; one that waits holds up few. */
const MOST_AT_ONCE = 4;

export interface TurnRunnerParts {
  readonly store: Store;
  readonly storage: BotStorage;
  readonly queue: KeyedQueue;
  readonly adapter: DirectLineAdapter;
  readonly logic: (context: TurnContext) => Promise<void>;
  readonly report: Report;
  /** Something new can be read in the conversation. */
  readonly onPublished: (conversationId: string) => void;
}

/** Takes what has been accepted out of the inbox and has it answered: a conversation in order, conversations side by side. */
export class TurnRunner {
  /** How often in a row a conversation's inbox could not be read or written. */
  private readonly failures = new Map<string, number>();
  private readonly slots = new Slots(MOST_AT_ONCE);

  constructor(private readonly parts: TurnRunnerParts) {}

  /** Sees to it that the conversation's inbox is emptied; does not wait for it. */
  wake(conversationId: string): void {
    void this.parts.queue.run(conversationId, async () => {
      try {
        for (let item = await this.next(conversationId); item !== null; item = await this.next(conversationId)) {
          await this.answer(item);
        }
        this.failures.delete(conversationId);
      } catch (error) {
        // The message stays in the inbox: for a try soon, for the next message, or for the next start.
        this.parts.report(`answering in conversation ${conversationId}`, error);
        this.tryAgain(conversationId);
      }
    });
  }

  private tryAgain(conversationId: string): void {
    const failures = this.failures.get(conversationId) ?? 0;
    const pause = PAUSES_MILLIS[failures];
    if (pause === undefined) {
      this.failures.delete(conversationId);
      return;
    }
    this.failures.set(conversationId, failures + 1);
    setTimeout(() => this.wake(conversationId), pause).unref();
  }

  /** For the start of the program: takes up what was accepted and not answered before. Answers how many conversations. */
  async resume(): Promise<number> {
    const conversations = await this.parts.store.turns.takeUpAgain();
    for (const conversationId of conversations) this.wake(conversationId);
    return conversations.length;
  }

  /** Runs a turn that the bot begins, behind what waits already. */
  async own(conversationId: string, run: () => Promise<TurnOutcome>): Promise<void> {
    await this.parts.queue.run(conversationId, () => this.settle(conversationId, null, run));
  }

  private next(conversationId: string): Promise<InboxItem | null> {
    return this.parts.store.turns.next(conversationId);
  }

  private async answer(item: InboxItem): Promise<void> {
    const activity = item.activity as Partial<Activity>;
    const { adapter, logic, report } = this.parts;
    const poisonous = item.attempts >= MOST_ATTEMPTS;
    if (poisonous) report(`message given up after ${item.attempts} starts`, new Error(String(activity.id)));
    const turn = poisonous ? () => Promise.reject(new Error('given up')) : logic;
    const run = () => adapter.process({ ...activity }, turn);
    await this.slots.run(() => this.settle(item.conversationId, item.seq, run));
  }

  /** Runs a turn until what it leaves can be stored whole. */
  private async settle(
    conversationId: string,
    answered: number | null,
    run: () => Promise<TurnOutcome>,
  ): Promise<void> {
    for (let conflicts = 0; ; conflicts++) {
      const { value: outcome, writes } = await this.parts.storage.collect(run);
      const stored = await this.parts.store.turns.complete({
        conversationId,
        answered,
        said: outcome.said,
        states: outcome.failed ? [] : writes,
        effects: outcome.failed ? [] : outcome.effects,
      });
      if (stored.kind !== 'conflict') break;
      if (conflicts === MOST_CONFLICTS) throw new Error(`state '${stored.id}' keeps changing meanwhile`);
    }
    this.parts.onPublished(conversationId);
  }
}
