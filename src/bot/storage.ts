import { AsyncLocalStorage } from 'node:async_hooks';
import type { Storage, StoreItem, StoreItems } from 'botbuilder';
import type { Sessions, StateWrite } from '../store/sessions.js';

/** The eTag of an item that this turn has changed and that is not stored yet. */
const PENDING = 'pending';

/**
 * The bot's state (dialog stack and session) in the store. Inside `collect` writes are held back, and reads see
 * them, so that the caller can store them in one transaction with what the turn said.
 */
export class BotStorage implements Storage {
  private readonly held = new AsyncLocalStorage<{ open: boolean; readonly writes: Map<string, StateWrite> }>();

  constructor(private readonly sessions: Sessions) {}

  /** Runs `work` and answers its value with the writes that it wanted to make; none of them has been made. */
  async collect<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly writes: readonly StateWrite[] }> {
    const turn = { open: true, writes: new Map<string, StateWrite>() };
    try {
      const value = await this.held.run(turn, work);
      return { value, writes: [...turn.writes.values()] };
    } finally {
      // What the turn left running goes to the store itself from here on.
      turn.open = false;
    }
  }

  async read(keys: string[]): Promise<StoreItems> {
    const items: StoreItems = {};
    for (const key of keys) {
      const held = this.writes()?.get(key);
      if (held !== undefined) {
        if (held.state !== null) items[key] = { ...copy(held.state), eTag: PENDING };
        continue;
      }
      const stored = await this.sessions.load(key);
      if (stored !== null) items[key] = { ...copy(stored.state), eTag: String(stored.version) };
    }
    return items;
  }

  /** Throws where an item's eTag is not the stored one ('*' and none: whatever is stored). */
  async write(changes: StoreItems): Promise<void> {
    await this.put(
      Object.entries(changes).map(([id, item]: [string, StoreItem]) => {
        const { eTag, ...state } = item;
        return { id, channel: channelOf(id), state: copy(state), expected: this.expected(id, eTag) };
      }),
    );
  }

  async delete(keys: string[]): Promise<void> {
    await this.put(keys.map((id) => ({ id, channel: channelOf(id), state: null, expected: 'any' })));
  }

  private async put(writes: readonly StateWrite[]): Promise<void> {
    const held = this.writes();
    if (held !== undefined) {
      for (const write of writes) held.set(write.id, write);
      return;
    }
    const saved = await this.sessions.save(writes);
    if (!saved.ok) throw new Error(`Storage: error writing "${saved.conflict}" due to eTag conflict.`);
  }

  private writes(): Map<string, StateWrite> | undefined {
    const turn = this.held.getStore();
    return turn?.open ? turn.writes : undefined;
  }

  private expected(id: string, eTag: string | undefined): StateWrite['expected'] {
    if (eTag === undefined || eTag === '' || eTag === '*') return 'any';
    if (eTag === PENDING) return this.writes()?.get(id)?.expected ?? 'any';
    return Number(eTag);
  }
}

/** Keys of botbuilder's states begin with the channel: `directline/conversations/…`. */
const channelOf = (key: string) => key.split('/', 1)[0] ?? '';
/** As it would come back from the store: no caller holds on to what another one changes. */
const copy = (state: unknown) => JSON.parse(JSON.stringify(state)) as Record<string, unknown>;
