import * as fc from 'fast-check';
import { stretchesOf } from '../../src/desk/stretches.js';
import type { TicketSpan } from '../../src/domain/ticket.js';

const span = (start: number, end: number, field: TicketSpan['field'] = 'body'): TicketSpan => ({
  field,
  start,
  end,
  text: '',
});

test('a text is cut where asks begin and end, which may overlap', () => {
  const stretches = stretchesOf(
    'one two three',
    'body',
    [[span(0, 7)], [span(4, 13), span(0, 3, 'subject')]],
    [span(4, 7)],
  );
  expect(stretches).toEqual([
    { text: 'one ', asks: [0], isReason: false },
    { text: 'two', asks: [0, 1], isReason: true },
    { text: ' three', asks: [1], isReason: false },
  ]);
});

test('where the same asks rest on it, it is one stretch, however many spans they have there', () => {
  expect(stretchesOf('one two', 'body', [[span(0, 7), span(4, 7)]], [])).toEqual([
    { text: 'one two', asks: [0], isReason: false },
  ]);
});

test('whatever rests on it, the stretches together are the text', () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(40)).map(([a, b]) => span(a, b)));
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.array(spans), spans, (text, asks, reasons) => {
      expect(
        stretchesOf(text, 'body', asks, reasons)
          .map((stretch) => stretch.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
