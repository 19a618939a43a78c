import { spawn } from 'node:child_process';

/**
 * Runs the script that trains (`KNOWLEDGE_FOLDER MODEL_FOLDER`) in a process of its own, since training takes memory and would keep
 * messages waiting. All that it prints goes to `tell`; answers its exit code, null where it was killed.
 */
export function runTrainer(
  trainer: string,
  folders: { readonly knowledge: string; readonly model: string },
  tell: (text: string) => void,
): Promise<number | null> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [trainer, folders.knowledge, folders.model], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', tell);
    child.once('error', failed);
    child.once('close', done);
  });
}
