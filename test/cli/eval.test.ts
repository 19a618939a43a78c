import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedAssistant } from '../../src/assistant/load-assistant.js';
import { plainAnswer } from '../../src/assistant/opened-answer.js';
import { common } from '../../src/assistant/reply-parts.js';
import { EMPTY_SESSION } from '../../src/assistant/session.js';
import { main } from '../../src/cli/main.js';
import { day } from '../../src/domain/day.js';
import type { Reply } from '../../src/domain/reply.js';
import type { Report } from '../../src/eval/report.js';
import { EMPTY_INTERVIEW } from '../../src/interview/state.js';
import { KNOWLEDGE_FOLDER, projectKnowledge } from '../support/knowledge.js';
import { inMemoryStreams } from './in-memory-streams.js';

const knowledge = projectKnowledge();
const base = (confidence: number) => common(knowledge, EMPTY_INTERVIEW, confidence, { suggestions: [] });
const answer = (id: string, confidence: number): Reply => ({
  ...base(confidence),
  kind: 'faq',
  answers: knowledge.entries.filter((e) => e.id === id).map(plainAnswer),
});
const refusal: Reply = { ...base(0.9), kind: 'out-of-scope', topic: null, reason: 'not-known', near: [] };
const offer: Reply = {
  ...base(0.5),
  kind: 'clarify',
  options: knowledge.entries.slice(0, 2).map(({ id, title }) => ({ id, title })),
};

/** An assistant that knows these messages by heart and refuses all others. */
const knowing = (replies: Readonly<Record<string, Reply>>): LoadedAssistant => ({
  knowledge,
  understand: () => {
    throw new Error('not asked here');
  },
  assistant: {
    turn: async (session, { text }, today) => {
      if (session !== EMPTY_SESSION || today !== '2026-11-22')
        throw new Error('each message is alone, on the day given');
      return { session, reply: replies[text] ?? refusal };
    },
  },
  get parts(): never {
    throw new Error('not asked here');
  },
  welcome: refusal,
  mode: () => 'full',
  promise: () => null,
  rehearse: async () => {},
  loadEncoder: async () => undefined,
  reload: () => {
    throw new Error('not asked here');
  },
});
const here = knowing({
  'how to renew': answer('renew', 0.99),
  'how much': answer('learn-more', 0.8),
  'what is it': offer,
});
const there = knowing({ 'how to renew': answer('renew', 0.99), 'what is it': answer('what-is-sns', 0.9) });

const LINES = [
  { id: 1, text: 'how to renew', kind: 'faq', ids: ['renew'] },
  { id: 2, text: 'what is it', kind: 'faq', ids: ['what-is-sns'] },
  { id: 3, text: 'how much', kind: 'out-of-scope', near: true },
  { id: 4, text: 'the weather', kind: 'out-of-scope', channel: 'web' },
].map((line) => JSON.stringify(line));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eval-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** `sns eval` on these lines as a file, with these options. */
async function run(lines: readonly string[], ...options: readonly string[]) {
  const file = join(folder, 'labelled.jsonl');
  writeFileSync(file, lines.join('\n'));
  const written = inMemoryStreams();
  const code = await main(['eval', file, '--today', '2026-11-22', ...options], {
    streams: written.streams,
    load: async () => here,
    loadOther: async (other) => (other === 'old' ? there : null),
    frame: { contact: 'a person' },
    defaultToday: day('2020-01-01'),
    modelFolder: folder,
    databaseFile: () => join(folder, 'sns.db'),
    now: () => Math.random(),
    knowledgeFolder: KNOWLEDGE_FOLDER,
  });
  return { code, file, out: written.out, err: written.err };
}

describe('sns eval', () => {
  test('prints figures with intervals, tables and misses', async () => {
    const { code, out, err } = await run(LINES);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^4 messages of .*labelled\.jsonl, as of 2026-11-22, knowledge [0-9a-f]+, full model\n/);
    expect(out).toMatch(/^Accuracy +62\.5 % +21\.9 to 90\.8 % +2\.5 of 4 /m);
    expect(out).toMatch(/^Answered rightly +50\.0 % +9\.5 to 90\.5 % +1 of 2 /m);
    expect(out).toMatch(/^Out of scope, yet answered +50\.0 % .* 1 of 2 /m);
    expect(out).toMatch(/^Facts found +– +– +0 of 0 /m);
    expect(out).toMatch(/^out-of-scope, near +1 +0 +0 +0 +1 +0 +0\.0 % /m);
    expect(out).toMatch(/^renew +1 +1 +0 +0 +0 +0 +100\.0 % /m);
    expect(out).toContain(
      '2 misses\n2  offered: wanted faq: what-is-sns; came clarify: what-is-sns, included-products; confidence 0.5\n    what is it\n' +
        '3  wrong: wanted out-of-scope, near; came faq: learn-more; confidence 0.8\n    how much\n',
    );
  });

  test('gives the whole report as JSON, the same each time', async () => {
    const [first, second] = [await run(LINES, '--json'), await run(LINES, '--json')];
    const report: Report = JSON.parse(first.out);
    expect(report).toMatchObject({
      messages: 4,
      badLines: [],
      figures: { accuracy: { count: 2.5, of: 4, share: 0.625 }, wrongAnswers: { count: 1, of: 4 } },
    });
    expect(report.misses.map((m) => m.id)).toEqual([2, 3]);
    expect(second.out.replaceAll(second.file, '')).toBe(first.out.replaceAll(first.file, ''));
  });

  test('writes a page beside', async () => {
    const page = join(folder, 'report.html');
    const { code, out } = await run(LINES, '--html', page);
    expect(code).toBe(0);
    expect(out).toContain('2 misses');
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>[\s\S]*62\.5 %[\s\S]*<\/html>\n$/);
  });

  test('says so where the page cannot be written, after the report', async () => {
    const page = join(folder, 'nowhere', 'report.html');
    const { code, out, err } = await run(LINES, '--html', page);
    expect(code).toBe(2);
    expect(out).toContain('2 misses');
    expect(err).toBe(
      `${page}: cannot be written (ENOENT); name a file in a folder that exists and may be written to.\n`,
    );
  });

  test('sets another knowledge base beside, with what was won and lost', async () => {
    const { code, out } = await run(LINES, '--against', 'old');
    expect(code).toBe(0);
    expect(out).toMatch(/^Accuracy +62\.5 % +100\.0 % +−37\.5$/m);
    expect(out).toContain('0 won, 2 lost (exact McNemar test: p = 0.500): this could be chance.\n');
    expect(out).toContain(
      'lost  3  wanted out-of-scope, near; here wrong (faq: learn-more); there right (out-of-scope)\n    how much\n',
    );
  });

  test('ends where the other knowledge base cannot be loaded', async () => {
    const { code, out } = await run(LINES, '--against', 'broken');
    expect([code, out]).toEqual([2, '']);
  });
});

describe('sns eval on bad input', () => {
  test('measures the good lines and names the first bad one, its line and the remedy', async () => {
    const bad = ['{"id":9,"text":"a","kind":"question"}', '{"id":10,"text":"a","kind":"faq","ids":["nowhere"]}'];
    const { code, out, err, file } = await run([...LINES.slice(0, 1), ...bad, ...LINES.slice(1)]);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^[^\n]*:2: kind: 'question' is no kind of message; use faq, [^\n]* \(and 1 more such lines\)\n$/,
    );
    expect(err.startsWith(file)).toBe(true);
    expect(out).toMatch(/^4 messages of /);
    expect(out).toContain('2 lines not usable and not counted:\n  line 2: kind: ');
    expect(out).toContain("  line 3: ids.0: 'nowhere' is no entry of the knowledge base; use what-is-sns, ");
  });

  test('says so where there is nothing to measure', async () => {
    const empty = await run(['', '']);
    expect([empty.code, empty.out]).toEqual([2, '']);
    expect(empty.err).toMatch(/labelled\.jsonl: holds no message; write one labelled message a line, as JSON\.\n$/);
    const broken = await run(['[]', 'x']);
    expect([broken.code, broken.out]).toEqual([2, '']);
    expect(broken.err).toMatch(/labelled\.jsonl:1: [^\n]*\n$/);
  });

  test('says so where there is no such file', async () => {
    const written = inMemoryStreams();
    const code = await main(['eval', join(folder, 'none.jsonl')], {
      streams: written.streams,
      load: async () => here,
      loadOther: async () => null,
      frame: { contact: 'a person' },
      defaultToday: day('2026-11-22'),
      modelFolder: folder,
      databaseFile: () => join(folder, 'sns.db'),
      now: () => 0,
      knowledgeFolder: KNOWLEDGE_FOLDER,
    });
    expect(code).toBe(2);
    expect(written.err).toMatch(/none\.jsonl: cannot be read \(ENOENT\); name a file that exists[^\n]*\n$/);
  });
});
