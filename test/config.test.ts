import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, settingsSchema } from '../src/config.js';

const example = Object.fromEntries(
  readFileSync(join(__dirname, '../.env.example'), 'utf8')
    .split('\n')
    .filter((line) => /^[A-Z_]+=/.test(line))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

describe('.env.example', () => {
  test('names every setting, and none that does not exist', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  });

  test('shows the defaults', () => {
    expect(readSettings(example)).toEqual(readSettings({}));
  });
});

describe('settings', () => {
  test('that cannot be used are all named, each with its name', () => {
    const result = readSettings({ PORT: '99999', TIME_ZONE: 'Europe/Nowhere', ANSWERING: 'fast' });
    expect(result.ok ? [] : result.problems.map((p) => p.message.split(':')[0])).toEqual([
      'PORT',
      'TIME_ZONE',
      'ANSWERING',
    ]);
  });
});
