import type { Match } from '../../src/answering/matcher.js';
import type { AssistantParts } from '../../src/assistant/turn.js';
import { understander } from '../../src/understanding/understand.js';
import { projectKnowledge } from '../support/knowledge.js';

const sure = (label: string, group: Match['ranked'][number]['group']): Match => ({
  ranked: [{ label, group, score: 1 }],
  confidence: 0.95,
  decision: 'answer',
});
const NOTHING: Match = { ranked: [], confidence: 0, decision: 'decline' };

/** What a trained matcher would find in the few texts of these tests. */
const match = (text: string): Match => {
  if (/covered/i.test(text)) return sure('kind:entitlement', 'kind');
  return /renew/i.test(text) ? sure('faq:renew', 'entry') : NOTHING;
};

/** All that triage rests on, with the project's knowledge and a matcher that needs no training. */
export function assistantParts(): AssistantParts {
  const knowledge = projectKnowledge();
  return {
    knowledge,
    understand: understander(knowledge),
    match: async (text) => match(text),
    opening: () => ({ sentence: null, says: 'open' }),
    likest: () => null,
    isEnglishWord: () => true,
  };
}
