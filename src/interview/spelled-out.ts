import type { InterviewState } from './state.js';

const PLACES: readonly string[] = ['first', 'second', 'third', 'fourth', 'fifth'];
/** 'The first has …', 'the second one: …'; not 'the first year'. */
const COUNTED =
  /\b(?:the|my|our) (first|second|third|fourth|fifth)(?: (?:one|unit|device|ups|pdu|machine))?(?=\s*(?::|,|\b(?:has|is|was|got|had|an?|with|runs|comes|came|in|on|since|commissioned|nmc)\b))(?! an? (?:half|year|month|week|day))/gi;
/** 'Both have an NMC3', 'they were commissioned in May': of all devices that were spoken of. */
const OF_ALL =
  /^\W*(?:(?:and|ok|yes|so)[, ]+)*(both\b(?! of us)|all (?:of (?:them|those) |two |three |four |five )?(?=(?:were|are|have)\b)|each (?:of them )?(?=(?:has|have|was|is|got|with)\b)|they (?=(?:were|are|both|all|each|have (?:an?|no|the)|run on)\b))/i;

/**
 * A message about devices that were named before, with their names where it counts them ('the first has an NMC3, the second an NMC4') or
 * speaks of all ('both were commissioned in May'); as it is where it does neither, or where their names do not tell them apart.
 */
export function spelledOut(text: string, { devices }: InterviewState): string {
  const told = devices.filter(({ facts }) => Object.keys(facts).length > 0);
  const names = told.flatMap(({ facts }) => facts.family ?? []);
  // One that was told of without its name would be counted as well.
  if (names.length < told.length || names.length < 2 || new Set(names).size < names.length) return text;
  const counted = text.replace(COUNTED, (said: string, word: string) => {
    const name = names[PLACES.indexOf(word.toLowerCase())];
    return name === undefined ? said : `the ${name}`;
  });
  if (counted !== text) return counted;
  const all = OF_ALL.exec(text)?.[1]?.toLowerCase();
  return all === undefined || (all.startsWith('both') && names.length !== 2) ? text : `${names.join(' and ')}: ${text}`;
}
