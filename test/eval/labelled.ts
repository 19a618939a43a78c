import type { ContractReply } from '../../src/domain/contract.js';
import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import type { Verdict } from '../../src/domain/verdict.js';
import type { Label } from '../../src/eval/label.js';
import { type Measured, measuredOf } from '../../src/eval/measure.js';
import { yardstickOf } from '../../src/eval/yardstick.js';
import { projectKnowledge } from '../support/knowledge.js';

/** By the project's own rules, on one day. */
export const YARDSTICK = yardstickOf(projectKnowledge(), day('2026-11-22'));

/** A label of a kind, with nothing else but what is given. */
export const label = (kind: Label['kind'], more: Partial<Label> = {}): Label => ({
  id: 'm1',
  text: 'a message',
  kind,
  ids: [],
  near: false,
  facts: {},
  outcome: null,
  ...more,
});

/** A reply of a kind, with nothing else but what is given. */
export const reply = (kind: ContractReply['kind'], more: Partial<ContractReply> = {}): ContractReply => ({
  kind,
  ids: [],
  confidence: 0.9,
  text: 'a reply',
  sentences: [],
  suggestions: [],
  facts: {},
  verdict: null,
  citations: [],
  parts: [],
  devices: [],
  knowledgeVersion: 'k',
  millis: 0,
  ...more,
});

/** As much of a verdict as is measured. */
export const verdict = (outcome: string, covered: Verdict['covered'], missing: Verdict['missing'] = []): Verdict =>
  ({ outcome, covered, missing }) as Verdict;

/** Facts that need not be well formed. */
export const facts = (given: Readonly<Record<string, string>>): Facts => given as Facts;

export const measured = (wanted: Label, came: ContractReply): Measured => measuredOf(wanted, came, YARDSTICK);
