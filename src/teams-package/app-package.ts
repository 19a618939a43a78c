import { strToU8, zipSync } from 'fflate';
import type { Settings } from '../config.js';
import { failed, ok, type Result } from '../domain/problem.js';
import { checkManifest } from './check-manifest.js';
import { drawIcons } from './icons.js';
import { ICON_FILES, manifestOf } from './manifest.js';

/** All files carry the same time, so that the same settings give the same bytes. It is written as a clock on the wall shows it. */
const MTIME = new Date(2020, 0, 1, 12);

/** The zip that Teams takes as an app: manifest and both icons. Problems: what `manifestOf` lacks, or `bad-manifest`. */
export function appPackage(settings: Settings): Result<Uint8Array> {
  const manifest = manifestOf(settings);
  if (!manifest.ok) return manifest;
  const problems = checkManifest(manifest.value);
  if (problems.length > 0) return failed(...problems);
  const { colour, outline } = drawIcons();
  const files = {
    'manifest.json': strToU8(`${JSON.stringify(manifest.value, null, 2)}\n`),
    [ICON_FILES.color]: colour,
    [ICON_FILES.outline]: outline,
  };
  return ok(zipSync(files, { level: 9, mtime: MTIME }));
}
