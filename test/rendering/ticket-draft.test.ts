import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import type { PlanId } from '../../src/domain/ids.js';
import type { TicketAsk, Triage } from '../../src/domain/ticket.js';
import { decide } from '../../src/entitlement/decide.js';
import { toTriageContract } from '../../src/rendering/ticket-contract.js';
import { projectKnowledge } from '../support/knowledge.js';

const { rules, version } = projectKnowledge();
const received = day('2026-11-22');

const device = (facts: Facts, couldBe: readonly string[] = []): TicketAsk => ({
  kind: 'entitlement',
  facts,
  verdict: decide(facts, received, rules),
  notices: [],
  couldBe,
  said: 'is it covered?',
  spans: [],
  confidence: 1,
});
const human: TicketAsk = { kind: 'human', said: 'please <b>call</b> *me*', spans: [], confidence: 1 };

const drafted = (asks: readonly TicketAsk[], more: Partial<Triage> = {}) =>
  toTriageContract(
    {
      asks,
      route: 'auto-answer',
      reasons: [],
      missing: asks.flatMap((a) => (a.kind === 'entitlement' ? a.verdict.missing : [])),
      confidence: 1,
      doubts: [],
      knowledgeVersion: version,
      ...more,
    },
    { contact: 'R&D <desk>' },
  );

test('a draft asks for all that is missing at once, each with how to find it', () => {
  expect(drafted([device({ family: 'Galaxy VS', nmc: 'NMC3' })]).reply).toBe(
    [
      'Hello,',
      '',
      'Thank you for your message.',
      '',
      'From your message: Galaxy VS, NMC3. Whether the Galaxy VS is covered depends on what is asked for below.',
      '',
      'To settle this, please send us:',
      '- the day on which it was commissioned. Look for the day on the commissioning report.',
      '- which service plan there is for it, or that there is none. Ask whoever buys service for the site.',
      '',
      'Kind regards',
    ].join('\n'),
  );
});

test('a name that could be several products is asked back with what it could be', () => {
  const facts: Facts = { family: 'Symmetra', nmc: 'NMC3' };
  expect(drafted([device(facts, ['Symmetra PX1', 'Symmetra PX2'])]).reply).toContain(
    '- which Symmetra it is: Symmetra PX1 or Symmetra PX2. Look for',
  );
});

test('of several devices each missing fact names those that it is missing of', () => {
  const { reply } = drafted([
    device({ family: 'Galaxy VS', nmc: 'NMC3' }),
    device({ family: 'Galaxy VL', nmc: 'NMC3' }),
  ]);
  expect(reply).toContain('- for the Galaxy VS and the Galaxy VL: the day on which it was commissioned.');
});

test('a verdict comes with its last day and its sources', () => {
  const facts: Facts = {
    family: 'Galaxy VS',
    nmc: 'NMC3',
    commissioned: '2026-03-11' as Facts['commissioned'] & string,
  };
  const { reply } = drafted([device(facts)]);
  expect(reply).toContain('is in its included year (last covered day: 10 March 2027)');
  expect(reply).toMatch(/\nSources: FAQ [\d, ]+$/);
});

test('an incident is passed on before anything else is said', () => {
  const { reply } = drafted([human], { route: 'security-team' });
  expect(reply.split('\n\n')[2]).toBe('This is passed on to the security team, ahead of everything else.');
});

test('what advertises gets no reply in any form', () => {
  expect(drafted([human], { route: 'unrelated' }).drafts).toEqual({ text: '', markdown: '', html: '' });
});

test('what the sender wrote is markup neither in HTML nor in Markdown', () => {
  const { html, markdown } = drafted([human, device({ nmc: 'NMC2' })]).drafts;
  expect(html).toContain('On &quot;Please &lt;b&gt;call&lt;/b&gt; *me*&quot;:');
  expect(html).toContain('R&amp;D &lt;desk&gt;');
  expect(markdown).toContain('On "Please \\<b\\>call\\</b\\> \\*me\\*":');
});

const on = (date: string) => date as Facts['commissioned'] & string;
const expired: Facts = {
  family: 'Galaxy VM',
  nmc: 'NMC3',
  commissioned: on('2024-05-05'),
  plan: 'none' as PlanId,
};

test('a single fact that is missing takes no list', () => {
  const { reply } = drafted([device({ family: 'Galaxy VS', nmc: 'NMC3', commissioned: on('2025-11') })]);
  expect(drafted([device({ ...expired, commissioned: on('2025-11') })]).reply).toContain(
    'To settle this, please send us the exact day on which it was commissioned (so far we know: November 2025).',
  );
  expect(reply).toContain('- the exact day');
});

test('thanks get a word and nothing else', () => {
  expect(drafted([{ kind: 'smalltalk', said: '', spans: [], confidence: 1 }]).reply).toBe(
    'Hello,\n\nThank you for your message.\n\nThere is nothing more to answer, so this ticket can be closed.\n\nKind regards',
  );
});

test('the service partner is named once, unless a visit is wished for as well', () => {
  const partner = 'For a service plan or a visit, please contact';
  const spans = [{ field: 'body', start: 3, end: 20, text: 'send a technician' }] as const;
  expect(drafted([device(expired)], { route: 'service-partner' }).reply).not.toContain(partner);
  const reasons = [{ route: 'service-partner', says: 'A visit is wanted.', spans }] as const;
  expect(drafted([device(expired)], { route: 'service-partner', reasons }).reply).toContain(partner);
});

test('many devices stand in a list, each with its name, and below it what can be done', () => {
  const cardless: Facts = { family: 'Galaxy RPP', nmc: 'none' };
  const { reply } = drafted([device(expired), device(cardless), device({ ...expired }), device({ ...expired })]);
  expect(reply).toContain('message.\n\nYour devices:\n- Not covered now:');
  expect(reply).toContain('- Galaxy RPP – not covered:');
  expect(reply).toContain('\n\nWhat can be done:\n- ');
});

test('a wish for a call is passed on with an incident', () => {
  const { reply } = drafted([human], { route: 'security-team' });
  expect(reply).toContain('That you would like to speak with somebody is passed on with it.');
  expect(reply).not.toContain('R&D');
});
