import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { AssistantParts } from '../../src/assistant/turn.js';
import { day } from '../../src/domain/day.js';
import { openTicket } from '../../src/triage/open-ticket.js';
import { understander } from '../../src/understanding/understand.js';
import { projectKnowledge } from '../support/knowledge.js';

interface Case {
  readonly it: string;
  readonly subject?: string;
  readonly body: string;
  readonly devices: readonly Readonly<Record<string, string>>[];
}

const cases: readonly Case[] = parse(readFileSync(join(__dirname, '../cases/triage-devices.yaml'), 'utf8'));
const knowledge = projectKnowledge();
const words = new Set(knowledge.phrasings.flatMap((p) => p.text.toLowerCase().split(/\W+/)));
const parts: AssistantParts = {
  knowledge,
  understand: understander(knowledge),
  match: async () => ({ ranked: [], confidence: 0, decision: 'decline' }),
  opening: () => ({ sentence: null, says: 'open' }),
  likest: () => null,
  isEnglishWord: (word) => words.has(word),
};

describe('the devices of a ticket', () => {
  test.each(cases.map((c) => [c.it, c] as const))('%s', (_it, { subject = '', body, devices }) => {
    const { found } = openTicket({ subject, body, received: day('2026-11-22') }, parts);
    expect(found.devices.map((d) => d.facts)).toEqual(devices);
  });
});

test('a table of more devices than are decided is marked as cut', () => {
  const table = (rows: number) =>
    ['Model;Card;Commissioned', ...Array.from({ length: rows }, () => 'Galaxy VS;NMC3;2026-05-04')].join('\n');
  const opened = (rows: number) =>
    openTicket({ subject: '', body: `${table(rows)}\n\nWhich are covered?`, received: day('2026-11-22') }, parts);
  expect(opened(50).isCut).toBe(false);
  expect(opened(51).isCut).toBe(true);
  expect(opened(51).found.devices).toHaveLength(50);
});
