import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder; everything that is made goes into one dot folder of it. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const made = join(root, '.sns');

/** Runs a command in the project's folder, showing what it prints; ends this process where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error || status !== 0) {
    console.error(`\n${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ` with code ${status}`}.`);
    process.exit(status || 1);
  }
}

/** A hash of the files at these paths (folders: all below them), by name and content. */
export function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    hash.update(`${relative(root, path)}\0`);
    hash.update(readFileSync(path));
  };
  for (const path of paths.map((p) => join(root, p))) {
    if (!existsSync(path)) continue;
    try {
      add(path);
    } catch (error) {
      if (error.code !== 'EISDIR') throw error;
      const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
      for (const file of files.map((f) => join(f.parentPath ?? f.path, f.name)).sort()) add(file);
    }
  }
  return hash.digest('hex');
}

/** Does `work` unless it was done with the same inputs before. */
export async function once(name, hash, isThere, work) {
  const stamp = join(made, 'stamps', name);
  if (isThere() && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return true;
}

/** Installs the packages that package-lock.json names, where they are missing or of another version. */
export async function install() {
  const modules = join(root, 'node_modules');
  const hash = hashOf(['package-lock.json', 'package.json']);
  const isThere = () => existsSync(join(modules, '.package-lock.json')) && existsSync(join(modules, 'esbuild'));
  const dev = process.env.npm_config_omit === 'dev' ? '' : 'dev';
  await once('install', `${hash}${dev}${process.version.split('.')[0]}`, isThere, () => {
    console.log('Installing packages …');
    const npm = process.env.npm_execpath;
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    if (npm?.endsWith('.js') || npm?.endsWith('.cjs')) run(process.execPath, [npm, ...args]);
    else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { shell: process.platform === 'win32' });
  });
}
