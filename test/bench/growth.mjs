// How the matcher grows with the knowledge base: `npm run bench:growth`. Made-up phrasings, always the same ones; a process a size.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bundle, loadBundle } from './bundle.mjs';

const SIZES = [500, 1_000, 10_000, 100_000];
const [system, size] = process.argv.slice(2);
if (system !== undefined) {
  const { measure, line } = loadBundle('growth');
  console.log(line(await measure(system, Number(size))));
} else {
  const { HEAD, systemNames } = await bundle('growth');
  console.log(HEAD);
  for (const name of systemNames)
    for (const phrasings of SIZES) {
      const args = [fileURLToPath(import.meta.url), name, String(phrasings)];
      const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
      if (status !== 0) process.exitCode = 1;
    }
}
