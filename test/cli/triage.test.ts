import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractAsk, ContractTriage } from '../../src/rendering/ticket-contract.js';

const SNS = join(__dirname, '../../.sns/build/sns.js');
const CASES = join(__dirname, '../cases/tickets.jsonl');

type Answered = ContractTriage & { readonly id: string; readonly error?: string };
interface Labelled {
  readonly id: string;
  readonly subject: string;
  readonly body: string;
  readonly expect: {
    readonly asks: readonly { kind: string; ids?: readonly string[]; outcome?: string }[];
    readonly route: string;
    readonly missing: readonly string[];
  };
}

const triaged = (file: string, input = '') => {
  const run = spawnSync(process.execPath, [SNS, 'triage', '--batch', file, '--today', '2026-11-22'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const lines = run.stdout.split('\n').filter((line) => line !== '');
  return { code: run.status, err: run.stderr, answers: lines.map((line): Answered => JSON.parse(line)) };
};

describe('labelled tickets', () => {
  const tickets = readFileSync(CASES, 'utf8')
    .trim()
    .split('\n')
    .map((line): Labelled => JSON.parse(line));
  const { code, answers } = triaged(CASES);
  const pairs = tickets.map((ticket, i) => {
    const answer = answers[i];
    if (answer?.id !== ticket.id) throw new Error(`no answer to ${ticket.id}`);
    return { ticket, answer, wanted: ticket.expect };
  });

  test('are all answered, in their order', () => {
    expect(code).toBe(0);
    expect(answers.length).toBe(tickets.length);
  });

  test('go to whom they belong, all but one in twenty', () => {
    const wrong = pairs.filter(({ answer, wanted }) => answer.route !== wanted.route);
    expect(wrong.length / pairs.length).toBeLessThanOrEqual(0.05);
  });

  test('that report an incident or a vulnerability go to the security team, and no other ticket does', () => {
    const security = (route: string) => route === 'security-team';
    const wrong = pairs.filter(({ answer, wanted }) => security(answer.route) !== security(wanted.route));
    expect(wrong.map(({ ticket }) => ticket.id)).toEqual([]);
  });

  test('have the facts asked for that their verdicts miss, and no others', () => {
    const wrong = pairs.filter(({ answer, wanted }) => answer.missing.join() !== wanted.missing.join());
    expect(wrong.map(({ ticket }) => ticket.id)).toEqual([]);
  });

  test('are never told that a device is covered which is not', () => {
    const covered = (ask: ContractAsk) => ask.verdict?.covered === 'yes';
    const allowed = (wanted: Labelled['expect']) =>
      wanted.asks.filter((a) => a.outcome === 'included' || a.outcome === 'covered-by-plan').length;
    const wrong = pairs.filter(({ answer, wanted }) => answer.asks.filter(covered).length > allowed(wanted));
    expect(wrong.map(({ ticket }) => ticket.id)).toEqual([]);
  });

  test('have each ask rest on words that stand in the ticket', () => {
    for (const { ticket, answer } of pairs) {
      for (const span of answer.asks.flatMap((a) => a.spans)) {
        expect(ticket[span.field].slice(span.start, span.end)).toBe(span.text);
      }
    }
  });

  test('get a draft, save those that advertise', () => {
    for (const { answer } of pairs) expect(answer.reply === '').toBe(answer.route === 'unrelated');
  });

  test('get a draft in which no robot speaks of itself', () => {
    for (const { answer } of pairs) {
      const ours = answer.reply.replace(/^On ".*":$|^Sources?: .*$/gm, '');
      expect(ours).not.toMatch(/\b(?:I|my|me|assistant|bot)\b/);
    }
  });
});

describe('sns triage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'triage-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('reads an export as CSV, with times behind the days and breaks in its cells', () => {
    const file = join(folder, 'export.csv');
    writeFileSync(
      file,
      'id;subject;body;received;queue\n7;Cover;"Galaxy VS, NMC3, commissioned 3 May 2026.\n\nIs it covered?";2026-11-22 08:15;x\n8;;;soon;x\n',
    );
    const { code, answers, err } = triaged(file);
    expect(answers[0]).toMatchObject({ id: '7', route: 'auto-answer', asks: [{ verdict: { outcome: 'included' } }] });
    expect(answers[1]).toEqual({ id: '8', error: 'line 3: received: write a day that exists as YYYY-MM-DD.' });
    expect([code, err]).toEqual([2, `${file}:3: received: write a day that exists as YYYY-MM-DD.\n`]);
  });

  test('names the columns that a CSV file lacks', () => {
    const file = join(folder, 'other.csv');
    writeFileSync(file, 'ref,text\n1,hello\n');
    const { code, err } = triaged(file);
    expect(code).toBe(2);
    expect(err).toBe(
      `${file}:1: there is no column id, subject, body, received; head the columns id, subject, body, received in the first row.\n`,
    );
  });

  test('answers a ticket of which only the subject says anything, and one that says nothing', () => {
    const rows = [
      { id: 1, subject: 'How do I find out which card is in our PDU?', body: '' },
      { id: 2, subject: '', body: '' },
    ];
    const { answers } = triaged('-', rows.map((row) => JSON.stringify(row)).join('\n'));
    expect(answers.map((a) => [a.asks[0]?.kind, a.route, a.look])).toEqual([
      ['identify', 'auto-answer', expect.any(Boolean)],
      ['out-of-scope', 'human-agent', true],
    ]);
  });
});
