import type { ContractReply } from '../../src/domain/contract.js';
import { converse } from './converse.js';

/** Places in conversations at which suggestions are offered. */
const PLACES: readonly (readonly string[])[] = [
  ['hello'],
  ['is my UPS covered?'],
  ['is our Symmetra covered?'],
  ['is my Galaxy VS covered?'],
  ['Is my Galaxy VS with NMC3 covered?'],
  ['Is my Galaxy VS with NMC3, commissioned 4 March 2022, covered?'],
  ['Galaxy VM with NMC3, commissioned 1 October 2025. We ordered Advantage Plus. Covered?'],
  ['Galaxy VS, NMC3, commissioned 4 March 2022, no contract. Covered?'],
  ['Galaxy VS, NMC3, commissioned 1 June 2026. Covered?'],
  ['Galaxy VS, NMC3, commissioned 4 March 2022, maintenance contract with a local firm. Covered?'],
  ['I have no idea which network card is in our UPS'],
  ['how do I renew it?'],
  ['which price does a service plan have'],
];

const offers = converse(PLACES).map((replies, i) => ({
  said: PLACES[i] ?? [],
  suggestions: replies.at(-1)?.suggestions ?? [],
}));
const clicks = offers.flatMap(({ said, suggestions }) => suggestions.map((click) => [...said, click]));
const replies = converse(clicks);

const isLost = (reply: ContractReply | undefined): boolean =>
  reply === undefined ||
  reply.text.trim() === '' ||
  ['out-of-scope', 'smalltalk', 'clarify'].includes(reply.kind) ||
  /could not take|cannot read an answer/.test(reply.text);

test('whatever is offered as a click is understood when it is clicked', () => {
  expect(clicks.length).toBeGreaterThan(40);
  const lost = clicks.flatMap((c, i) =>
    isLost(replies[i]?.at(-1)) ? [`${c.join(' → ')}: ${replies[i]?.at(-1)?.text}`] : [],
  );
  expect(lost).toEqual([]);
});

test('a click in the dialog loses nothing that was said before', () => {
  const lost = clicks.flatMap((c, i) => {
    const [before, after] = [replies[i]?.at(-2)?.facts, replies[i]?.at(-1)?.facts];
    if (c.at(-1) === 'Check another device' || !before || !after) return [];
    const gone = Object.keys(before).filter((fact) => !(fact in after));
    return gone.length > 0 ? [`${c.join(' → ')}: ${gone.join()}`] : [];
  });
  expect(lost).toEqual([]);
});
