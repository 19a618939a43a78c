import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const from = join(root, 'src/widget');
const shared = { bundle: true, minify: true, legalComments: 'none', logLevel: 'error', target: 'es2022' };

/** What a page loads before anything is opened, and all that it loads until its first message is answered, in bytes gzipped. */
export const BUDGETS = { launcher: 3 * 1024, total: 40 * 1024 };

/**
 * A page may have set its root's font size to anything, so the widget measures in a unit of its own: `--sns-rem` is what the reader's
 * browser takes for a text of medium size. Media queries always count by that; in container queries `em` comes to the same.
 */
const inOwnUnits = (css) =>
  css
    .replace(/@container[^{]*/g, (query) => query.replaceAll('rem', 'em'))
    .replace(/(@media[^{]*)|(-?[\d.]+)rem\b/g, (all, query, n) => (query ? all : `calc(${n}*var(--sns-rem))`));

/** Style sheets come as texts, for `adoptedStyleSheets`: no request of their own, and no policy of a page's forbids them. */
const styleTexts = {
  name: 'style-texts',
  setup(bundler) {
    bundler.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ ...shared, entryPoints: [path], write: false });
      return { contents: inOwnUnits(outputFiles[0].text.trim()), loader: 'text' };
    });
  },
};

/**
 * Bundles the chat widget and lays the support page beside it: `index.html`, `page.css`, `icon.svg`, `widget.js` (the launcher),
 * `chat.js` (what it opens, style included), `fleet.js` and a `lang-….js` for each translation, in `outDir`, which is made where it is
 * missing. Names are fixed, so that a site's script tag stays good over updates. Gives back the size of each script in bytes, gzipped.
 */
export async function bundleWidget(outDir) {
  await mkdir(outDir, { recursive: true });
  const languages = existsSync(join(from, 'languages')) ? readdirSync(join(from, 'languages')) : [];
  const scripts = [
    { name: 'widget.js', entry: 'main.ts', format: 'iife' },
    { name: 'chat.js', entry: 'open-chat.ts', format: 'esm' },
    { name: 'fleet.js', entry: 'fleet/main.ts', format: 'iife' },
    ...languages.map((file) => ({
      name: `lang-${basename(file, '.ts')}.js`,
      entry: `languages/${file}`,
      format: 'esm',
    })),
  ];
  await Promise.all([
    ...scripts.map(({ name, entry, format }) =>
      build({
        ...shared,
        entryPoints: [join(from, entry)],
        outfile: join(outDir, name),
        format,
        plugins: [styleTexts],
        tsconfig: join(from, 'tsconfig.json'),
      }),
    ),
    cp(join(from, 'page'), outDir, { recursive: true }),
  ]);
  const sizes = {};
  for (const { name } of scripts) sizes[name] = gzipSync(await readFile(join(outDir, name))).length;
  return sizes;
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

/** What the build says of the sizes, a line each, and which are over their budget. */
export function sizeReport(sizes) {
  const lines = Object.entries(sizes).map(([name, bytes]) => `${name} ${kilobytes(bytes)} gzip`);
  const total = sizes['widget.js'] + sizes['chat.js'];
  const line = (what, bytes, budget) => `${what} ${kilobytes(bytes)} of ${kilobytes(budget)}`;
  return {
    lines: [
      ...lines,
      line('before the chat is opened:', sizes['widget.js'], BUDGETS.launcher),
      line('until the first message is answered:', total, BUDGETS.total),
    ],
    isOver: sizes['widget.js'] >= BUDGETS.launcher || total > BUDGETS.total,
  };
}

/** `node .config/bundle-widget.mjs DIR`; ends with 1 where a size is over its budget. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [outDir] = process.argv.slice(2);
  if (!outDir) {
    console.error('Name the folder to write to: node .config/bundle-widget.mjs DIR');
    process.exit(2);
  }
  const { lines, isOver } = sizeReport(await bundleWidget(resolve(outDir)));
  for (const line of lines) console.log(line);
  if (isOver) process.exitCode = 1;
}
