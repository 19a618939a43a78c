import type { TypeAheadSuggestion } from '../domain/type-ahead.js';

/** Something that can be offered while a person types. */
export interface TypeAheadItem extends TypeAheadSuggestion {
  /** Other names, wordings or single words that it is found by. */
  readonly alsoKnownAs: readonly string[];
}

/** From 0 to 1; names and questions are ranked together by it. */
export interface Scored extends TypeAheadSuggestion {
  readonly score: number;
}
