import type { Activity } from 'botbuilder';
import { replyActivities } from '../../src/bot/activities.js';
import { Pictures } from '../../src/bot/pictures.js';
import type { ContractReply } from '../../src/domain/contract.js';
import { day } from '../../src/domain/day.js';
import type { Timeline } from '../../src/domain/timeline.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { decide } from '../../src/entitlement/decide.js';
import { timelineOf } from '../../src/entitlement/timeline.js';
import { reply } from '../channels/running-server.js';
import { projectKnowledge } from '../support/knowledge.js';
import { factsOf } from '../support/timelines.js';

const suggestions = ['one', 'two', 'three', 'four', 'five', 'six'];
const plain: ContractReply = { ...reply('text with *stars* & <b>'), suggestions };
const withVerdict: ContractReply = {
  ...plain,
  text: 'No.\n\nIts card is too old.',
  kind: 'entitlement',
  facts: { family: '[x](http://evil.example)', nmc: 'NMC2' },
  verdict: { outcome: 'not-eligible-nmc2' } as Verdict,
};
const fail = (where: string, error: unknown) => {
  throw new Error(`${where}: ${error}`);
};
const only = async (channelId: string | undefined, shown = plain, pictures: Pictures | null = null) => {
  const [activity, ...rest] = await replyActivities(shown, channelId, pictures);
  expect(rest).toEqual([]);
  return activity ?? {};
};

test.each([['directline'], ['emulator'], [undefined]])('%s gets the text plain, as it is', async (channelId) => {
  expect(await only(channelId)).toMatchObject({
    type: 'message',
    text: 'text with *stars* & <b>',
    textFormat: 'plain',
  });
});

test('Teams gets it as Markdown that shows the same, since it runs the lines of plain text together', async () => {
  const shown = await only('msteams', reply('two *stars*\nand <b>\n\n- [1]'));
  expect(shown).toMatchObject({ text: 'two \\*stars\\*  \nand \\<b\\>\n\n\\- (1)', textFormat: 'markdown' });
});

test.each([
  ['directline', 6],
  ['msteams', 3],
  ['emulator', 5],
])('%s shows as many suggestions as it has room for', async (channelId, count) => {
  const actions = (await only(channelId)).suggestedActions?.actions ?? [];
  expect(actions.map(({ title }) => title)).toEqual(suggestions.slice(0, count));
  expect(actions.every(({ type, title, value }) => type === 'imBack' && value === title)).toBe(true);
});

test('without suggestions none are sent', async () => {
  expect(await only('directline', { ...plain, suggestions: [] })).not.toHaveProperty('suggestedActions');
});

test('only the page gets the whole reply', async () => {
  expect((await only('directline')).channelData).toEqual({ reply: plain });
  expect((await only('msteams')).channelData).toBeUndefined();
});

test('Teams gets a verdict as text, with a card of what is known, as plain runs of text, and nothing on it to press', async () => {
  const [said, card, ...more] = await replyActivities(withVerdict, 'msteams', null);
  expect(more).toEqual([]);
  expect(said).toMatchObject({ text: withVerdict.text, textFormat: 'markdown' });
  expect(said).not.toHaveProperty('suggestedActions');
  expect(card).toMatchObject({
    summary: 'Device: [x](http://evil.example)\nCard: NMC2',
    suggestedActions: { actions: { length: 3 } },
  });
  const [{ contentType = '', content = null } = {}] = card?.attachments ?? [];
  expect(contentType).toBe('application/vnd.microsoft.card.adaptive');
  const json = JSON.stringify(content);
  expect(json).toContain('[x](http://evil.example)');
  expect(json).not.toMatch(/"TextBlock"|"FactSet"|"Action\./);
});

test('what is known is worded for people on the card', async () => {
  const facts = factsOf({ nmc: 'none', commissioned: '2026-05', plan: 'advantage-prime', contractStart: 'in-effect' });
  const verdict = { outcome: 'x', planName: 'Advantage Prime' } as Verdict;
  const [, activity] = await replyActivities({ ...withVerdict, facts, verdict }, 'msteams', null);
  const [known] = activity?.attachments?.[0]?.content.body ?? [];
  expect(known.items.map((item: { inlines: { text: string }[] }) => item.inlines.map((i) => i.text).join(''))).toEqual([
    'Card: no card fitted',
    'Commissioned: May 2026',
    'Plan: Advantage Prime',
    'Plan starts: in effect',
  ]);
});

test.each<[string, Partial<ContractReply>]>([
  ['merely carried along by another answer', { kind: 'faq' }],
  ['of several devices', { devices: [withVerdict, withVerdict] as never }],
  ['of a device of which nothing is known', { facts: {} }],
])('Teams gets no card with a verdict %s', async (_what, more) => {
  expect(await only('msteams', { ...withVerdict, ...more })).toMatchObject({ text: withVerdict.text });
});

describe('what is to be chosen', () => {
  const offer = { id: 'c1', asks: 'Which card is it?', choices: ['NMC2', 'NMC3', "I don't know"] };
  const asking: ContractReply = { ...reply('Noted: *x*.\n\nWhich card is it?'), kind: 'entitlement' };
  const sourced: ContractReply = {
    ...reply('So it is.\n\nWhich card is it?\n\nSource: FAQ 2, T'),
    sentences: [
      { text: 'So it is.', starts: 'paragraph', citations: [{ source: 's', question: 2, sentence: 1, title: 'T' }] },
      { text: 'Which card is it?', starts: 'paragraph', citations: [] },
    ],
  };
  const textsOf = (content: unknown) => JSON.stringify(content).match(/"text":"[^"]*"/g);

  test('Teams gets as one card where nothing of it has a source, with thumbs and all of its text', async () => {
    const [card, ...more] = await replyActivities(asking, 'msteams', null, { offer });
    expect(more).toEqual([]);
    expect(card).toMatchObject({ summary: asking.text, channelData: { feedbackLoop: { type: 'default' } } });
    expect(card).not.toHaveProperty('text');
    expect(card).not.toHaveProperty('suggestedActions');
    const { content } = card?.attachments?.[0] ?? {};
    expect(content).toMatchObject({ version: '1.2', fallbackText: asking.text });
    expect(textsOf(content.body)).toEqual(['"text":"Noted: *x*."', '"text":"Which card is it?"']);
  });

  test('Teams gets as a text with its sources, and a card with the question alone, where something has a source', async () => {
    const [said, card, ...more] = await replyActivities(sourced, 'msteams', null, { offer });
    expect(more).toEqual([]);
    expect(said?.text).toBe('So it is. [1]\n\nWhich card is it?\n\nSource: [1] FAQ 2, T');
    expect(said?.entities).toHaveLength(1);
    expect(textsOf(card?.attachments?.[0]?.content.body)).toEqual(['"text":"Which card is it?"']);
    expect(card).not.toHaveProperty('channelData');
  });

  test('says the same by Action.Execute and, for older clients, by Action.Submit', async () => {
    const [card] = await replyActivities(asking, 'msteams', null, { offer });
    const actions = card?.attachments?.[0]?.content.body.at(-1).actions ?? [];
    expect(actions.map(({ type, title }: { type: string; title: string }) => [type, title])).toEqual(
      offer.choices.map((choice) => ['Action.Execute', choice]),
    );
    for (const { verb, data, title, fallback } of actions) {
      expect([verb, data]).toEqual(['say', { sns: 1, card: 'c1', says: title }]);
      expect(fallback).toEqual({ type: 'Action.Submit', title, data });
    }
  });

  test.each([
    ['six at the most', Array.from({ length: 8 }, (_, i) => `${i}`), [6, 2]],
    ['as many as fit', ['Advantage Plus', 'Advantage Prime', 'Advantage Ultra', 'none'], [2, 2]],
    ['one where it is long', ['How is the firmware updated on other devices?', 'no', 'yes'], [1, 2]],
  ])('has in a row %s', async (_what, choices, counts) => {
    const [card] = await replyActivities(asking, 'msteams', null, { offer: { ...offer, choices } });
    const rows = card?.attachments?.[0]?.content.body.filter(({ type }: { type: string }) => type === 'ActionSet');
    expect(rows.map(({ actions }: { actions: unknown[] }) => actions.length)).toEqual(counts);
  });

  test('goes as text with suggestions where a card would be too large', async () => {
    const choices = ['x'.repeat(9000), 'y'.repeat(9000)];
    const [said, ...more] = await replyActivities({ ...asking, suggestions: choices }, 'msteams', null, {
      offer: { ...offer, choices },
    });
    expect(more).toEqual([]);
    expect(said).toMatchObject({
      text: 'Noted: \\*x\\*.\n\nWhich card is it?',
      suggestedActions: { actions: { length: 2 } },
    });
  });

  test.each(['directline', 'emulator'])('goes to %s as it did', async (channel) => {
    expect(await replyActivities(asking, channel, null, { offer })).toEqual(
      await replyActivities(asking, channel, null),
    );
  });
});

test('other channels get a verdict as text', async () => {
  expect(await only('emulator', withVerdict)).toMatchObject({ text: withVerdict.text });
  expect(await only('emulator', withVerdict)).not.toHaveProperty('attachments');
});

describe('with pictures', () => {
  const { rules } = projectKnowledge();
  const asOf = day('2026-11-22');
  const covered = (said: Readonly<Record<string, string>>): ContractReply => {
    const facts = factsOf(said);
    return { ...plain, kind: 'entitlement', facts, verdict: decide(facts, asOf, rules) };
  };
  const said = { family: 'Galaxy VS', nmc: 'NMC3', commissioned: '2026-05-14', plan: 'none' };
  const pictures = new Pictures((facts, verdict) => timelineOf(facts, verdict, rules), fail);
  const imagesOf = (activity: Partial<Activity>) =>
    ((activity.attachments ?? [])[0]?.content.body ?? []).filter(({ type }: { type: string }) => type === 'Image') as {
      url: string;
      altText: string;
    }[];

  const cardOf = async (shown: ContractReply, drawn = pictures) =>
    (await replyActivities(shown, 'msteams', drawn)).at(-1) ?? {};

  test('Teams gets one within the card, with words that say the same', async () => {
    const activity = await cardOf(covered(said));
    const [image] = imagesOf(activity);
    expect(image?.url).toMatch(/^data:image\/png;base64,iVBORw0KGgo/);
    expect(image?.altText).toContain('Covered from 14 May 2026 to 13 May 2027 by the included year.');
    expect(Buffer.byteLength(JSON.stringify(activity))).toBeLessThan(28 * 1024);
  });

  test('a card that would be too large for Teams goes out without it', async () => {
    const long = { ...covered(said), facts: { ...covered(said).facts, family: 'a long name '.repeat(600) } };
    expect(imagesOf(await cardOf(long))).toEqual([]);
  });

  test('a card whose picture cannot be drawn goes out without it, and whoever runs the server is told', async () => {
    const told: string[] = [];
    const broken = new Pictures(
      () => ({
        ...(timelineOf(factsOf(said), covered(said).verdict as Verdict, rules) as Timeline),
        stretches: null as never,
      }),
      (where) => told.push(where),
    );
    expect(imagesOf(await cardOf(covered(said), broken))).toEqual([]);
    expect(told).toEqual(['the picture of a card']);
  });

  test('the page gets one ready to be shown, beside the reply and not in it', async () => {
    const shown = covered(said);
    const { channelData } = await only('directline', shown, pictures);
    expect(channelData.reply).toEqual(shown);
    expect(channelData.pictures).toHaveLength(1);
    expect(channelData.pictures[0].narrow).toMatch(/^<svg /);
    expect(channelData.pictures[0].sentences[0]).toBe('Commissioned on 14 May 2026.');
  });

  test('each of several devices has its own, and none where there is nothing to draw', async () => {
    const [one, other] = [covered(said), covered({ family: 'Galaxy VL', nmc: 'NMC2' })];
    const devices = [other, one].map(({ facts, verdict }) => ({ facts, verdict: verdict as Verdict }));
    const { channelData } = await only('directline', { ...one, devices }, pictures);
    expect(channelData.pictures.map((p: unknown) => p !== null)).toEqual([false, true]);
  });

  test('none is sent while another fact than a date is asked, or with an answer to something else', async () => {
    const asked = covered({ family: 'Galaxy VS', commissioned: '2026-05-14' });
    const carried: ContractReply = { ...covered(said), kind: 'faq' };
    for (const shown of [asked, carried, plain]) {
      expect((await only('directline', shown, pictures)).channelData).toEqual({ reply: shown });
    }
  });
});
