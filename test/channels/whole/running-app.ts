import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type BuiltFolders, createApp } from '../../../src/app.js';
import { readSettings } from '../../../src/config.js';
import { TODAY } from './conversations.js';

const ROOT = join(__dirname, '../../..');
/** What `npm run build` has made. */
export const BUILT = {
  model: join(ROOT, '.sns/model'),
  web: join(ROOT, '.sns/build/web'),
  trainer: join(ROOT, '.sns/build/train.js'),
  encoder: join(ROOT, '.sns/build/encoder.js'),
};

/** The calendar stands still, and everything that waits goes on. */
beforeAll(() => {
  jest.useFakeTimers({
    now: new Date(`${TODAY}T10:00:00.000Z`),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
});

const running = new Set<App>();
const folders: string[] = [];
afterAll(async () => {
  for (const app of running) await app.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  jest.useRealTimers();
});

/** A folder for a database, gone when the file's tests are done. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sns-app-'));
  folders.push(folder);
  return folder;
}

export interface RunningApp {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The whole app, put together as a start does, on the database of a folder; words and characters alone answer. `more`: settings beside. */
export async function startApp(
  data: string,
  more: Readonly<Record<string, string>> = {},
  built: BuiltFolders = BUILT,
): Promise<RunningApp> {
  const settings = readSettings({
    PORT: '0',
    DATA_FOLDER: data,
    ANSWERING: 'lexical',
    TIME_ZONE: 'UTC',
    KNOWLEDGE_FOLDER: join(ROOT, 'knowledge'),
    ...more,
  });
  if (!settings.ok) throw new Error(JSON.stringify(settings.problems));
  const app = await createApp(settings.value, built, () => undefined);
  if (!app.ok) throw new Error(JSON.stringify(app.problems));
  const port = await app.value.listen();
  running.add(app.value);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      running.delete(app.value);
      await app.value.close();
    },
  };
}
