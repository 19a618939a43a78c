import { z } from 'zod';
import { LONGEST_COMMENT, type Reaction } from '../domain/feedback.js';

/** What somebody says of an answer, however the channel puts it. `none` takes back; with `only`, no other word than that. */
export interface Judgement {
  /** The activity that is judged; null where the channel does not say. */
  readonly about: string | null;
  readonly reaction: Reaction | 'none';
  readonly only?: Reaction;
  readonly comment: string | null;
}

/** The event by which our page judges an answer. */
export const FEEDBACK_EVENT = 'feedback';
export const feedbackValue = z.object({
  reaction: z.enum(['up', 'down', 'none']),
  comment: z.string().max(LONGEST_COMMENT).nullish(),
});

/** The fields of an activity that judge, none of which anybody has checked. */
interface Judging {
  readonly replyToId?: unknown;
  readonly value?: unknown;
  readonly reactionsAdded?: unknown;
  readonly reactionsRemoved?: unknown;
}

const LONGEST_ID = 1000;
const idOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_ID ? value : null;

/** Of the page's event; null where its value is none. */
export function judgementOfEvent({ replyToId, value }: Judging): Judgement | null {
  const parsed = feedbackValue.safeParse(value);
  if (!parsed.success) return null;
  const { reaction, comment } = parsed.data;
  return { about: idOf(replyToId), reaction, comment: comment ?? null };
}

const LIKED = { like: 'up', dislike: 'down' } as const satisfies Readonly<Record<string, Reaction>>;
const submitted = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.unknown().optional() }),
  replyToId: z.unknown().optional(),
});

/** Of the buttons that Teams draws under a message (`message/submitAction`); null where the value is of another form. */
export function judgementOfSubmit({ replyToId, value }: Judging): Judgement | null {
  const parsed = submitted.safeParse(value);
  if (!parsed.success) return null;
  const { actionValue, replyToId: inValue } = parsed.data;
  return {
    about: idOf(replyToId) ?? idOf(inValue),
    reaction: LIKED[actionValue.reaction],
    comment: commentIn(actionValue.feedback),
  };
}

/** Teams documents a JSON text with `feedbackText` in it, its libraries an object too, and other clients send what was typed as it is. */
function commentIn(feedback: unknown): string | null {
  if (typeof feedback === 'string') {
    try {
      return textIn(JSON.parse(feedback)) ?? null;
    } catch {
      return feedback;
    }
  }
  return textIn(feedback);
}

function textIn(feedback: unknown): string | null {
  if (typeof feedback === 'string' || typeof feedback === 'number') return String(feedback);
  if (typeof feedback !== 'object' || feedback === null || !('feedbackText' in feedback)) return null;
  return typeof feedback.feedbackText === 'string' ? feedback.feedbackText : null;
}

/** Reactions to a message that speak of the answer; laughter, surprise and tears may be about the news in it. */
const SPEAKING: ReadonlyMap<string, Reaction> = new Map(Object.entries({ ...LIKED, heart: 'up' }));

function spoken(reactions: unknown): Reaction | null {
  const types = z.array(z.looseObject({ type: z.string() })).safeParse(reactions);
  if (!types.success) return null;
  return types.data.flatMap(({ type }) => SPEAKING.get(type) ?? []).at(-1) ?? null;
}

/** Of reactions to a message (`messageReaction`), in the order in which they take effect; empty where none speaks of the answer. */
export function judgementsOfReactions({ replyToId, reactionsAdded, reactionsRemoved }: Judging): readonly Judgement[] {
  const about = idOf(replyToId);
  if (about === null) return [];
  const [added, removed] = [spoken(reactionsAdded), spoken(reactionsRemoved)];
  return [
    ...(removed ? [{ about, reaction: 'none', only: removed, comment: null } as const] : []),
    ...(added ? [{ about, reaction: added, comment: null }] : []),
  ];
}
