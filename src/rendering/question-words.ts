import type { Facts } from '../domain/facts.js';
import type { Question } from '../domain/reply.js';
import { dateWords, onDate } from './date-words.js';
import { deviceWords, listWords } from './fact-words.js';

/** The dialog's question as one sentence. */
export function questionWords(question: Question, facts: Facts): string {
  const device = deviceWords(facts);
  const { because } = question;
  switch (because.kind) {
    case 'ambiguous-family':
      return `Which ${because.said} is it: ${listWords(because.options, 'or')}?`;
    case 'unknown-family':
      return `I do not know a product called '${because.said}'. Which product is it?`;
    case 'open-plan':
      return 'That name does not tell me which plan it is. Is it one of these, or none of them?';
    case 'contradiction':
      return because.start === 'in-effect'
        ? `Is the contract in effect, or did it end ${onDate(because.end)}?`
        : `Which is right: that it starts ${onDate(because.start)}, or that it ends ${onDate(because.end)}? Please give both dates.`;
    case 'narrower':
      return narrowerWords(question, because.known);
    case 'unknown':
      return plainWords(question, device);
  }
}

function narrowerWords(question: Question, known: Parameters<typeof dateWords>[0]): string {
  if (question.fact === 'commissioned')
    return `The exact day decides here. On which day was it commissioned (you said ${dateWords(known)})?`;
  if (question.fact === 'contractStart')
    return `Whether the contract has begun decides here. On which day does it start (you said ${dateWords(known)})?`;
  return `The exact day decides here. On which day does the contract end (you said ${onDate(known)})?`;
}

function plainWords(question: Question, device: string): string {
  switch (question.fact) {
    case 'family':
      return 'Which product is it? Its name will do, or its order number.';
    case 'nmc':
      return `Which network management card is in ${device}: NMC2, NMC3 or NMC4?`;
    case 'commissioned':
      return `When was ${device} commissioned? The month will often do.`;
    case 'plan':
      return `Which service plan is there for ${device}, if any?`;
    case 'contractStart':
      return 'Is the contract in effect, or when does it start?';
    case 'contractEnd':
      return 'When does the contract end?';
  }
}
