import type { ContractReply } from '../domain/contract.js';
import { WORDING } from './wording.js';

/** A question of a source that a reply rests on, as a channel with footnotes shows it. */
export interface MarkedSource {
  /** Its number in the text, from 1; null: more are rested on than the channel can show. */
  readonly mark: number | null;
  /** 0: the introduction and footnotes. */
  readonly question: number;
  readonly title: string;
  /** The sentences of it that are rested on, in their order. */
  readonly sentences: readonly number[];
  /** The first sentence of the reply that rests on it. */
  readonly bears: string;
}

/** A reply's text with a mark such as [1] behind each sentence that rests on something, and what the marks stand for. */
export interface MarkedText {
  readonly text: string;
  readonly sources: readonly MarkedSource[];
}

type Said = ContractReply['sentences'][number];

/**
 * Marks the sentences of a reply with the questions that they rest on, numbered as they come up, `most` at the most; the line at
 * the end names each with its mark. What a person typed in square brackets becomes round, so that it is taken for no mark.
 * A reply whose sentences are not what its text says keeps its text and has no marks.
 */
export function markSources({ text, sentences }: Pick<ContractReply, 'text' | 'sentences'>, most: number): MarkedText {
  if (!text.startsWith(laidOut(sentences, (s) => s.text))) return { text: unmarkable(text), sources: [] };
  const sources = sourcesOf(sentences, most);
  if (sources.size === 0) return { text: unmarkable(text), sources: [] };
  const marked = laidOut(sentences, (s) => {
    const known = new Set(s.citations.map((c) => sources.get(keyOf(c))?.mark));
    const marks = [...known].filter((m) => typeof m === 'number').sort((a, b) => a - b);
    const said = unmarkable(s.text);
    return marks.length === 0 ? said : `${said} ${marks.map((m) => `[${m}]`).join('')}`;
  });
  return { text: `${marked}\n\n${sourceLine([...sources.values()])}`, sources: [...sources.values()] };
}

const keyOf = ({ source, question }: { readonly source: string; readonly question: number }) => `${source} ${question}`;
const unmarkable = (text: string) => text.replace(/\[(\d+)\]/g, '($1)');

/** As the text of a reply is laid out, without its line of sources. */
function laidOut(sentences: readonly Said[], words: (sentence: Said) => string): string {
  return sentences
    .map((s, i) => {
      if (s.starts === undefined) return i === 0 ? words(s) : ` ${words(s)}`;
      const before = i === 0 ? '' : s.starts === 'paragraph' ? '\n\n' : '\n';
      return `${before}${s.starts === 'item' ? '- ' : ''}${words(s)}`;
    })
    .join('');
}

function sourcesOf(sentences: readonly Said[], most: number): ReadonlyMap<string, MarkedSource> {
  const found = new Map<string, MarkedSource>();
  for (const { text, citations } of sentences) {
    for (const citation of citations) {
      const key = keyOf(citation);
      const { question, title, sentence } = citation;
      const mark = found.size < most ? found.size + 1 : null;
      const known = found.get(key) ?? { mark, question, title, sentences: [], bears: text };
      found.set(key, { ...known, sentences: [...new Set([...known.sentences, sentence])].sort((a, b) => a - b) });
    }
  }
  return found;
}

function sourceLine(sources: readonly MarkedSource[]): string {
  const [only, second] = sources;
  const named = ({ mark, question }: MarkedSource) =>
    WORDING.marked.source(mark === null ? '' : `[${mark}] `, question);
  if (only === undefined || second !== undefined) return WORDING.marked.several(sources.map(named).join(', '));
  return WORDING.marked.one(named(only), only.question === 0 ? null : only.title);
}
