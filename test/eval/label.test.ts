import { labelSchema } from '../../src/eval/label.js';
import { projectKnowledge } from '../support/knowledge.js';

const schema = labelSchema(projectKnowledge());
const problem = (row: object) => {
  const read = schema.safeParse({ id: 'm1', text: 'a message', ...row });
  return read.success ? null : `${read.error.issues[0]?.path.join('.')}: ${read.error.issues[0]?.message}`;
};

describe('a labelled line', () => {
  test('may have more fields than are read', () => {
    expect(schema.parse({ id: 7, text: 'a message', kind: 'human', channel: 'web', note: { any: 'thing' } })).toEqual({
      id: 7,
      text: 'a message',
      kind: 'human',
      ids: [],
      near: false,
      facts: {},
      outcome: null,
    });
  });

  test('keeps the facts that labels name', () => {
    const read = schema.parse({
      id: 'm',
      text: 't',
      kind: 'entitlement',
      facts: { nmc: 'NMC3', plan: null, colour: 'red' },
    });
    expect(read.facts).toEqual({ nmc: 'NMC3' });
  });

  test.each([
    [{ kind: 'question' }, /^kind: 'question' is no kind of message; use faq, entitlement, /],
    [{}, /^kind: a message needs one; use faq, /],
    [
      { kind: 'faq', ids: ['renew', 'nowhere'] },
      /^ids\.1: 'nowhere' is no entry of the knowledge base; use what-is-sns, /,
    ],
    [{ kind: 'faq' }, /^ids: a message of the kind faq needs the entries/],
    [{ kind: 'faq', ids: [] }, /^ids: a message of the kind faq needs the entries/],
    [{ kind: 'entitlement', outcome: 'maybe' }, /^outcome: 'maybe' is no outcome of the rules .*; use one-phase, /],
    [{ kind: 'human', text: 5 }, /^text: write the message as a text/],
    [{ kind: 'human', id: null }, /^id: write a text or a number/],
  ])('%j is told what is wrong and what to write', (row, message) => {
    expect(problem(row)).toMatch(message);
  });
});
