import { createHash } from 'node:crypto';
import { ok, type Result } from '../domain/problem.js';
import type { Encoder } from './encoder.js';
import { packFile, unpackFile } from './packed-file.js';

/** Vectors of texts that were embedded before, so that only what is new costs time. */
export interface VectorCache {
  /** A vector for each text, in order; those that are not kept are embedded and kept. */
  readonly vectors: (texts: readonly string[], encoder: Encoder) => Promise<readonly Float32Array[]>;
  /** What was asked for since it was made, as a file; what no text needs any more is left out. */
  readonly toBytes: () => Uint8Array;
}

const FORMAT = { name: 'vectors', version: 1 } as const;

const keyOf = (encoderId: string, text: string): string =>
  createHash('sha256').update(`${encoderId}\n${text}`).digest('hex').slice(0, 32);

/** A cache with nothing in it. */
export const emptyVectorCache = (): VectorCache => cacheOf(new Map());

/** A cache from a file that `toBytes` wrote; a damaged one is a problem, and an empty cache takes its place without loss but of time. */
export function vectorCacheFrom(bytes: Uint8Array): Result<VectorCache> {
  const unpacked = unpackFile(bytes, FORMAT);
  if (!unpacked.ok) return unpacked;
  const keys = Array.isArray(unpacked.value.header) ? unpacked.value.header.map(String) : [];
  const values = unpacked.value.array('values', Float32Array);
  const size = keys.length > 0 ? values.length / keys.length : 0;
  return ok(cacheOf(new Map(keys.map((key, i) => [key, values.slice(i * size, (i + 1) * size)]))));
}

function cacheOf(kept: Map<string, Float32Array>): VectorCache {
  const used = new Map<string, Float32Array>();
  return {
    vectors: async (texts, encoder) => {
      const keys = texts.map((text) => keyOf(encoder.id, text));
      const missing = new Map(keys.flatMap((key, i) => (kept.has(key) ? [] : [[key, texts[i] ?? '']])));
      const made = await encoder.embed([...missing.values()]);
      [...missing.keys()].forEach((key, i) => {
        kept.set(key, made[i] ?? new Float32Array(encoder.size));
      });
      return keys.map((key) => {
        const vector = kept.get(key) ?? new Float32Array(encoder.size);
        used.set(key, vector);
        return vector;
      });
    },
    toBytes: () => {
      const keys = [...used.keys()].sort();
      const size = used.values().next().value?.length ?? 0;
      const values = new Float32Array(keys.length * size);
      keys.forEach((key, i) => {
        values.set(used.get(key) ?? [], i * size);
      });
      return packFile(FORMAT, keys, { values });
    },
  };
}
