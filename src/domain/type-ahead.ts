export const TYPE_AHEAD_KINDS = ['question', 'product', 'plan'] as const;

/** What is offered while a person types; taken, it puts `says` in the place of all that was typed. */
export interface TypeAheadSuggestion {
  readonly kind: (typeof TYPE_AHEAD_KINDS)[number];
  /** As it is listed. */
  readonly label: string;
  readonly says: string;
}
