import { MESSAGE_EXTENSION_WORDING } from '../../../src/rendering/message-extension-wording.js';
import { extendedBot } from './extended-bot.js';
import { recorded } from './recorded.js';

const { unknownCommand, nothingToSet } = MESSAGE_EXTENSION_WORDING;
const invoke = extendedBot();

test('there is nothing to set up, and that is said', async () => {
  expect(await invoke(recorded('settings'))).toEqual({
    status: 200,
    body: { composeExtension: { type: 'message', text: nothingToSet } },
  });
});

test.each(['triage-open', 'triage-insert'])('a command that is not known is told in a dialog (%s)', async (name) => {
  const answer = await invoke(recorded(name, { commandId: 'shareMessage' }));
  expect(answer).toEqual({ status: 200, body: { task: { type: 'message', value: unknownCommand('shareMessage') } } });
});

test('a search that is not known is told in the place of what is found', async () => {
  const { status, body } = await invoke(recorded('search-typed', { commandId: 'x'.repeat(5000) }));
  const text = unknownCommand('x'.repeat(64));
  expect([status, body]).toEqual([200, { composeExtension: { type: 'message', text } }]);
});

test.each([
  ['triage-open', { commandId: undefined }, 'bad-commandId'],
  ['triage-open', { commandId: '' }, 'bad-commandId'],
  ['triage-open', { commandId: 7 }, 'bad-commandId'],
  ['triage-open', { messagePayload: undefined }, 'bad-messagePayload'],
  ['triage-open', { messagePayload: 'a text' }, 'bad-messagePayload'],
  ['triage-open', { messagePayload: { body: 'a text' } }, 'bad-body'],
  ['triage-open', { messagePayload: { body: { content: ['a list'] } } }, 'bad-content'],
  ['triage-open', { messagePayload: { body: { content: 'x' }, createdDateTime: 'noon' } }, 'bad-createdDateTime'],
  ['triage-open', { messagePayload: { createdDateTime: '0001-01-01T00:00:00Z' } }, 'bad-createdDateTime'],
  ['triage-open', { messagePayload: { from: { user: 'Ann' } } }, 'bad-user'],
  ['triage-insert', { data: 'insert' }, 'bad-data'],
  ['triage-insert', { data: { pressed: 'burn' } }, 'bad-pressed'],
  ['triage-insert', { data: { pressed: 'insert', draft: {} } }, 'bad-draft'],
  ['triage-insert', { data: { pressed: 'insert', draft: 'x'.repeat(30_001) } }, 'bad-draft'],
  ['triage-insert', { data: {}, messagePayload: null }, 'bad-messagePayload'],
  ['search-typed', { commandId: null }, 'bad-commandId'],
  ['search-typed', { parameters: 'renew' }, 'bad-parameters'],
  ['search-typed', { parameters: [{ name: 'searchKeyword', value: { a: 1 } }] }, 'bad-parameters'],
  ['search-typed', { queryOptions: { skip: -1 } }, 'bad-skip'],
  ['search-typed', { queryOptions: { count: 0 } }, 'bad-count'],
  ['search-typed', { queryOptions: { count: 2.5 } }, 'bad-count'],
])('%s with %.70j is refused, naming the field', async (name, value, code) => {
  const { status, body } = await invoke(recorded(name, value));
  expect([status, body.code]).toEqual([400, code]);
  expect(body.message).toMatch(/^value\.\w/);
});

test.each(['composeExtension/fetchTask', 'composeExtension/submitAction', 'composeExtension/query'])(
  '%s without a value that can be read is refused',
  async (name) => {
    for (const value of [undefined, null, 'x', 7, [], true]) {
      const { status, body } = await invoke({ type: 'invoke', name, value });
      expect([status, Object.keys(body)]).toEqual([400, ['code', 'message']]);
    }
  },
);

test('other invokes of Teams are none of the extension', async () => {
  const { status, body } = await invoke({ type: 'invoke', name: 'composeExtension/queryLink', value: {} });
  expect([status, body.code]).toEqual([501, 'unknown-invoke']);
});
