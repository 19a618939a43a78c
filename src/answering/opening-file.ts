import { z } from 'zod';
import { failed, ok, type Result } from '../domain/problem.js';
import type { OpeningModel } from './opening-model.js';
import { packFile, unpackFile } from './packed-file.js';

/** To be raised when features or the form of the model change. */
const FORMAT = { name: 'openings', version: 2 } as const;

const header = z.object({
  entries: z.array(z.object({ entry: z.string(), sentenceCount: z.number(), commonWords: z.array(z.string()) })),
  sureSentence: z.number(),
  sureSays: z.number(),
  measured: z.object({ rightSentence: z.number(), said: z.number() }),
});

/** A model as bytes; the same model gives the same bytes. */
export function openingsToBytes({ entries, ...rest }: OpeningModel): Uint8Array {
  const head: z.input<typeof header> = {
    entries: entries.map(({ entry, sentenceCount, vocabulary }) => ({
      entry,
      sentenceCount,
      commonWords: [...vocabulary.common],
    })),
    ...rest,
  };
  const arrays = entries.flatMap((e) => [
    [`${e.entry}.features`, e.vocabulary.table],
    [`${e.entry}.idf`, e.vocabulary.idf],
    [`${e.entry}.starts`, e.index.starts],
    [`${e.entry}.rows`, e.index.rows],
    [`${e.entry}.rowWeights`, e.index.weights],
    [`${e.entry}.sentences`, e.sentenceWeights],
    [`${e.entry}.says`, e.saysWeights],
  ]);
  return packFile(FORMAT, head, Object.fromEntries(arrays));
}

/** The model that `openingsToBytes` wrote; damaged or of another version: a problem. */
export function openingsFromBytes(bytes: Uint8Array): Result<OpeningModel> {
  const unpacked = unpackFile(bytes, FORMAT);
  if (!unpacked.ok) return unpacked;
  const head = header.safeParse(unpacked.value.header);
  if (!head.success) {
    const message = 'openings file: its head is not that of a model. Delete it and run the build again.';
    return failed({ code: 'bad-openings-file', message });
  }
  const { array } = unpacked.value;
  const { entries, ...rest } = head.data;
  return ok({
    ...rest,
    entries: entries.map(({ entry, sentenceCount, commonWords }) => ({
      entry,
      sentenceCount,
      vocabulary: {
        table: array(`${entry}.features`, Uint32Array),
        idf: array(`${entry}.idf`, Float32Array),
        common: commonWords,
      },
      index: {
        starts: array(`${entry}.starts`, Uint32Array),
        rows: array(`${entry}.rows`, Uint32Array),
        weights: array(`${entry}.rowWeights`, Float32Array),
      },
      sentenceWeights: array(`${entry}.sentences`, Float32Array),
      saysWeights: array(`${entry}.says`, Float32Array),
    })),
  });
}
