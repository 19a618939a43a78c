import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { readSettings } from '../config.js';
import { type Problem, problemLine } from '../domain/problem.js';
import { appPackage } from './app-package.js';

function stopWith(problems: readonly Problem[]): never {
  console.error(`The Teams app package cannot be made:\n${problems.map((p) => `  ${problemLine(p)}`).join('\n')}`);
  process.exit(1);
}

/** `teams-package FILE`: writes the app package for the settings of the environment and of `.env`. */
function main(file: string): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  if (!settings.ok) stopWith(settings.problems);
  const made = appPackage(settings.value);
  if (!made.ok) stopWith(made.problems);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, made.value);
  console.log(`${file} (${made.value.length} bytes): upload it in the Teams admin center.`);
}

main(process.argv[2] ?? 'teams-app.zip');
