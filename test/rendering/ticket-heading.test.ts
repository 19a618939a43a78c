import type { TicketAsk, TicketSpan } from '../../src/domain/ticket.js';
import { headOf, inOrderAsked, takesYesOrNo } from '../../src/rendering/ticket-heading.js';

/** An ask whose words are these pieces of a ticket; '|' marks where a piece begins and ends. */
function asked(ticket: string): TicketAsk {
  const body = ticket.replaceAll('|', '');
  let at = 0;
  const spans = ticket.split('|').flatMap((text, i): readonly TicketSpan[] => {
    const start = at;
    at += text.length;
    return i % 2 === 1 ? [{ field: 'body', start, end: at, text: body.slice(start, at) }] : [];
  });
  const said = spans.map((span) => span.text).join(' ');
  return { kind: 'out-of-scope', near: true, topics: [], said, spans, confidence: 1 };
}

test.each([
  ['a question is repeated as it was written', 'Hello, |is it in?|', 'On "Is it in?":'],
  [
    'pieces of one sentence stand beside each other, and are not run together',
    '|what are the ways| and |who sells them?|',
    'On "What are the ways" and "who sells them?":',
  ],
  [
    'of a remark and a question the question is repeated',
    '|You asked for a date.| Here it is. |Will the file appear there?|',
    'On "Will the file appear there?":',
  ],
  [
    'what asks without a question mark goes before what only tells',
    '|You asked for a date.| Here it is. |Please state whether it is in.|',
    'On "Please state whether it is in":',
  ],
  ['quotes within are single ones', '|what is this "system"?|', 'On "What is this \'system\'?":'],
  ['what only points somewhere is repeated where nothing else is known', '|Is it?|', 'On "Is it?":'],
  [
    'of several sentences in one piece the last asks',
    '|Purchasing, tender 7. Before I order: does it need a key?|',
    'On "Before I order: does it need a key?":',
  ],
])('%s', (_name, ticket, head) => {
  expect(headOf([asked(ticket)])).toBe(head);
});

test('a question that says nothing of what it is about gives way to the device', () => {
  const device = {
    ...asked('|Can you confirm that?|'),
    kind: 'entitlement',
    facts: { family: 'Galaxy VS' },
  } as TicketAsk;
  expect(headOf([device])).toBe('On the Galaxy VS:');
  expect(headOf([device, device])).toBe('On your devices:');
});

test('of a long question the clause that asks is repeated, from its beginning', () => {
  const head = headOf([
    asked(`|${'We have looked everywhere for it, '.repeat(6)}so who in your house can tell us which of these it is?|`),
  ]);
  expect(head).toMatch(/^On "… We have looked .*, so who in your house can tell us which of these it is\?":$/);
  expect(head.length).toBeLessThan(215);
});

test('a request to tell something is not answered with yes or no, whatever it comes to', () => {
  expect(takesYesOrNo([asked('|Could you shed some light on it?|')])).toBe(false);
  expect(takesYesOrNo([asked('|Could you tell me whether it ends?|')])).toBe(true);
  expect(takesYesOrNo([asked('|Would it stop working?|')])).toBe(true);
});

test('answers stand in the order in which their questions do, whatever a remark before them was taken for', () => {
  const [late, early] = [
    asked('|We plan a room.| One: is it in? |Two: how hot is it?|'),
    asked('We plan a room. One: |is it in?|'),
  ];
  const told: TicketAsk = { ...asked(''), said: '' };
  expect(inOrderAsked([[told], [late], [early]])).toEqual([[told], [early], [late]]);
});
