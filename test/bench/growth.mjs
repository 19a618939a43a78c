// How the matcher grows with the knowledge base: `npm run bench:growth`. Made-up phrasings, always the same ones; a process a size.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { made, root } from '../../.config/prepare.mjs';

const SIZES = [500, 1_000, 10_000, 100_000];
const bundle = join(made, 'bench/growth.cjs');
const [system, size] = process.argv.slice(2);
if (system !== undefined) {
  const { measure, line } = createRequire(import.meta.url)(bundle);
  console.log(line(await measure(system, Number(size))));
} else {
  await build({
    entryPoints: [join(root, 'test/bench/growth/main.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
  const { HEAD, systemNames } = createRequire(import.meta.url)(bundle);
  console.log(HEAD);
  for (const name of systemNames)
    for (const phrasings of SIZES) {
      const args = [fileURLToPath(import.meta.url), name, String(phrasings)];
      const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
      if (status !== 0) process.exitCode = 1;
    }
}
