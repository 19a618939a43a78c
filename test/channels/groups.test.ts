import type { TurnContext } from 'botbuilder';
import { conversationKey } from '../../src/bot/conversation-key.js';
import { StateOfPerson } from '../../src/bot/group.js';
import { messageText } from '../../src/bot/message-text.js';
import type { BotStorage } from '../../src/bot/storage.js';
import { start } from './running-server.js';
import { deliver, fromTeams, GROUP_CHAT, MENTION, mentioning, PERSONAL, teamsService, thread } from './teams.js';

/** Says all that it remembers of whom it talks with. */
function remembering(storage: BotStorage) {
  const state = new StateOfPerson(storage);
  const heard = state.createProperty<string[]>('heard');
  const run = async (context: TurnContext) => {
    if (context.activity.type !== 'message') return;
    const all = [...(await heard.get(context, [])), messageText(context.activity)];
    await heard.set(context, all);
    await state.saveChanges(context);
    await context.sendActivity(all.join(' | '));
  };
  return { run };
}

async function inTeams() {
  const teams = await teamsService();
  const server = await start({ botOf: remembering });
  const says = (who: string, conversation: { readonly id: string }, more: object) =>
    deliver(server, fromTeams(teams.serviceUrl, who, conversation, more));
  return { server, teams, says };
}

test('two people who ask in one thread are answered each with what they said themselves', async () => {
  const { teams, says } = await inTeams();
  await says('ann', thread('1'), mentioning('a Galaxy VS'));
  await says('ben', thread('1'), mentioning('a Galaxy VL'));
  await says('ann', thread('1'), mentioning('with an NMC3'));
  expect(teams.sent.map(({ text }) => text)).toEqual(['a Galaxy VS', 'a Galaxy VL', 'a Galaxy VS | with an NMC3']);
});

test('threads of a channel are kept apart, and each reply goes into its thread', async () => {
  const { teams, says } = await inTeams();
  await says('ann', thread('1'), mentioning('one'));
  await says('ann', thread('2'), mentioning('two'));
  expect(teams.sent.map(({ text, to }) => [text, to])).toEqual([
    ['one', thread('1').id],
    ['two', thread('2').id],
  ]);
});

test.each([
  ['a channel', thread('1')],
  ['a group chat', GROUP_CHAT],
])('what people say to each other in %s is neither answered nor kept', async (_where, conversation) => {
  const { server, teams, says } = await inTeams();
  const toBen = { type: 'mention', mentioned: { id: '29:ben', name: 'Ben' }, text: '<at>Ben</at>' };
  expect(await says('ann', conversation, { text: 'is our Galaxy VS covered, <at>Ben</at>?', entities: [toBen] })).toBe(
    200,
  );
  expect(await says('ann', conversation, { type: 'messageUpdate', text: 'is it?' })).toBe(200);
  expect(teams.sent).toEqual([]);
  const kept = await server.store.activities.transcript(keyOf('ann', conversation));
  expect(kept).toEqual([]);
});

test('a mention at the end counts, those of others stay as names, and a click on a card needs none', async () => {
  const { teams, says } = await inTeams();
  const ann = { type: 'mention', mentioned: { id: '29:ann', name: 'Ann' }, text: '<at>Ann</at>' };
  await says('ben', GROUP_CHAT, {
    text: '<at>Ann</at> wants to know what it is, <at>Secure NMC</at>.',
    entities: [ann, MENTION],
  });
  await says('eve', GROUP_CHAT, { value: { says: 'NMC3' } });
  expect(teams.sent.map(({ text }) => text)).toEqual(['Ann wants to know what it is.', 'NMC3']);
});

test('in a personal chat nobody need be mentioned', async () => {
  const { teams, says } = await inTeams();
  await says('ann', PERSONAL, { text: 'hello' });
  expect(teams.sent).toMatchObject([{ text: 'hello', to: PERSONAL.id }]);
});

test('what one person said in a group is erased without what the others said', async () => {
  const { server, says } = await inTeams();
  await says('ann', GROUP_CHAT, mentioning('a Galaxy VS'));
  await says('ben', GROUP_CHAT, mentioning('a Galaxy VL'));
  expect(await server.store.erasure.user('29:ann')).toEqual({ messages: 2, sessions: 1, conversations: 1 });
  const bens = await server.store.activities.transcript(keyOf('ben', GROUP_CHAT));
  expect(bens.map(({ text }) => text)).toEqual(['<at>Secure NMC</at> a Galaxy VL', 'a Galaxy VL']);
});

const keyOf = (who: string, conversation: { readonly id: string }) =>
  conversationKey(JSON.parse(JSON.stringify(fromTeams('https://x', who, conversation))));
