/** So many messages are rehearsed: the first real ones then take a fifth less of the processor than after 800, and twice as many gain no more. */
const REHEARSED = 4_000;

/** What goes on around a rehearsal. */
export interface Surroundings {
  /** Real messages so far. */
  readonly asked: () => number;
  /** Settles once others have had their turn; `long` where somebody is asking just now, so that nobody waits behind a rehearsed message. */
  readonly pause: (long: boolean) => Promise<void>;
  /** False ends it early. */
  readonly goesOn: () => boolean;
}

/**
 * Answers messages that nobody has sent, so that the engine has compiled what answering takes before somebody waits for it: one after
 * the other, each behind a pause, and none while real ones come. Those do the same service, and are counted in.
 */
export async function rehearse(
  texts: readonly string[],
  answer: (text: string) => Promise<unknown>,
  { asked, pause, goesOn }: Surroundings,
): Promise<void> {
  const step = Math.max(1, Math.ceil(texts.length / REHEARSED));
  const atFirst = asked();
  let seen = atFirst;
  let rehearsed = 0;
  await pause(false);
  while (rehearsed * step < texts.length && rehearsed + asked() - atFirst < REHEARSED && goesOn()) {
    const busy = asked() !== seen;
    seen = asked();
    const text = texts[rehearsed * step];
    if (!busy && text !== undefined) {
      await answer(text);
      rehearsed++;
    }
    await pause(busy);
  }
}
