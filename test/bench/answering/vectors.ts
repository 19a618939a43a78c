import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Encoder } from '../../../src/answering/encoder.js';
import { emptyVectorCache, type VectorCache, vectorCacheFrom } from '../../../src/answering/vector-cache.js';

/** The sentence encoder with a cache on disk for one task, so that a second run does not wait for it. */
export interface Vectors {
  readonly encoder: Encoder;
  readonly cache: VectorCache;
  readonly of: (text: string) => Promise<Float32Array>;
  readonly save: () => void;
}

export function openVectors(file: string, encoder: Encoder): Vectors {
  const kept = existsSync(file) ? vectorCacheFrom(readFileSync(file)) : null;
  const cache = kept?.ok ? kept.value : emptyVectorCache();
  return {
    encoder,
    cache,
    of: async (text) => (await cache.vectors([text], encoder))[0] as Float32Array,
    save: () => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, cache.toBytes());
    },
  };
}
