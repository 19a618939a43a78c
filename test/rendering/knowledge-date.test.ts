import { day } from '../../src/domain/day.js';
import type { Reply } from '../../src/domain/reply.js';
import { decide } from '../../src/entitlement/decide.js';
import type { Rules } from '../../src/knowledge/rules.js';
import { toContract } from '../../src/rendering/contract.js';
import { projectKnowledge } from '../support/knowledge.js';
import { factsOf } from '../support/timelines.js';

const today = day('2026-11-22');
const rules: Rules = { ...projectKnowledge().rules, checked: day('2026-10-05') };
const LINE = 'By the FAQ as it was checked on 5 October 2026.';

function textOf(said: Readonly<Record<string, string>>, more: Partial<Reply> = {}, by = rules): string {
  const facts = factsOf(said);
  const reply = {
    kind: 'entitlement',
    notices: [],
    why: false,
    confidence: 1,
    suggestions: [],
    facts,
    verdict: decide(facts, today, by),
    pending: null,
    parts: [],
    devices: [],
    knowledgeVersion: 'k',
    ...more,
  } as Reply;
  return toContract(reply, 0, { contact: 'the desk' }).text;
}
const decided = { family: 'Galaxy VS', nmc: 'NMC3', commissioned: '2026-05-14', plan: 'none' };

test('a verdict says once of which day the knowledge is that it rests on', () => {
  expect(textOf(decided).split(LINE)).toHaveLength(2);
});

test('so do its explanation and verdicts of several devices', () => {
  expect(textOf(decided, { why: true }).split(LINE)).toHaveLength(2);
  const facts = factsOf(decided);
  const device = { facts, verdict: decide(facts, today, rules) };
  expect(textOf(decided, { devices: [device, device] }).split(LINE)).toHaveLength(2);
});

test('nothing is dated where nothing is decided yet, or where no day is noted', () => {
  expect(textOf({ family: 'Galaxy VS' })).not.toContain('By the FAQ');
  expect(textOf(decided, {}, { ...rules, checked: null })).not.toContain('By the FAQ');
});

test('the day is the one that the knowledge owner noted with the source', () => {
  expect(projectKnowledge().rules.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
