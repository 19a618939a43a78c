import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = mkdtempSync(join(tmpdir(), 'widget-size-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the launcher is under 3 KB, all that loads before the first answer at most 40 KB, and the build says so', () => {
  const report = execFileSync(process.execPath, [
    resolve(__dirname, '../../.config/bundle-widget.mjs'),
    folder,
  ]).toString();
  const size = (name: string) => gzipSync(readFileSync(join(folder, name))).length;
  const [launcher, chat] = [size('widget.js'), size('chat.js')];
  expect(launcher).toBeLessThan(3 * 1024);
  expect(launcher + chat).toBeLessThanOrEqual(40 * 1024);
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  expect(report).toContain(`before the chat is opened: ${kilobytes(launcher)} of 3.0 KB`);
  expect(report).toContain(`until the first message is answered: ${kilobytes(launcher + chat)} of 40.0 KB`);
});
