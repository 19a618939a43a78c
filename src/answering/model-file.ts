import { z } from 'zod';
import { failed, ok, type Result } from '../domain/problem.js';
import { EVIDENCE_SIZE } from './evidence.js';
import { GROUPS, type Mode, type Model, type ModeModel } from './model.js';
import { packFile, type Unpacked, unpackFile } from './packed-file.js';

/** To be raised when features, evidence or the form of the model change: an older file is then refused and trained anew. */
export const MODEL_VERSION = 5;
const FORMAT = { name: 'model', version: MODEL_VERSION } as const;

const modelHeader = z.object({
  labels: z.array(z.object({ label: z.string(), group: z.enum(GROUPS) })),
  commonWords: z.array(z.string()),
  encoderId: z.string().nullable(),
  vectorSize: z.number(),
  hasFull: z.boolean(),
});

/** A model as bytes; the same model gives the same bytes. */
export function modelToBytes(model: Model): Uint8Array {
  const header: z.input<typeof modelHeader> = {
    labels: [...model.labels],
    commonWords: [...model.vocabulary.common],
    encoderId: model.encoderId,
    vectorSize: model.vectors?.size ?? 0,
    hasFull: model.full !== null,
  };
  return packFile(FORMAT, header, {
    rowLabels: model.rowLabels,
    features: model.vocabulary.table,
    idf: model.vocabulary.idf,
    starts: model.index.starts,
    rows: model.index.rows,
    rowWeights: model.index.weights,
    vectors: model.vectors?.values ?? new Int8Array(0),
    vectorScales: model.vectors?.scales ?? new Float32Array(0),
    ...modeArrays('lexical', model.lexical),
    ...(model.full ? modeArrays('full', model.full) : {}),
  });
}

function modeArrays(mode: Mode, { weights, right, amongBest, calibration }: ModeModel) {
  return {
    [`${mode}.weights`]: weights,
    [`${mode}.right.mean`]: right.mean,
    [`${mode}.right.scale`]: right.scale,
    [`${mode}.right.weights`]: right.weights,
    [`${mode}.amongBest.mean`]: amongBest.mean,
    [`${mode}.amongBest.scale`]: amongBest.scale,
    [`${mode}.amongBest.weights`]: amongBest.weights,
    [`${mode}.confidence`]: calibration.confidence,
    [`${mode}.share`]: calibration.share,
    [`${mode}.outcome`]: calibration.outcome,
  };
}

/** The model that `modelToBytes` wrote, its arrays lying in the bytes. Damaged, of another version, or not fitting together: a problem. */
export function modelFromBytes(bytes: Uint8Array): Result<Model> {
  const unpacked = unpackFile(bytes, FORMAT);
  if (!unpacked.ok) return unpacked;
  const header = modelHeader.safeParse(unpacked.value.header);
  if (!header.success) return unfit('its head is not that of a model');
  const { labels, commonWords, encoderId, vectorSize, hasFull } = header.data;
  const { array } = unpacked.value;
  const vectors = {
    size: vectorSize,
    values: array('vectors', Int8Array),
    scales: array('vectorScales', Float32Array),
  };
  const model: Model = {
    labels,
    rowLabels: array('rowLabels', Uint16Array),
    vocabulary: {
      table: array('features', Uint32Array),
      idf: array('idf', Float32Array),
      common: commonWords,
    },
    index: {
      starts: array('starts', Uint32Array),
      rows: array('rows', Uint32Array),
      weights: array('rowWeights', Float32Array),
    },
    vectors: vectorSize > 0 ? vectors : null,
    encoderId,
    lexical: modeOf('lexical', unpacked.value),
    full: hasFull ? modeOf('full', unpacked.value) : null,
  };
  return fits(model) ? ok(model) : unfit('its parts do not fit together');
}

const unfit = (what: string) =>
  failed({ code: 'bad-model-file', message: `model file: ${what}. Delete it and run the build again.` });

function modeOf(mode: Mode, { array }: Unpacked): ModeModel {
  const logistic = (name: string) => ({
    mean: array(`${mode}.${name}.mean`, Float64Array),
    scale: array(`${mode}.${name}.scale`, Float64Array),
    weights: array(`${mode}.${name}.weights`, Float64Array),
  });
  return {
    weights: array(`${mode}.weights`, Float32Array),
    right: logistic('right'),
    amongBest: logistic('amongBest'),
    calibration: {
      confidence: array(`${mode}.confidence`, Float32Array),
      share: array(`${mode}.share`, Float32Array),
      outcome: array(`${mode}.outcome`, Uint8Array),
    },
  };
}

function fits(model: Model): boolean {
  const rows = model.rowLabels.length;
  const modes = [model.lexical, ...(model.full ? [model.full] : [])];
  return (
    model.vocabulary.table.length >= 4 &&
    model.index.starts.length === model.vocabulary.idf.length + 1 &&
    model.index.rows.length === model.index.weights.length &&
    (model.vectors === null || model.vectors.values.length === rows * model.vectors.size) &&
    (model.vectors === null || model.vectors.scales.length === rows) &&
    modes.every((m) => m.weights.length === rows * model.labels.length) &&
    modes.every((m) => m.calibration.confidence.length === m.calibration.outcome.length) &&
    modes.every((m) => m.right.mean.length === EVIDENCE_SIZE && m.amongBest.weights.length === EVIDENCE_SIZE + 1)
  );
}
