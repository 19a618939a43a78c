// Measures the matcher on public question sets beside well-known libraries: `npm run bench:answering -- --data FOLDER`.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { made, root } from '../../.config/prepare.mjs';

const bundle = join(made, 'bench/answering.cjs');
await build({
  entryPoints: [join(root, 'test/bench/answering/main.ts')],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  packages: 'external',
  logLevel: 'warning',
});
const { main } = createRequire(import.meta.url)(bundle);
process.exitCode = await main(process.argv.slice(2), join(made, 'bench'));
