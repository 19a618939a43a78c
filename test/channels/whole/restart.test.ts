import { join } from 'node:path';
import { EMPTY_SESSION } from '../../../src/assistant/session.js';
import type { ContractReply } from '../../../src/domain/contract.js';
import { opened } from '../../store/open.js';
import { CONVERSATIONS } from './conversations.js';
import { dataFolder, startApp } from './running-app.js';
import { batch, directLine } from './voices.js';

const turnsOf = Object.values(CONVERSATIONS);

test('a new start between any two turns changes no reply of any conversation', async () => {
  const data = dataFolder();
  let app = await startApp(data);
  const voices = await Promise.all(turnsOf.map(() => directLine(app.url)));
  const said: ContractReply[][] = turnsOf.map(() => []);
  for (let n = 0; turnsOf.some((turns) => n < turns.length); n++) {
    for (const [i, voice] of voices.entries()) {
      const text = turnsOf[i]?.[n];
      if (text !== undefined) said[i]?.push(await voice.say(text));
    }
    await app.stop();
    app = await startApp(data);
    for (const voice of voices) voice.moveTo(app.url);
  }
  expect(said).toEqual(batch(turnsOf));
}, 120_000);

/** What a store may hold of a time when sessions had another form. */
const OLD: Readonly<Record<string, unknown>> = {
  'of a version that is not known': { version: 1, devices: [{ family: 'Galaxy VS' }], asked: 'nmc' },
  'without a version': { interview: null },
  'that is a text': 'Galaxy VS',
  'that is nothing': null,
};

test.each(Object.keys(OLD))(
  'a stored session %s is begun anew, and the conversation goes on',
  async (name) => {
    const data = dataFolder();
    const before = await startApp(data);
    const voice = await directLine(before.url);
    await voice.say('is our Galaxy VS covered?');
    await before.stop();
    const store = await opened(join(data, 'sns.db'));
    const key = `directline/conversations/${voice.id}/`;
    const stored = await store.sessions.load(key);
    expect(stored?.state).toMatchObject({ session: { version: EMPTY_SESSION.version } });
    const state = { ...(stored?.state as object), session: OLD[name] };
    expect(await store.sessions.save([{ id: key, channel: 'directline', state, expected: 'any' }])).toEqual({
      ok: true,
    });
    await store.close();
    const app = await startApp(data);
    voice.moveTo(app.url);
    const [[anew, next] = []] = batch([['please check my Galaxy PX', 'NMC4']]);
    expect(await voice.say('please check my Galaxy PX')).toEqual(anew);
    expect(await voice.say('NMC4')).toEqual(next);
  },
  60_000,
);
