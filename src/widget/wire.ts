/** An activity as Direct Line 3.0 carries it; only what the widget reads, all of it as yet unchecked by anyone else. */
export interface WireActivity {
  readonly type: string;
  readonly id?: string;
  readonly text?: string;
  /** Of an event. */
  readonly name?: string;
  readonly from?: { readonly id?: string; readonly role?: string };
  readonly channelData?: {
    readonly clientActivityID?: string;
    readonly reply?: unknown;
    readonly pictures?: unknown;
    /** In whose name it is said, and in which words. */
    readonly person?: { readonly name: string; readonly says: string };
    /** A person has come, or has gone. */
    readonly talk?: Talk;
  };
  readonly suggestedActions?: { readonly actions?: unknown };
}

/** Whether a person answers from here on, or the assistant again. */
export type Talk = 'joined' | 'ended';

export interface ActivitySet {
  readonly activities: readonly WireActivity[];
  /** Where to go on reading; null where the frame names none. */
  readonly watermark: string | null;
}

/** A click that says something in the user's name. */
export interface Suggestion {
  readonly label: string;
  readonly says: string;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string';

/** The activities of a frame or an answer, or null where it is of another form. Items that are no activity are left out. */
export function readActivitySet(value: unknown): ActivitySet | null {
  if (!isRecord(value) || !Array.isArray(value.activities)) return null;
  const activities = value.activities.flatMap((item: unknown) => readActivity(item) ?? []);
  const { watermark } = value;
  return {
    activities,
    watermark: isText(watermark) || typeof watermark === 'number' ? String(watermark) : null,
  };
}

function readActivity(value: unknown): WireActivity | null {
  if (!isRecord(value) || !isText(value.type)) return null;
  const { from, channelData, suggestedActions } = value;
  return {
    type: value.type,
    ...(isText(value.id) && { id: value.id }),
    ...(isText(value.text) && { text: value.text }),
    ...(isText(value.name) && { name: value.name }),
    ...(isRecord(from) && {
      from: { ...(isText(from.id) && { id: from.id }), ...(isText(from.role) && { role: from.role }) },
    }),
    ...(isRecord(channelData) && {
      channelData: {
        ...(isText(channelData.clientActivityID) && { clientActivityID: channelData.clientActivityID }),
        reply: channelData.reply,
        pictures: channelData.pictures,
        ...readTalk(channelData),
      },
    }),
    ...(isRecord(suggestedActions) && { suggestedActions: { actions: suggestedActions.actions } }),
  };
}

function readTalk({
  person,
  talk,
}: Readonly<Record<string, unknown>>): Pick<NonNullable<WireActivity['channelData']>, 'person' | 'talk'> {
  return {
    ...(isRecord(person) &&
      isText(person.name) &&
      isText(person.says) && { person: { name: person.name, says: person.says } }),
    ...((talk === 'joined' || talk === 'ended') && { talk }),
  };
}

/** What an activity offers to click; an action without a text to say is left out. */
export function suggestionsOf(activity: WireActivity): readonly Suggestion[] {
  const actions = activity.suggestedActions?.actions;
  if (!Array.isArray(actions)) return [];
  return actions.flatMap((action: unknown) => {
    if (!isRecord(action)) return [];
    const says = isText(action.value) ? action.value : action.title;
    if (!isText(says) || says.trim() === '') return [];
    return [{ label: isText(action.title) ? action.title : says, says }];
  });
}

/** Whether a person wrote it (here or in another tab), not the assistant. */
export function isFromUser(activity: WireActivity, userId: string): boolean {
  return (
    activity.from?.role === 'user' ||
    activity.from?.id === userId ||
    activity.channelData?.clientActivityID !== undefined
  );
}
