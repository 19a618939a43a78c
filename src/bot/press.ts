import { z } from 'zod';

/** The verb of our buttons: says something in the name of who presses. */
export const SAY = 'say';
/** The invoke that a button of a card makes. */
export const CARD_ACTION = 'adaptiveCard/action';

/** Raised when the form of the data changes: cards in old conversations live on. */
const VERSION = 1;

/** What a button carries. */
export const pressData = (card: string, says: string) => ({ sns: VERSION, card, says });

const data = z.object({
  sns: z.literal(VERSION),
  card: z.string().min(1).max(1000),
  says: z.string().min(1).max(1000),
});
const invoked = z.looseObject({
  action: z.looseObject({ type: z.literal('Action.Execute'), verb: z.literal(SAY), data }),
});

/** A button of a card of ours, pressed. */
export interface Press {
  readonly card: string;
  readonly says: string;
}

/** Why an invoke is no press of a button of ours. */
export interface Malformed {
  readonly code: string;
  readonly message: string;
}

/** The press that an `adaptiveCard/action` tells of; else what is wrong with it, by the first of its fields that is. */
export function pressOfInvoke(value: unknown): Press | Malformed {
  const parsed = invoked.safeParse(value);
  if (parsed.success) return parsed.data.action.data;
  const places = parsed.error.issues.map(({ path }) => path.join('.'));
  const wrong = (place: string) => places.some((path) => path === place || path.startsWith(`${place}.`));
  if (wrong('action.verb'))
    return { code: 'unknown-verb', message: `The action's verb is not '${SAY}'. Ask for a new card.` };
  if (wrong('action.data'))
    return {
      code: 'bad-data',
      message: "The action's data are not those of a card of this version. Ask for a new card.",
    };
  return { code: 'bad-action', message: 'value.action is no Action.Execute: send the action as the card has it.' };
}

/** The press that a message tells of, as clients send it that know no Action.Execute; null where it is another message. */
export function pressOfMessage(value: unknown): Press | null {
  const parsed = data.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const said = z.looseObject({ says: z.string() });
const saidWithin = z.looseObject({ action: z.looseObject({ data: said }) });

/** What a button says in the name of who presses it, in whichever way it comes; '' where it is none. */
export function wordsOfButton(value: unknown): string {
  const plain = said.safeParse(value);
  if (plain.success) return plain.data.says;
  const within = saidWithin.safeParse(value);
  return within.success ? within.data.action.data.says : '';
}
