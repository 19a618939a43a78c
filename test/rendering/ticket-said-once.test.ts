import { plainAnswer } from '../../src/assistant/opened-answer.js';
import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import type { PlanId, TopicId } from '../../src/domain/ids.js';
import type { PartialDate } from '../../src/domain/partial-date.js';
import type { TicketAsk } from '../../src/domain/ticket.js';
import { decide } from '../../src/entitlement/decide.js';
import { saidOnce } from '../../src/rendering/ticket-said-once.js';
import { projectKnowledge } from '../support/knowledge.js';

const { rules, entries } = projectKnowledge();
const base = { said: '', spans: [], confidence: 1 } as const;

function answerTo(id: string) {
  const entry = entries.find((e) => e.id === id);
  if (!entry) throw new Error(`There is no entry '${id}'.`);
  return plainAnswer(entry);
}
const faq = (id: string): TicketAsk => ({ ...base, kind: 'faq', answer: answerTo(id) });
const device = (facts: Facts): TicketAsk => {
  const verdict = decide(facts, day('2026-11-22'), rules);
  return { ...base, kind: 'entitlement', facts, verdict, notices: [], couldBe: [] };
};
const expired: Facts = {
  family: 'Galaxy VM',
  nmc: 'NMC3',
  commissioned: '2024-05-05' as PartialDate,
  plan: 'none' as PlanId,
};

const sentencesOf = (ask: TicketAsk | undefined): readonly string[] =>
  ask?.kind === 'faq' || ask?.kind === 'identify' ? (ask.answer?.sentences ?? []).map((s) => s.text) : [];
const verdictOf = (ask: TicketAsk | undefined) => (ask?.kind === 'entitlement' ? ask.verdict : null);

test('what can be done for a device is left to the answer that says it, whichever comes first', () => {
  const both = [device(expired), faq('no-service-plan')];
  for (const asks of [both, [...both].reverse()]) {
    const verdict = verdictOf(saidOnce(asks).find((ask) => ask.kind === 'entitlement'));
    expect(verdict?.says).not.toBeNull();
    expect(verdict?.actions.map(({ text }) => text)).toEqual([expect.stringContaining('brings cover again')]);
    expect(verdict?.reasons).toEqual([]);
  }
});

test('what a topic says of the FAQ is not said of the device again', () => {
  const action = verdictOf(device(expired))?.actions.at(-1);
  if (!action) throw new Error('Nothing can be done for a device whose year is over.');
  const topic = { id: 'some-topic' as TopicId, says: { text: 'It says so.', citations: action.citations }, ask: 'us' };
  const [, told] = saidOnce([{ ...base, kind: 'out-of-scope', near: true, topics: [topic] }, device(expired)]);
  expect(verdictOf(told)?.actions).toHaveLength(2);
});

test('a device by itself keeps all that is said of it', () => {
  expect(verdictOf(saidOnce([device(expired), faq('learn-more')])[0])?.actions).toHaveLength(3);
});

test('one answer to two asks stands once', () => {
  const asks = [faq('identify-nmc'), { ...base, kind: 'identify', answer: answerTo('identify-nmc') } as TicketAsk];
  expect(saidOnce(asks)).toEqual([asks[0]]);
});

test('what an answer adds from a question that is answered beside it is left out, what is its own stays', () => {
  const [dce, others] = saidOnce([faq('dce-ite-catalogue'), faq('other-update-ways')]);
  const [own, added] = [sentencesOf(dce), sentencesOf(others)];
  const visit = expect.stringContaining('you can buy a stand-alone preventive maintenance visit');
  expect(own).toEqual(expect.arrayContaining([visit]));
  expect(added).not.toEqual(expect.arrayContaining([visit]));
  expect(added[0]).toBe(sentencesOf(faq('other-update-ways'))[0]);
});

test('a single answer is said in full', () => {
  for (const { id } of entries) expect(sentencesOf(saidOnce([faq(id)])[0])).toEqual(sentencesOf(faq(id)));
});
