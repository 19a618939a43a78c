/**
 * Entries that more is done with than answering them, by what they are about. The knowledge base must have each: one that is renamed there
 * is renamed here.
 */
export const ENTRY = {
  whatItIs: 'what-is-sns',
  products: 'included-products',
  otherProducts: 'out-of-scope-devices-update',
  oldCards: 'nmc2-availability',
  showsCard: 'identify-nmc',
  withoutPlan: 'no-service-plan',
  goesOn: 'renew',
} as const;

/** The matcher's label of an entry. */
export const entryLabel = (id: string): string => `faq:${id}`;
