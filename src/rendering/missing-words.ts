import type { Verdict } from '../domain/verdict.js';
import { listWords } from './fact-words.js';
import { WORDING } from './wording.js';

/** The facts that a verdict misses, in a sentence; when a contract takes effect is no matter before it is known which. */
export const missingWords = ({ missing }: Pick<Verdict, 'missing'>): string =>
  listWords(
    missing
      .filter((fact) => !(fact === 'contractStart' && missing.includes('plan')))
      .map((fact) => WORDING.factNames[fact]),
    'and',
  );
