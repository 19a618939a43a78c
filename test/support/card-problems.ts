import type * as AdaptiveCards from 'adaptivecards';

/** The renderer's own reader of cards wants a browser's globals when it is loaded, and nothing of them to read a card. */
function load(): typeof AdaptiveCards {
  const globals = globalThis as Record<string, unknown>;
  const had = ['window', 'document', 'self'].filter((name) => name in globals);
  Object.assign(globals, {
    window: globals.window ?? globalThis,
    self: globals.self ?? globalThis,
    document: globals.document ?? {},
  });
  const loaded = require('adaptivecards/dist/adaptivecards.js') as typeof AdaptiveCards;
  for (const name of ['window', 'document', 'self']) if (!had.includes(name)) delete globals[name];
  return loaded;
}

const { AdaptiveCard, SerializationContext, Versions } = load();

/** What Microsoft's reader of cards finds wrong with one for a client of a version of Adaptive Cards, in its words. */
export function cardProblems(content: unknown, version: '1.2' | '1.5'): readonly string[] {
  const context = new SerializationContext(version === '1.2' ? Versions.v1_2 : Versions.v1_5);
  new AdaptiveCard().parse(content, context);
  return Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i).message);
}

interface Readable {
  readonly body: readonly {
    readonly type: string;
    readonly actions?: readonly { readonly type: string; readonly title: string }[];
  }[];
}

/** The card as a client of version 1.2 has it, fallbacks taken. */
export function cardAt12(content: unknown): Readable {
  const card = new AdaptiveCard();
  card.parse(content, new SerializationContext(Versions.v1_2));
  return card.toJSON(new SerializationContext(Versions.v1_2)) as unknown as Readable;
}
