import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createApp } from './app.js';
import { readSettings } from './config.js';
import { type Problem, problemLine } from './domain/problem.js';

/** The bundled server lies in `.sns/build`; settings name folders below the project's. */
const ROOT = join(__dirname, '../..');

/** Beside the bundled server lies the page, beside that folder the model. */
const BUILT = {
  web: join(__dirname, 'web'),
  model: join(__dirname, '../model'),
  trainer: join(__dirname, 'train.js'),
  encoder: join(__dirname, 'encoder.js'),
};

function stopWith(what: string, problems: readonly Problem[]): never {
  console.error(`${what}\n${problems.map((p) => `  ${problemLine(p)}`).join('\n')}`);
  process.exit(1);
}

/**
 * Gives back what loading has left behind, some 60 MB that the engine would keep until it ran short of memory, and what the rehearsal
 * has, some 15. Stops everything else for about 50 ms, so it belongs to a start.
 */
function releaseMemory(): void {
  // The engine's own collector is not to be had otherwise without a flag on the command line.
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/**
 * The collector looks at the old part of the heap once it has grown by so many percent, instead of several times over: after 6,000
 * messages in the lexical mode that takes 10 MB less than twice as many percent, for a few collections of 10 ms more.
 */
const HEAP_GROWING_PERCENT = 20;

async function start(): Promise<void> {
  process.chdir(ROOT);
  if (existsSync('.env')) process.loadEnvFile('.env');
  const settings = readSettings(process.env);
  if (!settings.ok) stopWith('The settings cannot be used:', settings.problems);
  const app = await createApp(settings.value, BUILT, releaseMemory);
  if (!app.ok) stopWith('The assistant cannot start:', app.problems);
  const { HOST } = settings.value;
  const port = await app.value.listen().catch((error: NodeJS.ErrnoException) => {
    const remedy =
      error.code === 'EADDRINUSE' ? 'is taken; set PORT to another, or stop what listens there.' : error.message;
    return stopWith('The assistant cannot start:', [
      { code: 'cannot-listen', message: `${HOST}:${settings.value.PORT} ${remedy}` },
    ]);
  });
  console.log(`Ready: http://${HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST}:${port}/`);
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
  setImmediate(releaseMemory);
  let stopping = false;
  const stop = () => {
    // A terminal signals the whole group, so a second signal may be the same one.
    if (stopping) return;
    stopping = true;
    app.value.close().then(
      () => process.exit(0),
      (error: unknown) => stopWith('It did not end well:', [{ code: 'unexpected', message: String(error) }]),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

start().catch((error: unknown) =>
  stopWith('The assistant cannot start:', [{ code: 'unexpected', message: String(error) }]),
);
