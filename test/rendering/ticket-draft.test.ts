import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import type { PlanId, TopicId } from '../../src/domain/ids.js';
import type { PartialDate } from '../../src/domain/partial-date.js';
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
      '- the day on which it was commissioned. Look for the day on the commissioning report, or ask whoever commissioned the device.',
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
  expect(reply).toContain('- for the Galaxy VS and the Galaxy VL: the day on which each was commissioned.');
});

test('a verdict comes with its last day and its sources', () => {
  const facts: Facts = {
    family: 'Galaxy VS',
    nmc: 'NMC3',
    commissioned: '2026-03-11' as Facts['commissioned'] & string,
  };
  const { reply } = drafted([device(facts)]);
  expect(reply).toContain('is in its included year (last covered day: 10 March 2027)');
  expect(reply).toMatch(
    /\nSources: FAQ [\d, ]+ \(questions of the FAQ on the Secure NMC System for 3-phase UPS and PDU\)$/,
  );
});

test('an incident is passed on before anything else is said', () => {
  const { reply } = drafted([human], { route: 'security-team' });
  expect(reply.split('\n\n').slice(1, 3)).toEqual([
    'Thank you for telling us about this.',
    'This is passed on to the security team, ahead of everything else. What you report, and what you ask about it, is for them to answer.',
  ]);
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
    'Hello,\n\nThank you for your message.\n\nNothing is left open here, so this can be closed. If something is, please reply to this message.\n\nKind regards',
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
  expect(reply).toContain('- Not covered: the Galaxy RPP (no network management card)');
  expect(reply).toContain('\n\nWhat can be done:\n- For the Galaxy VM: An Advantage plan');
  expect(reply).toContain('\n- For the Galaxy RPP: Ask your local Schneider Electric service partner');
});

test('of many devices nothing that is assumed or left uncovered is kept back', () => {
  const later: Facts = {
    ...expired,
    plan: 'advantage-prime' as PlanId,
    contractStart: on('2027-01-01') as PartialDate,
  };
  const { reply } = drafted([device(expired), device(later), device({ ...expired }), device({ nmc: 'NMC2' })]);
  expect(reply).toContain(
    'is in effect. There is a gap without cover (first day: 5 May 2025; last day: 31 December 2026).',
  );
  expect(reply.match(/Taken for granted: No end of the contract was given/g)).toHaveLength(1);
});

test('two answers to one question stand under it together', () => {
  const { reply } = drafted([device(expired), { ...outside(), said: 'is it covered?' }]);
  expect(reply.match(/On "Is it covered\?":/g)).toHaveLength(1);
});

const silent = (says: string, ask: string, rests: readonly number[] = []) => ({
  id: 'some-topic' as TopicId,
  says: {
    text: says,
    citations: rests.map((sentence) => ({ source: 'sns-3phase', question: 9, sentence, title: '' })),
  },
  ask,
});
const outside = (...topics: ReturnType<typeof silent>[]): TicketAsk => ({
  kind: 'out-of-scope',
  near: true,
  topics,
  said: 'how is it done?',
  spans: [],
  confidence: 1,
});

test("of an incident the FAQ's silence is not told, and nobody else is named for it", () => {
  const { reply } = drafted(
    [outside(silent('Nothing on passwords.', 'the shop'), silent('It says this.', 'us', [3]))],
    {
      route: 'security-team',
    },
  );
  expect(reply).not.toContain('passwords');
  expect(reply).not.toContain('belongs with');
  expect(reply).toContain('\n\nIt says this.\n\n');
});

test('what is asked beside an incident stands under its question, though nothing else is answered', () => {
  const { reply } = drafted([outside(), device(expired)], { route: 'security-team' });
  expect(reply).toContain('\n\nOn "Is it covered?":\n\nNot covered now:');
});

test('topics of one place stand together, and the place is named once', () => {
  const { reply } = drafted([outside(silent('One.', 'support'), silent('Two.', 'sales'), silent('Three.', 'support'))]);
  expect(reply).toContain('\n\nOne. Three. These points belong with support.\n\nTwo. This belongs with sales.\n\n');
});

test('a colleague who takes over takes the wish for a person along, and no question is repeated for it', () => {
  const { reply } = drafted([outside(), human], { route: 'human-agent' });
  expect(reply).not.toContain('On "');
  expect(reply).toContain('Your message is passed on to a colleague, with your wish to speak with a person.');
  expect(reply.match(/R&D <desk>/g)).toHaveLength(1);
  expect(drafted([outside()], { route: 'human-agent' }).reply).toContain(
    'Your message is passed on to a colleague, for what is not answered here.',
  );
});

test('two days of commissioning are asked about once, where the day is asked for', () => {
  const conflict = { kind: 'commissioning-conflict', said: 'May 2025', other: '3 June' } as const;
  const asked = device({ family: 'Galaxy VS', nmc: 'NMC3', plan: 'none' as PlanId });
  const { reply } = drafted([{ ...asked, notices: [conflict] } as TicketAsk]);
  expect(reply).toContain('please send us the day on which it was commissioned (you name two, May 2025 and 3 June).');
  expect(reply).not.toContain('Which is right?');
});

test('where it is open what contract there is, its name and provider are asked for, and how to find out is said once', () => {
  const { reply } = drafted([device({ ...expired, plan: 'other' as PlanId })]);
  expect(reply).toContain('please send us the name and the provider of its service contract, or that there is none.');
  expect(reply.match(/Ask its provider/g)).toHaveLength(1);
  expect(reply).not.toContain('Ask whoever buys');
});

test('a fact of one device is asked for by its name, where another device or another answer stands between', () => {
  const open = device({ family: 'Galaxy VS', nmc: 'NMC3', plan: 'none' as PlanId });
  expect(drafted([device(expired), open]).reply).toContain(
    'To settle this, please send us, for the Galaxy VS, the day',
  );
  expect(drafted([open, outside()]).reply).toContain(
    'To settle whether the Galaxy VS is covered, please send us the day',
  );
});

test('what can be done is said once for devices of which the same is true, and for each where it is not', () => {
  const two = drafted([device(expired), device({ ...expired, family: 'Galaxy VL' })]).reply;
  expect(two).toContain('\n\nFor each of them: The card keeps its features and functions');
  expect(two.match(/a stand-alone preventive maintenance visit/g)).toHaveLength(1);
  expect(two).toMatch(/the Galaxy VM[\s\S]*the Galaxy VL[\s\S]*For each of them/);
  expect(drafted([device(expired), device({ nmc: 'NMC2' })]).reply).not.toContain('For each of them');
});

test('a wish for a call is passed on with an incident', () => {
  const { reply } = drafted([human], { route: 'security-team' });
  expect(reply).toContain('That you would like to speak with somebody is passed on with it.');
  expect(reply).not.toContain('R&D');
});
