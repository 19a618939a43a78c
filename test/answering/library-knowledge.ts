import type { Encoder } from '../../src/answering/encoder.js';
import type { Group } from '../../src/answering/model.js';
import type { Example } from '../../src/answering/train.js';
import { foldedWords } from '../../src/answering/words.js';

/**
 * A made-up public library: five entries, two kinds, five topics that it does not answer. Each label has subjects and ways of asking,
 * crossed; a voice has its own word for every subject. Plain on purpose, so that what a test finds follows from the method.
 */
const SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  'faq:opening-hours': [
    'opening hours',
    'when do you open',
    'closing time on saturday',
    'open on sunday',
    'what time you close',
  ],
  'faq:renew-loan': [
    'renewing a loan',
    'extend my borrowed books',
    'keep a book longer',
    'prolong the due date',
    'renewal of loans',
  ],
  'faq:library-card': [
    'getting a library card',
    'sign up as a reader',
    'new membership card',
    'join the library',
    'card for a child',
  ],
  'faq:late-fees': [
    'late fees',
    'fine for overdue books',
    'charge when I return late',
    'penalty for overdue items',
    'overdue fine',
  ],
  'faq:reserve-book': [
    'reserving a book',
    'put a title on hold',
    'reservation of a novel',
    'hold for a borrowed title',
    'reserve a dvd',
  ],
  'kind:human': [
    'a human please',
    'speak to a librarian',
    'talk with a person',
    'phone call with staff',
    'someone real to talk to',
  ],
  'kind:smalltalk': ['hello there', 'good morning', 'thank you very much', 'bye bye', 'nice to meet you'],
  'topic:parking': ['parking my car', 'car park spaces', 'where to park', 'parking ticket', 'bicycle parking racks'],
  'topic:wifi': [
    'wifi password',
    'wireless internet access',
    'internet connection drops',
    'wlan login',
    'connect my laptop to wifi',
  ],
  'topic:printing': [
    'printing a document',
    'photocopier price',
    'scan pages to usb',
    'colour printer',
    'paper jam in the copier',
  ],
  'topic:jobs': [
    'a job at the desk',
    'internship places',
    'apply for a position',
    'vacancies for trainees',
    'salary of an assistant',
  ],
  'topic:weather': ['weather tomorrow', 'will it rain', 'temperature outside', 'snow forecast', 'sunny weekend'],
};
const WAYS = ['', 'can you tell me about ', 'info: ', 'good day, I would like to know more on ', 'quick question re '];

export const examples: readonly Example[] = Object.entries(SUBJECTS).flatMap(([label, subjects]) =>
  WAYS.flatMap((way) => subjects.map((subject, i) => ({ text: `${way}${subject}`, label, voice: `voice ${i + 1}` }))),
);

const groupOf = (label: string): Group =>
  label.startsWith('faq:') ? 'entry' : label.startsWith('kind:') ? 'kind' : 'boundary';

export const groups: ReadonlyMap<string, Group> = new Map(Object.keys(SUBJECTS).map((l) => [l, groupOf(l)]));

/** Stands in for the sentence encoder: the same vector for the same words, one direction a word. Counts what it embeds. */
export function fakeEncoder(): Encoder & { readonly embedded: string[] } {
  const embedded: string[] = [];
  return {
    id: 'fake',
    size: 64,
    embedded,
    embed: async (texts) => {
      embedded.push(...texts);
      return texts.map((text) => {
        const vector = new Float32Array(64);
        for (const word of foldedWords(text)) {
          let hash = 7;
          for (const letter of word) hash = (hash * 31 + letter.charCodeAt(0)) % 64;
          vector[hash] = (vector[hash] ?? 0) + 1;
        }
        return vector;
      });
    },
  };
}
