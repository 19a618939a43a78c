import { z } from 'zod';

/** The cards that evidence can show. */
export const CARD_IDS = ['NMC1', 'NMC2', 'NMC3', 'NMC4'] as const;
export type CardId = (typeof CARD_IDS)[number];

/** A: vendor page, or two independent sources. B: one source. C: inference. */
export type CardConfidence = 'A' | 'B' | 'C';

/** Kinds of evidence, the plainest first: of equally sure pieces the earlier kind is named as the reason. */
export const SIGN_KINDS = ['hardware', 'name', 'part', 'version', 'ending', 'product'] as const;
export type SignKind = (typeof SIGN_KINDS)[number];

/** Whether a pattern repeats something without an upper bound (`*`, `+`, `{2,}`), character classes and escapes aside. */
function repeatsWithoutBound(pattern: string): boolean {
  const bare = pattern.replace(/\\[\s\S]/g, 'e').replace(/\[[^\]]*\]/g, 'c');
  return /[*+]|\{\d+,\}/.test(bare);
}

/**
 * A regular expression written in the data. Only bounded repetition is allowed: then the work at each place of a
 * text is bounded, and searching a text takes time in proportion to its length.
 */
const pattern = (groups: readonly string[]) =>
  z.string().transform((text, ctx): RegExp => {
    const refuse = (why: string) => {
      ctx.addIssue({ code: 'custom', message: `pattern ${text} ${why}` });
      return z.NEVER;
    };
    if (repeatsWithoutBound(text)) {
      return refuse('repeats without a bound; write {0,40} or the like in place of * and +');
    }
    for (const group of groups) {
      if (!text.includes(`(?<${group}>`)) return refuse(`lacks the group (?<${group}>…)`);
    }
    try {
      const compiled = new RegExp(text, 'dgi');
      return new RegExp(`^(?:${text})$`).test('') ? refuse('matches the empty text') : compiled;
    } catch (error) {
      return refuse(`is no regular expression: ${error instanceof Error ? error.message : String(error)}`);
    }
  });

const card = z.enum(CARD_IDS);
const confidence = z.enum(['A', 'B', 'C']);
const sentence = z.string().trim().min(1);
const sourceKey = z.string().regex(/^[a-z0-9-]+$/, 'a source is named by a key of `sources`');

const sign = z.strictObject({ pattern: pattern([]), nmc: card, confidence, source: sourceKey });
const reason = z.strictObject({ pattern: pattern([]), because: sentence, source: sourceKey });
const template = (...slots: readonly string[]) =>
  sentence.refine((text) => slots.every((slot) => text.includes(`{${slot}}`)), {
    error: `the template needs ${slots.map((slot) => `{${slot}}`).join(', ')}`,
  });

const raw = z.strictObject({
  sources: z.record(sourceKey, sentence),
  wording: z.strictObject({
    /** What a piece of each kind shows. */
    because: z.record(z.enum(['hardware', 'name', 'part', 'ending', 'product']), template('said', 'card')),
    agrees: template('said'),
    agreesVersion: template('said'),
    contradiction: template('pieces'),
    pieceOfContradiction: template('said', 'card'),
    otherHardware: template('pieces', 'reason'),
    unknownCode: template('said'),
    unsettledCode: template('said'),
    partsMissing: template('said'),
    noSuchVersion: template('said'),
    denied: template('said'),
    nothing: sentence,
    noSource: sentence,
  }),
  /** Words right before a piece that take it back: 'not an'. */
  denial: pattern([]),
  names: z.array(z.strictObject({ pattern: pattern(['card']), confidence, source: sourceKey })),
  hardware: z.strictObject({
    patterns: z.array(pattern(['code'])),
    codes: z.array(
      z.strictObject({
        code: z.string().regex(/^\d\d$/),
        /** Null: no source settles which card it is. */
        nmc: card.nullable(),
        confidence: confidence.nullable(),
        source: sourceKey,
      }),
    ),
  }),
  parts: z.array(sign),
  endings: z.array(sign),
  products: z.array(sign),
  versions: z.strictObject({
    /** The source named where a version tells no card. */
    source: sourceKey,
    patterns: z.array(pattern(['version'])),
    rules: z.array(
      z.strictObject({
        nmc: card,
        /** How many parts the version has. */
        parts: z.int().min(2),
        /** Whether x, y and z may stand for parts ('2.x.y.z'). */
        placeholders: z.boolean(),
        majors: z.array(z.int().min(0)),
        because: template('said'),
        confidence,
        source: sourceKey,
      }),
    ),
    /** Hardware that shows versions of the same form, so that with it they decide nothing. */
    unless: z.array(reason.extend({ nmc: z.array(card) })),
  }),
  /** Products that come with more than one card: beside them no product decides. */
  openProducts: z.array(reason),
  /** Cards that are none of NMC1 to NMC4: with them nothing else in the text decides. */
  otherCards: z.array(reason),
  /** What looks like evidence and is none; the first that is found gives the reason. */
  decidesNothing: z.array(reason),
});

/** `nmc-cards.yaml` as read: patterns compiled, each source key replaced by its sentence. */
export const cardSchema = raw.transform((cards, ctx) => {
  const source = (key: string, path: readonly (string | number)[]): string => {
    const said = cards.sources[key];
    if (said !== undefined) return said;
    ctx.addIssue({
      code: 'custom',
      path: [...path, 'source'],
      message: `source '${key}' is not among the keys of sources`,
    });
    return key;
  };
  const sourced = <T extends { readonly source: string }>(
    items: readonly T[],
    ...path: readonly string[]
  ): readonly T[] => items.map((item, i) => ({ ...item, source: source(item.source, [...path, i]) }));
  const { sources: _, ...rest } = cards;
  return {
    ...rest,
    names: sourced(cards.names, 'names'),
    hardware: { ...cards.hardware, codes: sourced(cards.hardware.codes, 'hardware', 'codes') },
    parts: sourced(cards.parts, 'parts'),
    endings: sourced(cards.endings, 'endings'),
    products: sourced(cards.products, 'products'),
    versions: {
      ...cards.versions,
      source: source(cards.versions.source, ['versions']),
      rules: sourced(cards.versions.rules, 'versions', 'rules'),
      unless: sourced(cards.versions.unless, 'versions', 'unless'),
    },
    openProducts: sourced(cards.openProducts, 'openProducts'),
    otherCards: sourced(cards.otherCards, 'otherCards'),
    decidesNothing: sourced(cards.decidesNothing, 'decidesNothing'),
  };
});

/** What `nmc-cards.yaml` says, checked: how to tell a card from a text. Sources are sentences for people. */
export type CardKnowledge = DeepReadonly<z.output<typeof cardSchema>>;
type DeepReadonly<T> = T extends RegExp
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
      : T;
