import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { install, made, root } from './prepare.mjs';

await install();
// Loaded here: it may just have been installed.
const { build } = await import('esbuild');
const script = join(made, 'build/teams-package.js');
await build({
  entryPoints: [join(root, 'src/teams-package/main.ts')],
  outfile: script,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // A binary, and schemas that are found by their own place.
  external: ['@resvg/resvg-js', '@microsoft/app-manifest'],
  logLevel: 'warning',
});
// It says itself what is missing.
const file = relative(root, join(made, 'teams/secure-nmc-assistant.zip'));
process.exit(spawnSync(process.execPath, [script, file], { cwd: root, stdio: 'inherit' }).status ?? 1);
