import { seeded } from '../../../src/answering/seeded.js';
import type { Example } from '../../../src/answering/train.js';

/** Entries of the made-up knowledge base; with more phrasings each entry has more. */
const ENTRIES = 100;
const VOICES = ['a', 'b', 'c', 'd', 'e'];
const COMMON_WORDS = 2_000;
const OWN_WORDS = 12;

/** A pronounceable word for a number, always the same. */
function wordOf(number: number): string {
  const syllables = [
    'ba',
    'ce',
    'di',
    'fo',
    'gu',
    'ha',
    'je',
    'ki',
    'lo',
    'mu',
    'na',
    'pe',
    'qui',
    'ro',
    'su',
    'ta',
    've',
    'wi',
    'xo',
    'zu',
  ];
  let rest = number + 1;
  let word = '';
  while (rest > 0) {
    word += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length);
  }
  return word;
}

/** Sentences about entries: a few words of the entry's own among common ones, whose ranks follow Zipf's law as those of a language do. */
export function sentenceMaker(seed: number): (entry: number) => string {
  const random = seeded(seed);
  const zipf = () => Math.floor(COMMON_WORDS ** random()) - 1;
  return (entry) => {
    const length = 5 + Math.floor(random() * 12);
    const words = Array.from({ length }, () =>
      random() < 0.3 ? wordOf(10_000 + entry * OWN_WORDS + Math.floor(random() * OWN_WORDS)) : wordOf(zipf()),
    );
    return words.join(' ');
  };
}

/** So many phrasings, evenly over entries and voices; the same for the same count. */
export function syntheticExamples(count: number): readonly Example[] {
  const sentence = sentenceMaker(1);
  return Array.from({ length: count }, (_, i): Example => {
    const entry = i % ENTRIES;
    return {
      text: `${sentence(entry)} ${wordOf(i)}`,
      label: `faq:${entry}`,
      voice: VOICES[Math.floor(i / ENTRIES) % VOICES.length] ?? 'a',
    };
  });
}

/** Messages that are none of the phrasings, a tenth of them about nothing that is known. */
export function syntheticMessages(count: number): readonly string[] {
  const sentence = sentenceMaker(2);
  return Array.from({ length: count }, (_, i) => sentence(i % 10 === 0 ? ENTRIES + i : i % ENTRIES));
}
