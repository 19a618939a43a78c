/** An entry of the knowledge base, such as `renew`. */
export type EntryId = string & { readonly __brand: 'EntryId' };
/** A topic that the knowledge base knowingly does not answer, such as `price-plan`. */
export type TopicId = string & { readonly __brand: 'TopicId' };
/** A row of the entitlement rules, such as `included`. */
export type RuleId = string & { readonly __brand: 'RuleId' };
/** A product of the catalogue, by its written name. */
export type ProductName = string & { readonly __brand: 'ProductName' };
/** A service plan of `plans.yaml`, such as `advantage-prime`; the values are fixed by FACT values (facts.ts). */
export type PlanId = string & { readonly __brand: 'PlanId' };
