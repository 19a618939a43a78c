import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { made, root } from '../../.config/prepare.mjs';

const bundleOf = (name) => join(made, 'bench', `${name}.cjs`);

/** What `test/bench/NAME/main.ts` exports, bundled before; for a process that a benchmark starts of itself. */
export const loadBundle = (name) => createRequire(import.meta.url)(bundleOf(name));

/** The same, bundled now; packages stay where they are installed. */
export async function bundle(name) {
  await build({
    entryPoints: [join(root, 'test/bench', name, 'main.ts')],
    outfile: bundleOf(name),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
  return loadBundle(name);
}

/** What some modules of src export, bundled into a file that is gone again; `contents` is TypeScript that exports it. */
export async function bundleSource(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'warning',
  });
  const folder = mkdtempSync(join(tmpdir(), 'sns-bench-'));
  const file = join(folder, 'source.cjs');
  writeFileSync(file, outputFiles[0].contents);
  const exported = createRequire(import.meta.url)(file);
  rmSync(folder, { recursive: true });
  return exported;
}
