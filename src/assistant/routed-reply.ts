import type { EntryId } from '../domain/ids.js';
import type { Question, Reply } from '../domain/reply.js';
import { forgetFact } from '../interview/merge-facts.js';
import { currentDevice, updateDevice } from '../interview/state.js';
import { takeStatements } from '../interview/take-statements.js';
import { supposes } from '../understanding/supposes.js';
import { notices, optionOf } from './dialog-turn.js';
import { type DialogContext, entitlementTurn, standing } from './entitlement-turn.js';
import { handOffBrief } from './hand-off.js';
import { identifiedTurn, identifyTurn } from './identify-turn.js';
import { onePhaseSentences } from './one-phase.js';
import { openedAnswer } from './opened-answer.js';
import { common, entryById, suggest, withChoices } from './reply-parts.js';
import type { Route } from './route.js';
import { smalltalkOf } from './smalltalk.js';
import type { TurnInput, TurnResult } from './turn.js';

/** The dialog's question that is still open, which follows whatever else is said. */
export function openQuestion({ session, parts, today }: TurnInput): Question | null {
  if (session.interview.pending === null) return null;
  return standing(session.interview, { knowledge: parts.knowledge, today, confidence: 1 }).question;
}

/** What is said to a message of which it is known what it asks for. */
export function routedReply(route: Route, turn: TurnInput, confidence: number): TurnResult {
  const { knowledge } = turn.parts;
  const { interview } = turn.session;
  const pending = openQuestion(turn);
  const context: DialogContext = { knowledge, today: turn.today, confidence };
  const said = (r: Reply, offered: readonly EntryId[] = []): TurnResult => ({ interview, offered, reply: r });
  const base = common(knowledge, interview, confidence, { pending });
  switch (route.kind) {
    case 'faq': {
      const entries = route.ids.map((id) => entryById(knowledge, id)).filter((e) => e !== null);
      const suggestions = withChoices(pending, suggest(knowledge, entries[0]?.followUps ?? []));
      return said({
        ...base,
        suggestions,
        kind: 'faq',
        answers: entries.map((e) =>
          openedAnswer(e, turn.understood.text, turn.parts.opening(e.id, turn.understood.text)),
        ),
      });
    }
    case 'clarify': {
      const entries = route.ids.map((id) => entryById(knowledge, id)).filter((e) => e !== null);
      const suggestions = suggest(knowledge, route.ids);
      return said(
        { ...base, suggestions, kind: 'clarify', options: entries.map(({ id, title }) => ({ id, title })) },
        route.ids,
      );
    }
    case 'out-of-scope': {
      const near = route.near.map((id) => entryById(knowledge, id)).filter((e) => e !== null);
      const topic = route.topic && {
        id: route.topic.id,
        title: route.topic.title,
        says: route.topic.says,
        ask: route.topic.ask,
      };
      const suggestions = withChoices(pending, suggest(knowledge, route.near));
      const offers = near.map(({ id, title }) => ({ id, title }));
      return said({ ...base, suggestions, kind: 'out-of-scope', topic, reason: 'not-known', near: offers }, route.near);
    }
    case 'human': {
      // Whoever asks again for a person is not asked back again.
      const goesOn = turn.session.handedOff ? null : pending;
      const brief = handOffBrief(turn.session, knowledge, turn.today);
      return said({ ...base, pending: goesOn, kind: 'human', brief, suggestions: goesOn?.choices ?? [] });
    }
    case 'smalltalk':
      return said({
        ...base,
        kind: 'smalltalk',
        which: smalltalkOf(turn.understood.text),
        suggestions: pending?.choices ?? [],
      });
    case 'one-phase':
      return said({ ...base, kind: 'one-phase', sentences: onePhaseSentences(turn.parts.knowledge, null) });
    case 'identify':
      return identify(turn, context);
    case 'entitlement': {
      if (supposes(turn.understood.text)) return supposed(turn, context);
      const { state, touched } = takeStatements(interview, turn.understood, optionOf(turn));
      return { ...entitlementTurn(state, touched, notices(turn), context), offered: [] };
    }
  }
}

/** 'If I had …': decided like any device, and forgotten again. */
export function supposed(turn: TurnInput, context: DialogContext): TurnResult {
  const { interview } = turn.session;
  const named = turn.understood.devices.some((d) => d.mention !== null);
  const from = named ? { ...interview, current: null } : interview;
  const { state, touched } = takeStatements(from, turn.understood, optionOf(turn));
  const { reply: said } = entitlementTurn(state, touched, [...notices(turn), { kind: 'supposed' }], context);
  const reply: Reply = { ...said, pending: null, suggestions: [] };
  const device = currentDevice(interview);
  const verdict = device === null ? null : standing(interview, context).verdict;
  const known = { facts: device?.facts ?? {}, verdict };
  return { interview, offered: [], reply: reply.kind === 'entitlement' ? { ...reply, known } : reply };
}

function identify(turn: TurnInput, context: DialogContext): TurnResult {
  const { interview } = turn.session;
  const current = currentDevice(interview);
  const stated = turn.understood.devices[0];
  const named = stated?.mention ? takeStatements(interview, turn.understood, optionOf(turn)).state : interview;
  const { evidence } = turn.understood;
  if (evidence && evidence.nmc !== 'unknown') {
    const { state } = takeStatements(named, turn.understood, optionOf(turn));
    // Said and shown are not the same card: neither is preferred.
    if (turn.understood.troubles.some((t) => t.kind === 'card-conflict')) {
      const open = updateDevice(state, (device) => forgetFact(device, 'nmc'));
      return { ...entitlementTurn(open, [], notices(turn), context), offered: [] };
    }
    return { ...identifiedTurn(state, evidence.because, context), offered: [] };
  }
  // In the middle of a dialog it is the device spoken of whose card is looked for, even where one was named before.
  const same = current?.facts.nmc === undefined || interview.pending !== null;
  const fresh = same ? named : { ...named, current: null };
  return { ...identifyTurn({ ...fresh, identify: null }, context), offered: [] };
}
