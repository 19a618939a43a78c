/** A sentence of a source document: question 0 is its introduction and footnotes, sentences count from 1. */
export interface Citation {
  readonly source: string;
  readonly question: number;
  readonly sentence: number;
  /** The question's title, as the document prints it. */
  readonly title: string;
}

/** One sentence that a person reads, with what it rests on. No citations: it claims nothing about the subject. */
export interface CitedSentence {
  readonly text: string;
  readonly citations: readonly Citation[];
}
