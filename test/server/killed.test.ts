import { directLine } from '../channels/whole/voices.js';
import { dataFolder, startServer } from './started-server.js';

const LEXICAL = { ANSWERING: 'lexical' };
const TURNS = [
  'is our Galaxy RPP covered?',
  'who installs the firmware?',
  'NMC4',
  'not commissioned yet',
  'different device now: Symmetra',
  'the second one',
  'back to the first one',
  'no, it has an NMC2',
];

test('kill -9 and a new start between any two turns change no reply', async () => {
  const data = dataFolder();
  let server = await startServer(data, 0, LEXICAL);
  const [whole, broken] = [await directLine(server.url), await directLine(server.url)];
  const expected: string[] = [];
  for (const text of TURNS) expected.push((await whole.say(text)).text);
  const said: string[] = [];
  for (const text of TURNS) {
    said.push((await broken.say(text)).text);
    await server.kill();
    server = await startServer(data, 0, LEXICAL);
    broken.moveTo(server.url);
  }
  expect(said).toEqual(expected);
}, 120_000);
