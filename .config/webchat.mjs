import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { made } from './prepare.mjs';

const VERSION = '4.18.1';
/** Of the package as npm has it. */
const SHA512 = '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const DIST = 'package/dist/webchat.js';

/**
 * The path of Web Chat's one script file, fetched by npm where it is missing; null where it cannot be had. Not among the
 * packages: installed with what it depends on it takes some 540 MB, of which a test needs this file.
 */
export function findWebChat() {
  const file = join(made, `webchat-${VERSION}.js`);
  if (existsSync(file)) return file;
  console.log('Fetching Web Chat for its test …');
  mkdirSync(made, { recursive: true });
  const folder = mkdtempSync(join(made, 'webchat-'));
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const quiet = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' };
    const archive = join(folder, `botframework-webchat-${VERSION}.tgz`);
    spawnSync(npm, ['pack', `botframework-webchat@${VERSION}`, '--loglevel=error'], quiet);
    if (!existsSync(archive)) return null;
    if (createHash('sha512').update(readFileSync(archive)).digest('base64') !== SHA512) {
      console.error(`botframework-webchat@${VERSION} is not what it was: it is not used.`);
      return null;
    }
    spawnSync('tar', ['-xzf', archive, DIST], quiet);
    if (!existsSync(join(folder, DIST))) return null;
    renameSync(join(folder, DIST), file);
    return file;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
