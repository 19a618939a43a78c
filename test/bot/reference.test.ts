import { randomUUID } from 'node:crypto';
import { shortReference } from '../../src/bot/reference.js';

test('a reference is six signs that none can be read as another', () => {
  for (let n = 0; n < 200; n++) expect(shortReference(randomUUID())).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
});

test('UUIDs that differ in their first 30 bits have references that differ', () => {
  expect(shortReference('ffffffff-0000-4000-8000-000000000000')).toBe('ZZZZZZ');
  expect(shortReference('00000000-0000-4000-8000-000000000000')).toBe('000000');
  expect(shortReference('00000004-0000-4000-8000-000000000000')).not.toBe('000000');
});
