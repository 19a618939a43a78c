import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { converse } from './converse.js';

interface Case {
  readonly says: string;
  readonly entry: string;
  readonly lead: string;
  readonly opens: string;
}
const cases: readonly Case[] = parse(readFileSync(join(__dirname, '../cases/answers.yaml'), 'utf8'));
const replies = converse(cases.map((c) => [c.says]));
/** What may stand in front of a first sentence. */
const LEADS = ['Yes.', 'No.', 'That is right.', 'No, it is otherwise.'];

describe('an answer opens with the sentence that answers the question', () => {
  test.each(cases.map((c, i) => [c.says, c, i] as const))('%p', (_says, { entry, lead, opens }, i) => {
    const reply = replies[i]?.[0];
    expect(reply?.ids[0]).toBe(entry);
    const first = reply?.sentences[0];
    expect(first?.text).toContain(opens);
    expect(LEADS.find((word) => first?.text.startsWith(word)) ?? 'none').toBe(lead);
    // The word has the sentence's source.
    expect(first?.citations.length).toBeGreaterThan(0);
  });
});
