import type { InvokeResponse } from 'botbuilder';
import { triageCard } from '../../../src/bot/message-extension/triage-card.js';
import { day } from '../../../src/domain/day.js';
import { MESSAGE_EXTENSION_WORDING } from '../../../src/rendering/message-extension-wording.js';
import { type Attached, linesOf, problemsOf, under } from './cards.js';
import { extendedBot } from './extended-bot.js';
import { asked, recorded } from './recorded.js';

const { triage: SAYS, asks: ASKS, doubts: DOUBTS, routes: ROUTES } = MESSAGE_EXTENSION_WORDING;
const invoke = extendedBot();

/** The card of the dialog that an answer opens. */
function dialogOf({ status, body }: InvokeResponse): Attached {
  expect([status, body?.task?.type, body?.task?.value?.title]).toEqual([200, 'continue', SAYS.title]);
  const { card } = body.task.value;
  expect(problemsOf(card)).toEqual([]);
  return card;
}
const draftOf = (card: Attached): string => card.content.body.find(({ id }) => id === 'draft')?.value ?? '';
const pressedBy = (card: Attached) => card.content.actions?.map(({ data }) => data);

describe('a message that asks about a device', () => {
  const card = async () => dialogOf(await invoke(recorded('triage-post')));

  test('is shown with who sent it, and the day in the configured time zone on which it was', async () => {
    // Sent half an hour before midnight, UTC.
    expect(linesOf(await card())[0]).toBe('From Jamie Smythe, 20 November 2026');
  });

  test('has each thing that it asks shown with the words that it rests on', async () => {
    expect(under(await card(), SAYS.asked)).toEqual([
      'Whether the Galaxy VS is covered',
      'From the message: "Is it covered today?", "Galaxy VS", "NMC3", "14 May 2026."',
      'How do I renew the Secure NMC System?',
      'From the message: "how do we renew it after the first year?"',
    ]);
  });

  test('has its verdict shown in words, with the day that it holds for', async () => {
    expect(under(await card(), SAYS.devices)).toEqual([
      'As of 20 November 2026: Yes, covered: the Galaxy VS (NMC3, commissioned on 14 May 2026) is in its included year (last covered day: 13 May 2027).',
    ]);
    expect(under(await card(), SAYS.missing)).toEqual([SAYS.nothingMissing]);
  });

  test('has shown where it goes, with the reason and the words for it', async () => {
    expect(under(await card(), SAYS.route)).toEqual([
      ROUTES['service-partner'],
      'Somebody wants to go on after the first year, which the service partner sells. It rests on "how do we renew it after the first year?".',
    ]);
  });

  test('has a draft that can be changed and inserted, with its sources', async () => {
    const shown = await card();
    expect(draftOf(shown)).toMatch(/^Hello,\n\nThank you for your message\./);
    expect(draftOf(shown)).toMatch(/Sources: FAQ 1, 2, 3, 6, 10, 14 \(questions of the FAQ on [^)]*\)$/);
    expect(under(shown, SAYS.sources)).toContain('FAQ 14, How do I renew the Secure NMC System?');
    expect(pressedBy(shown)).toEqual([{ pressed: 'insert' }, { pressed: 'close' }]);
  });
});

test('what a verdict misses is shown with how to find it', async () => {
  const card = dialogOf(await invoke(recorded('triage-open')));
  expect(under(card, SAYS.devices)[0]).toBe(
    'As of 20 November 2026: whether the Galaxy VL is covered depends on which network management card it has, when it was commissioned and which service plan it has.',
  );
  expect(under(card, SAYS.missing)).toContain('The day on which it was commissioned');
  expect(under(card, SAYS.missing)).toContain('Look for the day on the commissioning report.');
});

test('a table that is pasted into a message is read row by row', async () => {
  const [one, other] = under(dialogOf(await invoke(recorded('triage-table'))), SAYS.devices);
  expect(one).toContain('Yes, covered: the Galaxy VS (NMC3, commissioned on 14 May 2026, no service contract)');
  expect(other).toContain('Not covered: the Galaxy VL (NMC2');
});

test('what a message quotes tells of the device, and a person is told to look', async () => {
  const card = dialogOf(await invoke(recorded('triage-reply')));
  expect(under(card, SAYS.devices)[0]).toContain('Not covered: the Galaxy VM (NMC2)');
  expect(under(card, SAYS.look)).toContain(DOUBTS['from-quoted']);
  expect(under(card, SAYS.route)[0]).not.toBe(ROUTES['auto-answer']);
});

test('a message in plain text that an app has sent is read too', async () => {
  const card = dialogOf(await invoke(recorded('triage-text')));
  expect(linesOf(card)[0]).toBe('From Mail gateway, 20 November 2026');
  expect(under(card, SAYS.asked)[0]).toBe(ASKS['one-phase']);
});

test('what nobody here answers has no draft, and no button for one', async () => {
  const card = dialogOf(
    await invoke(
      asked('<p>Win a free trip! Buy cheap followers now, limited offer, unsubscribe here. Click the link to win.</p>'),
    ),
  );
  expect(under(card, SAYS.route)).toContain(ROUTES.unrelated);
  expect(linesOf(card).at(-1)).toBe(SAYS.noDraft);
  expect(pressedBy(card)).toEqual([{ pressed: 'close' }]);
});

test.each(['triage-picture', 'triage-card', 'triage-deleted'])('%s has no text, and that is said', async (name) => {
  const card = dialogOf(await invoke(recorded(name)));
  expect(linesOf(card)).toEqual([SAYS.noText]);
  expect(pressedBy(card)).toEqual([{ pressed: 'close' }]);
});

test('where Teams does not say who wrote and when, today counts and nobody is named', async () => {
  const message = { from: null, createdDateTime: null, subject: null };
  const card = dialogOf(await invoke(asked('<p>Is our Galaxy VL covered?</p>', message)));
  expect(linesOf(card)[0]).toBe('Sent on 22 November 2026');
});

test('what somebody wrote stands in runs of text, which nothing reads as Markdown', async () => {
  const card = dialogOf(await invoke(asked('<p>Is our Galaxy VL [covered](http://a.example) *today*?</p>')));
  const blocks = card.content.body.filter(({ type }) => type === 'TextBlock').map(({ text }) => text);
  expect(blocks.every((text) => Object.values(SAYS).some((says) => says === text))).toBe(true);
});

test('of a very long message the beginning is read, and it is said how much', async () => {
  const card = dialogOf(await invoke(asked(`<p>Is our Galaxy VL covered?</p><p>${'It hums. '.repeat(4000)}</p>`)));
  expect(linesOf(card)[1]).toBe(SAYS.cut('20,000', '36,025'));
  expect(under(card, SAYS.asked)[0]).toBe(ASKS.entitlement('the Galaxy VL'));
});

test('of many devices some are shown, and it is said how many more there are', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `<tr><td>Galaxy VS</td><td>NMC3</td><td>2026-0${1 + (i % 9)}-11</td></tr>`,
  );
  const head = '<tr><td>Product</td><td>Card</td><td>Commissioned</td></tr>';
  const card = dialogOf(await invoke(asked(`<p>Are these covered?</p><table>${head}${rows.join('')}</table>`)));
  const shown = under(card, SAYS.devices);
  const more = Number(/^(\d+) more are not shown here\.$/.exec(shown.at(-1) ?? '')?.[1]);
  expect(shown.length - 1 + more).toBe(30);
});

describe('a triage that fills more than a card', () => {
  const message = { ticket: { subject: '', body: 'x', received: day('2026-11-20') }, sender: 'Ann', length: 1 };
  const lines = Array.from({ length: 40 }, (_, i) => ({
    text: `${i} ${'字'.repeat(200)}`,
    beside: '\u0007"'.repeat(200),
  }));
  const titles = [SAYS.look, SAYS.asked, SAYS.devices, SAYS.missing, SAYS.route];
  const full = { sections: titles.map((title) => ({ title, lines })), draft: '', sources: ['FAQ 1', 'FAQ 2'] };

  test.each(['a draft. ', '字', '🙂', '"\n', '\u0001'])('of %j has its draft cut, and says so', (piece) => {
    const card = triageCard({ ...full, draft: piece.repeat(40_000) }, message) as unknown as Attached;
    expect(problemsOf(card)).toEqual([]);
    const draft = draftOf(card);
    expect(draft.endsWith(SAYS.draftCut)).toBe(true);
    expect(draft.startsWith(piece.trim())).toBe(true);
    expect(draft).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  });

  test('keeps some of each list', () => {
    const card = triageCard({ ...full, draft: 'Hello' }, message) as unknown as Attached;
    expect(problemsOf(card)).toEqual([]);
    for (const title of titles) expect(under(card, title).at(-1)).toMatch(/^\d+ more are not shown here\.$/);
    expect(draftOf(card)).toBe('Hello');
  });
});

describe('the buttons of the dialog', () => {
  test('put the draft, as it was changed, into the box for the reply', async () => {
    const { status, body } = await invoke(recorded('triage-insert'));
    const { type, attachmentLayout, attachments } = body.composeExtension;
    expect([status, type, attachmentLayout, attachments.length]).toEqual([200, 'result', 'list', 1]);
    expect(problemsOf(attachments[0])).toEqual([]);
    expect(linesOf(attachments[0])).toEqual([
      'Hello,',
      'thank you for asking; *which* card does it have?',
      'Kind regards',
    ]);
    expect(attachments[0].content.body.every(({ type: part }: { type: string }) => part === 'RichTextBlock')).toBe(
      true,
    );
    expect(attachments[0].preview.content.title).toBe(SAYS.reply);
  });

  test('cut a draft that was made too long for a card, and say so', async () => {
    const draft = 'line\n'.repeat(5000);
    const { body } = await invoke(recorded('triage-insert', { data: { pressed: 'insert', draft } }));
    const [card] = body.composeExtension.attachments;
    expect(problemsOf(card)).toEqual([]);
    expect(linesOf(card).at(-1)).toBe(SAYS.draftCut);
  });

  test('insert nothing where the draft was emptied', async () => {
    const { body } = await invoke(recorded('triage-insert', { data: { pressed: 'insert', draft: ' \n' } }));
    expect(body).toEqual({ task: { type: 'message', value: SAYS.emptyDraft } });
  });

  test('close the dialog', async () => {
    expect(await invoke(recorded('triage-close'))).toEqual({ status: 200 });
  });

  test('are not needed by a client that sends the message along at once', async () => {
    dialogOf(await invoke(recorded('triage-insert', { data: null })));
  });
});
