import { EMPTY_SESSION, readSession } from '../../src/assistant/session.js';

const { misses: _misses, handedOff: _handedOff, tried: _tried, ...before } = EMPTY_SESSION;
const interview = {
  ...EMPTY_SESSION.interview,
  devices: [{ facts: { family: 'Galaxy VS' }, declined: [] }],
  current: 0,
};

test('what was stored by the version before goes on, with nothing counted yet', () => {
  expect(readSession({ ...before, version: 2, interview })).toEqual({ ...EMPTY_SESSION, interview });
});

test('what this version stored is read as it was', () => {
  const session = { ...EMPTY_SESSION, interview, misses: 2, handedOff: true };
  expect(readSession(JSON.parse(JSON.stringify(session)))).toEqual(session);
});

test.each([[undefined], [null], ['text'], [{}], [{ ...EMPTY_SESSION, version: 1, misses: 9 }], [{ version: 99 }]])(
  'anything else begins anew: %j',
  (stored) => {
    expect(readSession(stored)).toBe(EMPTY_SESSION);
  },
);
