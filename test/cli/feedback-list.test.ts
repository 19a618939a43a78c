import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main.js';
import { day } from '../../src/domain/day.js';
import type { Exchange } from '../../src/domain/feedback.js';
import { openStore } from '../../src/store/open-store.js';
import { KNOWLEDGE_FOLDER } from '../support/knowledge.js';
import { inMemoryStreams } from './in-memory-streams.js';

const folder = mkdtempSync(join(tmpdir(), 'feedback-cli-'));
const file = join(folder, 'sns.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const exchange: Exchange = {
  said: 'is my Galaxy VS\ncovered\u001b[2J?',
  answered: 'Not covered.',
  reply: {
    kind: 'entitlement',
    ids: [],
    confidence: 1,
    citations: [],
    parts: [
      { kind: 'entitlement', ids: [] },
      { kind: 'faq', ids: ['renew'] },
    ],
    devices: [{ facts: { family: 'Galaxy VS' }, verdict: { outcome: 'expired' } as never }],
    knowledgeVersion: 'k7',
  },
};

beforeAll(async () => {
  let now = new Date('2026-11-20T23:00:00Z');
  const opened = await openStore(file, () => now);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  const { feedback } = opened.value;
  const key = { conversationId: 'c1', userId: 'u1', channel: 'directline' };
  await feedback.put({ ...key, activityId: 'a1', reaction: 'up', comment: null, exchange });
  now = new Date('2026-11-22T10:00:00Z');
  const unknown = { said: null, answered: null, reply: null };
  await feedback.put({ ...key, activityId: 'a2', reaction: 'down', comment: 'No:\nwrong card', exchange: unknown });
  await opened.value.close();
});

async function sns(place: string, ...args: readonly string[]) {
  const written = inMemoryStreams();
  const never = () => Promise.reject(new Error('no model is needed'));
  const code = await main(['feedback', 'list', ...args], {
    streams: written.streams,
    load: never,
    loadOther: never,
    frame: { contact: 'nobody' },
    defaultToday: day('2026-11-22'),
    now: () => 0,
    knowledgeFolder: KNOWLEDGE_FOLDER,
    modelFolder: folder,
    databaseFile: () => place,
    feedback: {
      file: place,
      open: async (name) => {
        const opened = await openStore(name, () => new Date('2026-11-22T10:00:00Z'));
        if (opened.ok) return opened.value;
        written.streams.err(`${opened.problems.map(({ code: problem }) => problem).join()}\n`);
        return null;
      },
    },
  });
  return { code, out: written.out, err: written.err };
}

describe('sns feedback list', () => {
  test('shows newest first what was thought of which answer, each field on one line of its own', async () => {
    expect(await sns(file)).toEqual({
      code: 0,
      err: '',
      out: [
        'down  2026-11-22  directline',
        '  comment    No: wrong card',
        '',
        'up    2026-11-20  directline',
        '  asked      is my Galaxy VS covered [2J?',
        '  answer     entitlement, faq renew, expired',
        '  knowledge  k7',
        '',
        '',
      ].join('\n'),
    });
  });

  test('shows those of a day and later, and says so where there are none', async () => {
    expect((await sns(file, '--since', '2026-11-21')).out).toBe(
      'down  2026-11-22  directline\n  comment    No: wrong card\n\n',
    );
    expect((await sns(file, '--since', '2026-11-23')).out).toBe('No feedback since 2026-11-23.\n');
  });

  test('gives all that is kept as JSON lines', async () => {
    const lines = (await sns(file, '--json')).out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ reaction: 'down' }, { reaction: 'up', exchange }]);
    expect((await sns(file, '--json', '--since', '2026-11-23')).out).toBe('');
  });

  test.each([
    ['a day that does not exist', file, ['--since', '2026-02-30'], /--since 2026-02-30: write a day that exists/],
    [
      'no database, of which none is made',
      join(folder, 'none.db'),
      [],
      /none\.db: there is no database; start the server once, or set DATA_FOLDER/,
    ],
    ['a file that is none', join(folder, 'notes.txt'), [], /store-unusable/],
  ])('%s ends with one line of advice', async (_what, place, args, advice) => {
    writeFileSync(join(folder, 'notes.txt'), 'this is no database, however long one looks at it. '.repeat(40));
    const { code, out, err } = await sns(place, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(advice);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'none.db'))).toBe(false);
  });
});
