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

test.each([['directline'], ['msteams'], ['emulator'], [undefined]])(
  '%s gets the text plain, as it is',
  async (channelId) => {
    expect(await only(channelId)).toMatchObject({
      type: 'message',
      text: 'text with *stars* & <b>',
      textFormat: 'plain',
    });
  },
);

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

test('Teams gets a verdict as a card, with what a person typed as plain runs of text', async () => {
  const activity = await only('msteams', withVerdict);
  expect(activity.summary).toBe(withVerdict.text);
  const [card] = activity.attachments ?? [];
  expect(card?.contentType).toBe('application/vnd.microsoft.card.adaptive');
  const json = JSON.stringify(card?.content);
  expect(json).toContain('[x](http://evil.example)');
  expect(json).toContain('Its card is too old.');
  expect(json).not.toMatch(/"TextBlock"|"FactSet"/);
  expect(card?.content.actions).toHaveLength(6);
});

test('what is known is worded for people on the card', async () => {
  const facts = factsOf({ nmc: 'none', commissioned: '2026-05', plan: 'advantage-prime', contractStart: 'in-effect' });
  const verdict = { outcome: 'x', planName: 'Advantage Prime' } as Verdict;
  const activity = await only('msteams', { ...plain, facts, verdict });
  const [known] = activity.attachments?.[0]?.content.body ?? [];
  expect(known.items.map((item: { inlines: { text: string }[] }) => item.inlines.map((i) => i.text).join(''))).toEqual([
    'Card: no card fitted',
    'Commissioned: May 2026',
    'Plan: Advantage Prime',
    'Plan starts: in effect',
  ]);
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

  test('Teams gets one within the card, with words that say the same', async () => {
    const activity = await only('msteams', covered(said), pictures);
    const [image] = imagesOf(activity);
    expect(image?.url).toMatch(/^data:image\/png;base64,iVBORw0KGgo/);
    expect(image?.altText).toContain('Covered from 14 May 2026 to 13 May 2027 by the included year.');
    expect(Buffer.byteLength(JSON.stringify(activity))).toBeLessThan(28 * 1024);
  });

  test('a card that would be too large for Teams goes out without it', async () => {
    const long = { ...covered(said), text: 'a long answer '.repeat(500) };
    expect(imagesOf(await only('msteams', long, pictures))).toEqual([]);
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
    expect(imagesOf(await only('msteams', covered(said), broken))).toEqual([]);
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
