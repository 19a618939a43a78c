import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type DialogContext, entitlementTurn, explainQuestion } from '../../src/assistant/entitlement-turn.js';
import { askToErase, erasedReply, nothingErased } from '../../src/assistant/erase.js';
import { identifiedTurn, identifyTurn } from '../../src/assistant/identify-turn.js';
import { cancelReply, nothingToRead, questionList } from '../../src/assistant/plain-replies.js';
import { common } from '../../src/assistant/reply-parts.js';
import type { Route } from '../../src/assistant/route.js';
import { routedReply } from '../../src/assistant/routed-reply.js';
import { EMPTY_SESSION, type Session } from '../../src/assistant/session.js';
import type { TurnInput } from '../../src/assistant/turn.js';
import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import type { Notice, Reply } from '../../src/domain/reply.js';
import { addDevice, EMPTY_INTERVIEW } from '../../src/interview/state.js';
import { understander } from '../../src/understanding/understand.js';
import { projectKnowledge } from './knowledge.js';
import { factsOf } from './timelines.js';

/** A reply, and what it is an example of. */
export interface Example {
  readonly of: string;
  readonly reply: Reply;
}

const knowledge = projectKnowledge();
const today = day('2026-11-22');
const context: DialogContext = { knowledge, today, confidence: 1 };
const understand = understander(knowledge);

const sessionWith = (facts: Facts): Session => ({
  ...EMPTY_SESSION,
  interview: entitlementTurn(addDevice(EMPTY_INTERVIEW, facts), [0], [], context).interview,
});

function routed(route: Route, text: string, session = EMPTY_SESSION): Reply {
  const match: TurnInput['match'] = { ranked: [], confidence: 1, decision: 'answer' };
  const read = (piece: string) => understand(piece, { today });
  const opening = () => ({ sentence: null, says: 'open' }) as const;
  const parts = {
    knowledge,
    understand,
    match: async () => match,
    likest: () => null,
    opening,
    isEnglishWord: () => true,
  };
  return routedReply(route, { session, understood: read(text), read, match, today, parts, command: null }, 1).reply;
}

const entitled = (facts: Readonly<Record<string, string>>, notices: readonly Notice[] = []): Reply =>
  entitlementTurn(addDevice(EMPTY_INTERVIEW, factsOf(facts)), [0], notices, context).reply;

/** Each entry's answer, alone and in the middle of the dialog. */
export function faqExamples(): readonly Example[] {
  const session = sessionWith(factsOf({ family: 'Galaxy VS' }));
  return knowledge.entries.flatMap(({ id, title }) => [
    { of: id, reply: routed({ kind: 'faq', ids: [id] }, title) },
    { of: `${id}, while a question of the dialog is open`, reply: routed({ kind: 'faq', ids: [id] }, title, session) },
  ]);
}

/** Each topic that is knowingly not answered. */
export const boundaryExamples = (): readonly Example[] =>
  [...knowledge.boundaries.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((topic) => ({
      of: topic.id,
      reply: routed({ kind: 'out-of-scope', topic, near: topic.related }, topic.title),
    }));

interface VerdictCase {
  readonly asOf: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly expect: { readonly outcome?: string };
}

/** For each outcome of the rules the first case of the cases that has it. */
export function verdictExamples(): readonly Example[] {
  const cases: readonly VerdictCase[] = parse(readFileSync(join(__dirname, '../cases/entitlement.yaml'), 'utf8'));
  const outcomes = [...new Set(knowledge.rules.rows.map((row) => row.outcome)), 'undetermined'];
  return outcomes.map((outcome) => {
    const found = cases.find(({ asOf, expect }) => expect.outcome === outcome && asOf === today);
    if (!found) throw new Error(`test/cases/entitlement.yaml has no case of ${outcome} as of ${today}`);
    return { of: outcome, reply: entitled(found.facts) };
  });
}

/** Each question of the interview, and each reason for which the plain one does not do. */
export function questionExamples(): readonly Example[] {
  const card = { family: 'Galaxy VS', nmc: 'NMC3' };
  const over = { ...card, commissioned: '2024-05-14' };
  const asked: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'which product': {},
    'which of several products': { family: 'Symmetra' },
    'which product, where the name is unknown': { family: 'Zorgon 9' },
    'which card': { family: 'Galaxy VS' },
    'when commissioned': card,
    'on which day commissioned': { ...card, commissioned: '2025-11', plan: 'none' },
    'which plan': over,
    'which plan, where its name is unknown': { ...over, plan: 'other' },
    'when the contract starts': { ...over, plan: 'advantage-prime' },
    'which of two dates of a contract is right': {
      ...over,
      plan: 'advantage-prime',
      contractStart: 'in-effect',
      contractEnd: '2025-01-01',
    },
  };
  const why = explainQuestion(sessionWith(factsOf(card)).interview, context).reply;
  return [
    ...Object.entries(asked).map(([of, facts]) => ({ of, reply: entitled(facts) })),
    { of: 'why that is asked', reply: why },
  ];
}

/** The other kinds of reply, each in all its forms that differ in what they say. */
export function otherExamples(): readonly Example[] {
  const device = addDevice(EMPTY_INTERVIEW, factsOf({ family: 'Galaxy VS' }));
  const ways = [null, 'web-page', 'other-evidence'] as const;
  const known = addDevice(EMPTY_INTERVIEW, factsOf({ family: 'Galaxy VS', nmc: 'NMC3' }));
  const base = common(knowledge, EMPTY_INTERVIEW, 1);
  const [first, second] = knowledge.entries;
  if (!first || !second) throw new Error('the knowledge has no two entries');
  const two = [
    { family: 'Galaxy VS', nmc: 'NMC2' },
    { family: 'Galaxy VL', nmc: 'NMC3', commissioned: '2026-05-14' },
  ];
  const devices = two.reduce((state, facts) => addDevice(state, factsOf(facts)), EMPTY_INTERVIEW);
  const small = ['greeting', 'thanks', 'bye', 'who', 'other', 'welcome', 'complaint'] as const;
  const several = {
    ...routed({ kind: 'faq', ids: [first.id] }, first.title),
    parts: [first, second].map(({ id, title }) => routed({ kind: 'faq', ids: [id] }, title)),
  };
  const examples: Readonly<Record<string, Reply>> = {
    clarify: routed({ kind: 'clarify', ids: knowledge.entries.slice(0, 3).map(({ id }) => id) }, 'what?'),
    'several questions at once': several,
    'several devices at once': entitlementTurn(devices, [0, 1], [], context).reply,
    'one-phase': routed({ kind: 'one-phase' }, 'Back-UPS?'),
    human: routed({ kind: 'human' }, 'a person, please'),
    'out-of-scope: not known': routed({ kind: 'out-of-scope', topic: null, near: [] }, 'the weather?'),
    'out-of-scope: empty': nothingToRead('empty', EMPTY_SESSION, knowledge, today).reply,
    'out-of-scope: too long': nothingToRead('too-long', EMPTY_SESSION, knowledge, today).reply,
    'identify: known': identifiedTurn(known, null, context).reply,
    'smalltalk: questions': questionList(EMPTY_SESSION, knowledge, today).reply,
    'cancel: erase': askToErase(EMPTY_SESSION, knowledge).reply,
    'cancel: erased': erasedReply(knowledge),
    'cancel: kept': nothingErased(EMPTY_SESSION, knowledge, today).reply,
    'cancel: nothing': cancelReply('cancel', EMPTY_SESSION, knowledge).reply,
    'cancel: start over': cancelReply('start-over', EMPTY_SESSION, knowledge).reply,
    ...Object.fromEntries(
      small.map((which) => [`smalltalk: ${which}`, { ...base, kind: 'smalltalk', which } as const]),
    ),
    ...Object.fromEntries(
      ways.map((identify) => {
        const { reply } = identifyTurn({ ...device, open: true, identify }, context);
        return [`identify: ${reply.kind === 'identify' ? reply.step : reply.kind}`, reply];
      }),
    ),
  };
  return Object.entries(examples)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([of, reply]) => ({ of, reply }));
}
