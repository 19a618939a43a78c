import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Assistant } from '../../src/assistant/assistant.js';
import { createAssistant } from '../../src/assistant/assistant.js';
import { complains } from '../../src/assistant/complaint.js';
import { EMPTY_SESSION, type Session } from '../../src/assistant/session.js';
import { day } from '../../src/domain/day.js';
import { toContract } from '../../src/rendering/contract.js';
import { understander } from '../../src/understanding/understand.js';
import { projectKnowledge } from '../support/knowledge.js';

const { complaint, other }: { readonly complaint: readonly string[]; readonly other: readonly string[] } = parse(
  readFileSync(join(__dirname, '../cases/complaints.yaml'), 'utf8'),
);

describe('what complains of an answer, and nothing else', () => {
  test.each(complaint)('%s', (text) => expect(complains(text)).toBe(true));
});

describe('what is no complaint', () => {
  test.each(other)('%s', (text) => expect(complains(text)).toBe(false));
});

/** Takes what asks for cover for a device's case, what asks otherwise for the entry on renewal, and all else for nothing that it knows. */
function assistant(): Assistant {
  const knowledge = projectKnowledge();
  return createAssistant({
    knowledge,
    understand: understander(knowledge),
    match: async (text) => {
      if (text.includes('covered'))
        return {
          ranked: [{ label: 'kind:entitlement', group: 'kind', score: 1 }],
          confidence: 0.95,
          decision: 'answer',
        };
      return {
        ranked: [{ label: 'faq:renew', group: 'entry', score: 1 }],
        confidence: text.includes('renew') ? 0.95 : 0.1,
        decision: text.includes('renew') ? 'answer' : 'decline',
      };
    },
    opening: () => ({ sentence: 0, lead: null }) as never,
    likest: () => null,
    isEnglishWord: () => true,
  });
}
const today = day('2026-11-22');
/** The session after these messages, with the last reply. */
async function after(...messages: readonly string[]) {
  let session: Session = EMPTY_SESSION;
  let last = null;
  for (const text of messages) {
    const turn = await assistant().turn(session, { text }, today);
    session = turn.session;
    last = turn.reply;
  }
  if (last === null) throw new Error('nothing was said');
  return { session, reply: last };
}
const DEVICE = 'is my Galaxy VS covered?';

describe('a complaint', () => {
  test('is one only after an answer', async () => {
    expect((await after('that was wrong')).reply.kind).toBe('out-of-scope');
    expect((await after('cancel', 'that was wrong')).reply.kind).toBe('out-of-scope');
  });

  test('leaves all as it was: the same answer can be complained of again, and leaned on', async () => {
    const before = await after('how do I renew it?');
    const then = await after('how do I renew it?', 'that was wrong');
    expect(then.reply).toMatchObject({ kind: 'smalltalk', which: 'complaint', pending: null });
    expect(then.session).toEqual(before.session);
    expect((await after('how do I renew it?', 'wrong', 'still wrong')).reply).toMatchObject({ which: 'complaint' });
  });

  test('in the dialog is followed by the question that is open, and changes no fact', async () => {
    const { reply } = await after(DEVICE, 'NMC3', 'no, that is wrong');
    expect(reply).toMatchObject({ kind: 'smalltalk', which: 'complaint', facts: { nmc: 'NMC3' } });
    expect(reply.pending?.fact).toBe('commissioned');
    const { text, suggestions } = toContract(reply, 0, { contact: 'the desk', keepsFeedback: true });
    expect(text).toMatch(
      /^I am sorry that my answer was not right for you\. What you say is kept with it.*\bask a person: the desk\.\s+Back to the Galaxy VS[^:]*: When was/s,
    );
    expect(suggestions).toEqual(reply.pending?.choices.map(({ says }) => says));
  });

  test('with a fact in it corrects that fact, in the dialog and after it', async () => {
    const corrected = await after(DEVICE, 'NMC3', 'wrong, it is an NMC2');
    expect(corrected.reply).toMatchObject({ kind: 'entitlement', facts: { nmc: 'NMC2' } });
    const decided = await after(
      'is my Galaxy VS with NMC3, commissioned 14 May 2026, covered?',
      'wrong, it has an NMC2',
    );
    expect(decided.reply).toMatchObject({ kind: 'entitlement', verdict: { outcome: 'not-eligible-nmc2' } });
  });

  test('is not said to be kept where nothing is', async () => {
    const { reply } = await after('how do I renew it?', 'wrong answer');
    expect(toContract(reply, 0, { contact: 'the desk' }).text).not.toMatch(/kept/);
  });
});
