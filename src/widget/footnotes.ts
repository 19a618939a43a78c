import type { Citation, CitedSentence } from '../domain/citation.js';

/** A source as the list under a message shows it: one question of the document, with the sentences that were used. */
export interface Footnote {
  /** From 1, in the order in which the message first uses it. */
  readonly number: number;
  readonly question: number;
  readonly title: string;
  /** In the document's order, each once. */
  readonly sentences: readonly number[];
}

/** A sentence's reference to a footnote, with the sentences of the source that this one rests on. */
export interface Reference {
  readonly number: number;
  readonly question: number;
  readonly sentences: readonly number[];
}

const keyOf = (c: Citation) => `${c.source}\n${c.question}`;

/** The footnotes of a message. All that the message shows is given at once, so that one source has one number. */
export class Footnotes {
  readonly list: readonly Footnote[];
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(sentences: readonly CitedSentence[]) {
    const groups = grouped(sentences.flatMap((sentence) => sentence.citations));
    this.#numbers = new Map([...groups.keys()].map((key, i) => [key, i + 1]));
    this.list = [...groups.values()].map(({ citation, sentences: used }, i) => ({
      number: i + 1,
      question: citation.question,
      title: citation.title,
      sentences: used,
    }));
  }

  /** A sentence's references, one a source, in the order in which it cites them. */
  of(sentence: CitedSentence): readonly Reference[] {
    return [...grouped(sentence.citations)].map(([key, { citation, sentences }]) => ({
      number: this.#numbers.get(key) ?? 0,
      question: citation.question,
      sentences,
    }));
  }
}

function grouped(citations: readonly Citation[]) {
  const groups = new Map<string, { readonly citation: Citation; readonly sentences: readonly number[] }>();
  for (const citation of citations) {
    const known = groups.get(keyOf(citation));
    const sentences = [...new Set([...(known?.sentences ?? []), citation.sentence])].sort((a, b) => a - b);
    groups.set(keyOf(citation), { citation: known?.citation ?? citation, sentences });
  }
  return groups;
}
