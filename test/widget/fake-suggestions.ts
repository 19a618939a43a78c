import type { TypeAheadSuggestion } from '../../src/domain/type-ahead.js';

const question = (label: string): TypeAheadSuggestion => ({ kind: 'question', label, says: label });

/** What the fake server offers: three products for what ends in 'gal…', five things for 'which…', one for 'renew', else nothing. */
export function suggestionsFor(typed: string): readonly TypeAheadSuggestion[] {
  const galaxy = /gal\w*( v)?$/i.exec(typed);
  if (galaxy) {
    return ['Galaxy VS', 'Galaxy VM', 'Galaxy VL'].map((label) => ({
      kind: 'product',
      label,
      says: typed.slice(0, galaxy.index) + label,
    }));
  }
  if (typed.startsWith('which')) {
    return [
      question('What 3-Phase UPS and PDU products include 1-Year Secure NMC System?'),
      question('What happens if I do not purchase a Service plan with the Secure NMC System?'),
      question('How do I know if I have an NMC4, NMC3 or NMC2?'),
      { kind: 'product', label: 'Easy UPS 3-Phase Modular', says: 'Easy UPS 3-Phase Modular' },
      {
        kind: 'plan',
        label: 'stand-alone preventive maintenance visit',
        says: 'stand-alone preventive maintenance visit',
      },
    ];
  }
  return typed === 'renew' ? [question('How do I renew the Secure NMC System?')] : [];
}
