import * as fc from 'fast-check';
import type { Match } from '../../src/answering/matcher.js';
import type { AssistantParts } from '../../src/assistant/turn.js';
import { day } from '../../src/domain/day.js';
import { TICKET_ROUTES } from '../../src/domain/ticket.js';
import { toTriageContract } from '../../src/rendering/ticket-contract.js';
import { triage } from '../../src/triage/triage.js';
import { understander } from '../../src/understanding/understand.js';
import { projectKnowledge } from '../support/knowledge.js';

const knowledge = projectKnowledge();

/** A matcher that finds anything in anything, the same in the same text. */
const anyMatch = (text: string): Match => {
  const labels = [
    ['faq:renew', 'entry'],
    ['kind:entitlement', 'kind'],
    ['kind:human', 'kind'],
    ['topic:price-visit', 'boundary'],
    ['topic:unrelated', 'boundary'],
  ] as const;
  const at = [...text].reduce((sum, sign) => sum + (sign.codePointAt(0) ?? 0), 0);
  const ranked = labels.map((_, i) => labels[(at + i) % labels.length] ?? labels[0]);
  const decision = (['answer', 'offer', 'decline'] as const)[at % 3] ?? 'decline';
  return {
    ranked: ranked.map(([label, group], i) => ({ label, group, score: 0.5 - i / 10 })),
    confidence: (at % 100) / 100,
    decision,
  };
};

const parts: AssistantParts = {
  knowledge,
  understand: understander(knowledge),
  match: async (text) => anyMatch(text),
  opening: () => ({ sentence: null, says: 'open' }),
  likest: () => null,
  isEnglishWord: () => true,
};

const PIECES = [
  'Is our Galaxy VS covered?',
  'NMC3, commissioned 03/04/2025. ',
  'Site;Model;Card\nA;Galaxy VM;NMC2\n',
  '| Model | Commissioned |\n|---|---|\n| Galaxy VL | 31.02.2026 |\n',
  '> quoted\n',
  'On Tue, 3 Nov 2026 at 10:00, Jo <jo@example.com> wrote:\n',
  '-- \nJo Doe\n',
  '<b>Please</b> <script>alert(1)</script> call me! ',
  'ﬁrmware İ ß 🙂\u0000\u200b',
  '\r\n\r\n',
  'hacked ',
  '- one\n- two\n',
  '((((',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((all) => all.join('')),
);

test('whatever a ticket says, it goes somewhere, and rests on words that stand in it', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (subject, body) => {
      const ticket = { subject, body, received: day('2026-11-22') };
      const { asks, route, reasons } = await triage(ticket, parts);
      expect(asks.length).toBeGreaterThan(0);
      expect(TICKET_ROUTES).toContain(route);
      expect(reasons[0]?.route).toBe(route);
      for (const span of [...asks, ...reasons].flatMap((a) => a.spans)) {
        expect(ticket[span.field].slice(span.start, span.end)).toBe(span.text);
        expect(span.text).not.toBe('');
      }
    }),
    { numRuns: 200 },
  );
});

test('whatever a ticket says, nothing of it is markup in the draft', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (subject, body) => {
      const made = await triage({ subject, body, received: day('2026-11-22') }, parts);
      const { html } = toTriageContract(made, { contact: '<i>us</i> & co' }).drafts;
      expect(html.replace(/<\/?(?:p|ul|li|small)>/g, '')).not.toMatch(/[<>]/);
    }),
    { numRuns: 200 },
  );
});

test('a body of a million signs is read in part, and says so', async () => {
  const body = `${'We have a question. '.repeat(50_000)}Is it covered?`;
  const { doubts } = await triage({ subject: 'Galaxy VS', body, received: day('2026-11-22') }, parts);
  expect(doubts).toContain('cut');
});

test('the same ticket gives the same triage', async () => {
  const ticket = { subject: 'Cover', body: PIECES.join(' '), received: day('2026-11-22') };
  expect(await triage(ticket, parts)).toEqual(await triage(ticket, parts));
});
