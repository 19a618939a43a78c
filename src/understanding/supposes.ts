/** 'I want to know if our UPS …' asks whether it is so, and supposes nothing. */
const WHETHER =
  '(?<!\\b(?:know|tell|check|ask|asks|asked|asking|see|wonder|wondering|sure|confirm|out|say|verify|matter|doubt|me|us|you)\\s)';
const SUPPOSES = new RegExp(
  `\\b(?:what if|${WHETHER}if (?:i|we|it|they|he|she)\\b|${WHETHER}if (?:the|our|my|his|her|their|that|this)\\b|suppose|supposing|let['’]?s say|say (?:i|we|somebody)|say we|imagine|assuming)\\b`,
  'i',
);

/** Whether a text says that a device or a fact is only supposed ('and if it was commissioned in 2024?'). */
export const supposes = (text: string): boolean => SUPPOSES.test(text);
