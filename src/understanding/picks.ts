const ORDINALS: readonly (readonly string[])[] = [
  ['first', '1st', 'former'],
  ['second', '2nd'],
  ['third', '3rd'],
  ['fourth', '4th'],
  ['fifth', '5th'],
];
const NUMBERS = ['one', 'two', 'three', 'four', 'five'];
/** Words that choose nothing by themselves. */
const FILLER: ReadonlySet<string> = new Set(
  'the one ones option options question questions point number no nr please pls i mean meant want would like take ll d let s go with for it is was about answer tell show give me ok okay yes yeah yep and then that this those these them to know more of on in list would rather'.split(
    ' ',
  ),
);

/** More words than this say more than which one. */
const MOST_WORDS = 9;

/**
 * Which of so many things offered a message picks, as indexes: 'the second one', 'number two', '2', 'the last', 'both', '1 and 3';
 * none where it says anything else. `digits`: whether a bare figure picks; it does not where the things have figures of their own.
 */
export function picksOf(text: string, count: number, digits: boolean): readonly number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (count === 0 || words.length === 0 || words.length > MOST_WORDS || text.includes('?')) return [];
  const picked = new Set<number>();
  const all = () => {
    for (let i = 0; i < count; i++) picked.add(i);
  };
  for (const [i, word] of words.entries()) {
    const ordinal = ORDINALS.findIndex((names) => names.includes(word));
    const figure = /^\d$/.test(word) ? Number(word) - 1 : NUMBERS.indexOf(word);
    const numbered = /^(?:number|nr|no|option|question|point)$/.test(words[i - 1] ?? '');
    if (ordinal >= 0) picked.add(ordinal);
    else if (word === 'last' || word === 'latter') picked.add(count - 1);
    else if (word === 'all' || word === 'everything' || (word === 'both' && count === 2)) all();
    else if (numbered && figure >= 0) picked.add(figure);
    else if (/^\d$/.test(word) && digits) picked.add(figure);
    else if (words[i - 1] === 'first' && figure === 1) picked.add(1);
    else if (words[i - 1] !== 'all' || figure !== count - 1) {
      if (!FILLER.has(word)) return [];
    }
  }
  return [...picked].every((p) => p >= 0 && p < count) ? [...picked].sort((a, b) => a - b) : [];
}
