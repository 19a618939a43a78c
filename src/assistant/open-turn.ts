import type { EntryId } from '../domain/ids.js';
import type { Question, Reply } from '../domain/reply.js';
import { currentDevice } from '../interview/state.js';
import { takeStatements } from '../interview/take-statements.js';
import { foreignLanguage } from '../understanding/language.js';
import { continuesDevice, SUPPOSES, withCorrections } from './continuation.js';
import { notices, optionOf } from './dialog-turn.js';
import { type DialogContext, entitlementTurn, standing } from './entitlement-turn.js';
import { leansBack, namesOnly, pickedEntry } from './follow-up.js';
import { identifiedTurn, identifyTurn } from './identify-turn.js';
import { openedAnswer } from './opened-answer.js';
import { common, entryById, suggest, withChoices } from './reply-parts.js';
import { type Route, routeOf } from './route.js';
import { type AskedPart, severalQuestions } from './several-questions.js';
import { smalltalkOf } from './smalltalk.js';
import type { TurnInput, TurnResult } from './turn.js';

/** A message that answers no open question: picked from an offer, leaning on the turn before, or standing alone. */
export async function oneTurn(turn: TurnInput): Promise<TurnResult> {
  const { session, understood, parts } = turn;
  const { knowledge } = parts;
  const picked = pickedEntry(understood.text, session, knowledge);
  if (picked) return reply({ kind: 'faq', ids: [picked] }, turn, 1);
  if (foreignLanguage(understood.text, parts.isEnglishWord)) return foreign(turn);
  if (continuesDevice(turn) || (turn.command === 'why' && session.last?.kind === 'entitlement')) {
    const known = currentDevice(session.interview)?.facts ?? {};
    return reply({ kind: 'entitlement' }, { ...turn, understood: withCorrections(understood, known, turn.today) }, 1);
  }
  const repeated = repeats(turn);
  if (repeated) return reply(repeated, turn, turn.match.confidence);
  const route = routeOf(turn.match, understood, knowledge);
  if (route.kind === 'faq' || route.kind === 'clarify' || route.kind === 'out-of-scope') {
    const asked = await severalQuestions(understood.text, parts.match);
    const each = asked && answerEach(asked, turn);
    if (each) return each;
  }
  const unsure =
    route.kind === 'clarify' || (route.kind === 'out-of-scope' && turn.match.ranked[0]?.group !== 'boundary');
  if (unsure && session.last && leansBack(understood.text)) {
    const joined = await withContext(turn);
    if (joined) return reply({ kind: 'faq', ids: [joined.id] }, turn, joined.confidence);
  }
  return reply(route, turn, turn.match.confidence);
}

/** A reply to each question in the order asked; the first one's kind stands for the whole. */
function answerEach(asked: readonly AskedPart[], turn: TurnInput): TurnResult | null {
  const replies = asked.map(({ text, match }) => {
    const part = { ...turn, match, understood: { ...turn.understood, text } };
    return reply(routeOf(match, part.understood, turn.parts.knowledge), part, match.confidence).reply;
  });
  const [first] = replies;
  return first === undefined
    ? null
    : { interview: turn.session.interview, offered: [], reply: { ...first, parts: replies } };
}

/**
 * What a message that leans on the turn before means with it: the entry that the two together ask for, if it is also among
 * the best for the message alone; the card just found stands for 'those'.
 */
async function withContext({ session, understood, match, parts }: TurnInput) {
  const { last } = session;
  if (last === null) return null;
  const own = new Set(
    match.ranked
      .slice(0, 3)
      .filter((r) => r.group === 'entry')
      .map((r) => r.label),
  );
  const card = last.kind === 'identify' ? currentDevice(session.interview)?.facts.nmc : undefined;
  const context = card ?? last.text;
  const joined = await parts.match(`${context} ${understood.text}`);
  const [top] = joined.ranked;
  if (top?.group !== 'entry' || !own.has(top.label) || joined.decision !== 'answer') return null;
  return { id: top.label.slice(top.label.indexOf(':') + 1) as EntryId, confidence: joined.confidence };
}

/** 'and the VXL?' repeats the question before it for another product. */
function repeats({ session, understood, match }: TurnInput): Route | null {
  if (!namesOnly(understood) || session.last === null) return null;
  const onePhase = understood.products.every((p) => p.kind === 'product' && p.product.class === 'one-phase');
  if (onePhase) return { kind: 'one-phase' };
  if (session.last.kind === 'faq') return { kind: 'faq', ids: session.last.ids };
  if (session.last.kind === 'entitlement') return { kind: 'entitlement' };
  return match.decision === 'answer' ? null : { kind: 'entitlement' };
}

function openQuestion({ session, parts, today }: TurnInput): Question | null {
  if (session.interview.pending === null) return null;
  return standing(session.interview, { knowledge: parts.knowledge, today, confidence: 1 }).question;
}

function reply(route: Route, turn: TurnInput, confidence: number): TurnResult {
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
    case 'human':
      return said({ ...base, kind: 'human', suggestions: pending?.choices ?? [] });
    case 'smalltalk':
      return said({
        ...base,
        kind: 'smalltalk',
        which: smalltalkOf(turn.understood.text),
        suggestions: pending?.choices ?? [],
      });
    case 'one-phase':
      return said({ ...base, kind: 'one-phase', sentences: onePhaseSentences(turn) });
    case 'identify':
      return identify(turn, context);
    case 'entitlement': {
      if (SUPPOSES.test(turn.understood.text)) return supposed(turn, context);
      const { state, touched } = takeStatements(interview, turn.understood, optionOf(turn));
      return { ...entitlementTurn(state, touched, notices(turn), context), offered: [] };
    }
  }
}

/** 'If I had …': decided like any device, and forgotten again. */
function supposed(turn: TurnInput, context: DialogContext): TurnResult {
  const { interview } = turn.session;
  const named = turn.understood.devices.some((d) => d.mention !== null);
  const from = named ? { ...interview, current: null } : interview;
  const { state, touched } = takeStatements(from, turn.understood, optionOf(turn));
  const { reply: said } = entitlementTurn(state, touched, [...notices(turn), { kind: 'supposed' }], context);
  return { interview, offered: [], reply: { ...said, pending: null, suggestions: [] } };
}

/** What the rules say of single-phase devices, for a message that names one or speaks of them in general. */
function onePhaseSentences({ parts }: TurnInput) {
  const row = parts.knowledge.rules.rows.find((r) => r.outcome === 'one-phase');
  return row ? [{ ...row.says, text: row.says.text.replace('{device}', 'That') }, ...row.actions] : [];
}

function identify(turn: TurnInput, context: DialogContext): TurnResult {
  const { interview } = turn.session;
  const current = currentDevice(interview);
  const stated = turn.understood.devices[0];
  const named = stated?.mention ? takeStatements(interview, turn.understood, optionOf(turn)).state : interview;
  const { evidence } = turn.understood;
  if (evidence && evidence.nmc !== 'unknown') {
    const { state } = takeStatements(named, turn.understood, optionOf(turn));
    return { ...identifiedTurn(state, evidence.because, context), offered: [] };
  }
  const fresh = current?.facts.nmc === undefined ? named : { ...named, current: null };
  return { ...identifyTurn({ ...fresh, identify: null }, context), offered: [] };
}

function foreign(turn: TurnInput): TurnResult {
  const { knowledge } = turn.parts;
  const { interview } = turn.session;
  const base = common(knowledge, interview, 1, { pending: openQuestion(turn) });
  return {
    interview,
    offered: [],
    reply: { ...base, kind: 'out-of-scope', topic: null, reason: 'language', near: [] },
  };
}
