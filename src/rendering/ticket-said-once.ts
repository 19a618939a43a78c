import type { CitedSentence } from '../domain/citation.js';
import type { Answer } from '../domain/reply.js';
import type { TicketAsk } from '../domain/ticket.js';

/** From this share of its sources on, what can be done for a device is what an answer beside it says, in other words. */
const SAME = 0.5;

/**
 * The asks of a ticket without what a draft would say twice: an answer that another ask has already; what an answer adds from another
 * question of the source, where that is answered beside it or was added before; why a verdict holds and what can be done, where an
 * answer tells. What opens an answer, what it says of its own question, and the verdict itself stay.
 */
export function saidOnce(asks: readonly TicketAsk[]): readonly TicketAsk[] {
  const answers = asks.flatMap((ask) => answerOf(ask) ?? []);
  const topics = asks.flatMap((ask) => (ask.kind === 'out-of-scope' ? ask.topics.map(({ says }) => says) : []));
  const answered = sourcesOf([...answers.flatMap(({ sentences }) => sentences), ...topics]);
  const said = new Set<string>();
  const told = new Set<string>();
  return asks.flatMap((ask): readonly TicketAsk[] => {
    if (ask.kind === 'faq' || ask.kind === 'identify') {
      if (ask.answer === null) return [ask];
      const { answer } = ask;
      if (told.has(answer.id)) return [];
      told.add(answer.id);
      const others = answers.filter(({ id }) => id !== answer.id);
      const elsewhere = new Set([...said, ...sourcesOf(others.flatMap(ofOwnQuestion))]);
      const own = new Set(ofOwnQuestion(answer));
      const sentences = answer.sentences.filter((s, i) => i === 0 || own.has(s) || shareIn(elsewhere, s) < 1);
      for (const source of sourcesOf(sentences)) said.add(source);
      return [{ ...ask, answer: { ...answer, sentences } }];
    }
    if (ask.kind !== 'entitlement') return [ask];
    const { reasons, actions } = ask.verdict;
    const isOwn = (s: CitedSentence): boolean => shareIn(answered, s) < SAME;
    return [{ ...ask, verdict: { ...ask.verdict, reasons: reasons.filter(isOwn), actions: actions.filter(isOwn) } }];
  });
}

const answerOf = (ask: TicketAsk): Answer | null => (ask.kind === 'faq' || ask.kind === 'identify' ? ask.answer : null);

/** The sentences of an answer that rest on the question that it answers. */
const ofOwnQuestion = ({ title, sentences }: Answer): readonly CitedSentence[] =>
  sentences.filter(({ citations }) => citations.some((c) => c.title === title));

const keysOf = ({ citations }: CitedSentence): readonly string[] =>
  citations.map((c) => `${c.source} ${c.question}.${c.sentence}`);

const sourcesOf = (sentences: readonly CitedSentence[]): ReadonlySet<string> => new Set(sentences.flatMap(keysOf));

/** How much of what a sentence rests on is among the sources, 0 to 1; 0 for one that rests on nothing. */
function shareIn(sources: ReadonlySet<string>, sentence: CitedSentence): number {
  const keys = keysOf(sentence);
  return keys.length === 0 ? 0 : keys.filter((key) => sources.has(key)).length / keys.length;
}
