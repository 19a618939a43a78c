import { cp, mkdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * Bundles the chat widget and lays the support page beside it: `index.html`, `page.css`, `icon.svg`, `widget.js`,
 * `widget.css`, `fleet.js` in `outDir`, which is made where it is missing. Names are fixed, so that a site's script tag stays
 * good over updates. Gives back the size of each bundled file in bytes, gzipped.
 */
export async function bundleWidget(outDir) {
  const from = join(root, 'src/widget');
  await mkdir(outDir, { recursive: true });
  const shared = { bundle: true, minify: true, legalComments: 'none', logLevel: 'error', target: 'es2022' };
  await Promise.all([
    build({
      ...shared,
      entryPoints: [join(from, 'main.ts')],
      outfile: join(outDir, 'widget.js'),
      format: 'iife',
      tsconfig: join(from, 'tsconfig.json'),
    }),
    build({
      ...shared,
      entryPoints: [join(from, 'fleet/main.ts')],
      outfile: join(outDir, 'fleet.js'),
      format: 'iife',
      tsconfig: join(from, 'tsconfig.json'),
    }),
    build({ ...shared, entryPoints: [join(from, 'widget.css')], outfile: join(outDir, 'widget.css') }),
    cp(join(from, 'page'), outDir, { recursive: true }),
  ]);
  const sizes = {};
  for (const name of ['widget.js', 'widget.css', 'fleet.js'])
    sizes[name] = gzipSync(await readFile(join(outDir, name))).length;
  return sizes;
}

/** `node .config/bundle-widget.mjs DIR` */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [outDir] = process.argv.slice(2);
  if (!outDir) {
    console.error('Name the folder to write to: node .config/bundle-widget.mjs DIR');
    process.exit(2);
  }
  for (const [name, bytes] of Object.entries(await bundleWidget(resolve(outDir)))) {
    console.log(`${name} ${(bytes / 1024).toFixed(1)} KB gzip`);
  }
}
