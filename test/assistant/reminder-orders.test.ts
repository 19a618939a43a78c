import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { reminderOrder } from '../../src/assistant/reminder-orders.js';
import { day } from '../../src/domain/day.js';
import { leadDays } from '../../src/domain/reminder.js';
import { WORDING } from '../../src/rendering/wording.js';

interface Cases {
  readonly set: readonly { readonly says: string; readonly days?: number }[];
  readonly list: readonly string[];
  readonly cancel: readonly { readonly says: string; readonly of?: string }[];
  readonly other: readonly string[];
}
const cases: Cases = parse(readFileSync(join(__dirname, '../cases/reminders.yaml'), 'utf8'));

test.each(cases.set)("'$says' sets one", ({ says, days = null }) => {
  expect(reminderOrder(says)).toEqual({ what: 'set', days });
});
test.each(cases.list)("'%s' asks which are set", (says) => expect(reminderOrder(says)).toEqual({ what: 'list' }));
test.each(cases.cancel)("'$says' cancels", ({ says, of = null }) => {
  expect(reminderOrder(says)).toEqual({ what: 'cancel', of });
});
test.each(cases.other)("'%s' is about something else", (says) => expect(reminderOrder(says)).toBeNull());

test('every click that the bot offers is an order', () => {
  const { offer, cancel, cancelAll } = WORDING.reminder;
  expect([offer(30), offer(7), cancel('the Galaxy 3L Pro'), cancelAll].map(reminderOrder)).toEqual([
    { what: 'set', days: 30 },
    { what: 'set', days: 7 },
    { what: 'cancel', of: 'Galaxy 3L Pro' },
    { what: 'cancel', of: 'all' },
  ]);
});

test.each([
  ['2026-12-31', 30],
  ['2026-12-22', 7],
  ['2026-11-30', 7],
  ['2026-11-29', null],
  ['2026-11-01', null],
])('on 22 November, with cover until %s, a reminder is offered %s days before', (until, days) => {
  expect(leadDays(day('2026-11-22'), day(until))).toBe(days);
});
