import { watch } from 'chokidar';

/** Calls `changed` whenever a knowledge file is written, added or removed, until it is closed. Waits until it really watches. */
export async function watchKnowledge(
  folder: string,
  changed: () => void,
): Promise<{ readonly close: () => Promise<void> }> {
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path, stats) => stats?.isFile() === true && !path.endsWith('.yaml'),
  });
  watcher.on('all', changed);
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return { close: () => watcher.close() };
}
