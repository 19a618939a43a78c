import { createRequire } from 'node:module';
import Fuse from 'fuse.js';
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { Prediction } from './measures.js';

/** Learns rows and predicts. Libraries are taken with their default options unless told. */
export type Peer = (
  rows: readonly { readonly text: string; readonly label: string }[],
) => Promise<(text: string) => Promise<Prediction>>;

const NOTHING: Prediction = { label: null, confidence: 0 };

/** fuse.js over one document a phrasing. */
export const fitFuse: Peer = async (rows) => {
  const fuse = new Fuse(rows, { keys: ['text'], includeScore: true });
  return async (text) => {
    const [best] = fuse.search(text, { limit: 1 });
    return best ? { label: best.item.label, confidence: 1 - (best.score ?? 1) } : NOTHING;
  };
};

/** MiniSearch over one document a phrasing; fuzzy scores are divided by the number of words, since they grow with it. */
export const fitMiniSearch =
  (options: SearchOptions): Peer =>
  async (rows) => {
    const search = new MiniSearch({ fields: ['text'], storeFields: ['label'] });
    search.addAll(rows.map((row, id) => ({ id, ...row })));
    return async (text) => {
      const [best] = search.search(text, options);
      const words = options.fuzzy ? Math.max(1, text.split(/\s+/).length) : 1;
      return best ? { label: String(best.label), confidence: best.score / words } : NOTHING;
    };
  };

/** What is used of nlp.js, which brings no types. */
interface Nlp {
  settings: { autoSave: boolean; log: boolean };
  addLanguage(language: string): void;
  addDocument(language: string, text: string, intent: string): void;
  train(): Promise<void>;
  process(
    language: string,
    text: string,
  ): Promise<{
    readonly intent: string;
    readonly score: number;
    readonly classifications: readonly { readonly intent: string; readonly score: number }[];
  }>;
}
interface NlpJs {
  readonly Nlp: unknown;
  readonly LangEn: unknown;
  containerBootstrap(): Promise<{ use(part: unknown): void; get(name: 'nlp'): Nlp }>;
}

/** nlp.js for English; at its own word, or with its best intent whatever it says itself of being unsure. */
export const fitNlpJs =
  (atOwnWord: boolean): Peer =>
  async (rows) => {
    const library: NlpJs = createRequire(__filename)('@nlpjs/basic');
    const container = await library.containerBootstrap();
    container.use(library.Nlp);
    container.use(library.LangEn);
    const nlp = container.get('nlp');
    nlp.settings.autoSave = false;
    nlp.settings.log = false;
    nlp.addLanguage('en');
    for (const { text, label } of rows) nlp.addDocument('en', text, label);
    await nlp.train();
    return async (text) => {
      const { intent, score, classifications } = await nlp.process('en', text);
      if (atOwnWord) return intent === 'None' ? NOTHING : { label: intent, confidence: score };
      const best = classifications.find((c) => c.intent !== 'None');
      return best ? { label: best.intent, confidence: best.score } : NOTHING;
    };
  };
