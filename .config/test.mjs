import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { install, root, run } from './prepare.mjs';
import { findWebChat } from './webchat.mjs';

await install();
await build();
const chromium = findBrowser();
const webChat = findWebChat();
if (webChat === null) console.log('Web Chat cannot be had here: its test is left out.');
const bin = (name) => join(root, 'node_modules/.bin', name);
console.log('Checking types …');
run(bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']);
run(bin('tsc'), ['--noEmit', '-p', 'src/widget/tsconfig.json']);
run(bin('tsc'), ['--noEmit', '-p', 'src/desk/tsconfig.json']);
console.log('Checking style …');
run(bin('biome'), [
  'check',
  '--config-path=.config/style.json',
  '--error-on-warnings',
  'src',
  'dialogs',
  'test',
  '.config',
]);
run(bin('jest'), ['-c', '.config/jest.config.cjs', ...process.argv.slice(2)], {
  env: { ...process.env, CHROMIUM_PATH: chromium, ...(webChat !== null && { WEBCHAT_PATH: webChat }) },
});
