import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { ContractReply } from '../../src/domain/contract.js';

const SNS = join(__dirname, '../../.sns/build/sns.js');

/** Each list of messages as a conversation of its own, through the real command with the full model, on one day. */
export function converse(conversations: readonly (readonly string[])[]): readonly (readonly ContractReply[])[] {
  const input = conversations
    .map((turns, id) => JSON.stringify({ id, today: '2026-11-22', turns: turns.map((user) => ({ user })) }))
    .join('\n');
  const run = spawnSync(process.execPath, [SNS, 'converse', '--batch', '-'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).turns);
}
