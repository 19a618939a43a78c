import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractReply } from '../../src/domain/contract.js';

const SNS = join(__dirname, '../../.sns/build/sns.js');
const CASES = join(__dirname, '../cases/labelled-conversations.jsonl');

/** What somebody says and, where a labeller was sure, what it is; `outcome` null: none may be claimed yet, left out: not labelled. */
interface Turn {
  readonly says: string;
  readonly kind?: string;
  readonly ids?: readonly string[];
  readonly outcome?: string | null;
}
const conversations: readonly { readonly id: string; readonly today: string; readonly turns: readonly Turn[] }[] =
  readFileSync(CASES, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Through the real command with the full model. */
function replies(): ReadonlyMap<string, readonly ContractReply[]> {
  const input = conversations
    .map(({ id, today, turns }) => JSON.stringify({ id, today, turns: turns.map(({ says }) => ({ user: says })) }))
    .join('\n');
  const run = spawnSync(process.execPath, [SNS, 'converse', '--batch', '-'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return new Map(
    run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ id, turns }) => [id, turns]),
  );
}

const COVERED = ['included', 'covered-by-plan'];
/** Stopping the dialog is small talk for a labeller; a person's own device may be answered by the dialog or as single-phase. */
const SAME_KIND: Readonly<Record<string, string>> = { cancel: 'smalltalk' };

const said = replies();
const turns = conversations.flatMap(({ id, turns: all }) =>
  all.flatMap((turn, i) => {
    const reply = said.get(id)?.[i];
    return reply ? [{ where: `${id}, turn ${i + 1}: ${turn.says}`, turn, reply }] : [];
  }),
);

describe('310 conversations that six people wrote without knowing the assistant', () => {
  test('are all answered', () => {
    expect(turns).toHaveLength(conversations.flatMap((c) => c.turns).length);
  });

  test('are taken for what they are in 98 of 100 turns', () => {
    const labelled = turns.filter(({ turn }) => turn.kind !== undefined);
    const right = labelled.filter(({ turn, reply }) => {
      const kind = SAME_KIND[reply.kind] ?? reply.kind;
      return kind === turn.kind && (turn.kind !== 'faq' || turn.ids?.includes(reply.ids[0] ?? '') === true);
    });
    expect(labelled.length).toBeGreaterThan(1_300);
    expect(right.length / labelled.length).toBeGreaterThan(0.98);
  });

  test('lead to the right verdict in 97 of 100 turns that settle one', () => {
    const settled = turns.filter(({ turn }) => typeof turn.outcome === 'string');
    const right = settled.filter(({ turn, reply }) => reply.verdict?.outcome === turn.outcome);
    expect(settled.length).toBeGreaterThan(600);
    expect(right.length / settled.length).toBeGreaterThan(0.97);
  });

  // Where the month alone is known and a plan is in effect, both outcomes cover: that is no claim too much.
  test('never claim cover where the labels do not say so, but for one month in which either outcome covers', () => {
    const claimed = turns.filter(({ turn, reply }) => {
      const notCovered = typeof turn.outcome === 'string' && !COVERED.includes(turn.outcome);
      return reply.verdict?.covered === 'yes' && (turn.outcome === null || notCovered);
    });
    expect(claimed.map(({ where }) => where.slice(0, 13))).toEqual(['ba-03, turn 1']);
  });
});
