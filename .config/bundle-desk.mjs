import { cp, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const from = join(root, 'src/desk');

/** Bundles the desk's page into `outDir`, which is made where it is missing: `index.html`, `desk.css`, `desk.js`. */
export async function bundleDesk(outDir) {
  await mkdir(outDir, { recursive: true });
  await Promise.all([
    build({
      entryPoints: [join(from, 'main.ts')],
      outfile: join(outDir, 'desk.js'),
      tsconfig: join(from, 'tsconfig.json'),
      bundle: true,
      minify: true,
      format: 'iife',
      target: 'es2022',
      legalComments: 'none',
      logLevel: 'error',
    }),
    cp(join(from, 'page'), outDir, { recursive: true }),
  ]);
}

/** `node .config/bundle-desk.mjs DIR` */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [outDir] = process.argv.slice(2);
  if (!outDir) {
    console.error('Name the folder to write to: node .config/bundle-desk.mjs DIR');
    process.exit(2);
  }
  await bundleDesk(resolve(outDir));
}
