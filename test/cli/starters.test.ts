import { STARTERS } from '../../src/teams-package/words.js';
import { converse } from './converse.js';

const prompts = [...new Set(Object.values(STARTERS).flatMap((starters) => starters.map(({ prompt }) => prompt)))];
const replies = converse(prompts.map((prompt) => [prompt]));

test('every prompt that the Teams app offers is understood at once', () => {
  const kinds = prompts.map((prompt, i) => [prompt, replies[i]?.[0]?.kind]);
  expect(kinds).toEqual([
    ['Is my device covered?', 'entitlement'],
    ['What is the Secure NMC System?', 'faq'],
    ['Which devices are included?', 'faq'],
    ['Which network management card do I have?', 'identify'],
    ['What happens after the first year?', 'faq'],
    ['I want to talk to a person', 'human'],
  ]);
});
