import { openStore, type Store } from '../../src/store/open-store.js';

/** A clock that stands still. */
export const stillClock = () => new Date('2026-11-22T10:00:00.000Z');

/** The store, or the problems as an error. */
export async function opened(file: string): Promise<Store> {
  const store = await openStore(file, stillClock);
  if (!store.ok) throw new Error(JSON.stringify(store.problems));
  return store.value;
}
