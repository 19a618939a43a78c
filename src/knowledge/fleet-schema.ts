import { z } from 'zod';

/** What a column of a list of devices can hold; `other`: something that is not needed, under a heading that looks like one that is. */
export const COLUMN_KINDS = [
  'family',
  'nmc',
  'evidence',
  'cardFirmware',
  'commissioned',
  'plan',
  'contractStart',
  'contractEnd',
  'serial',
  'site',
  'name',
  'other',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

const text = z.string().trim().min(1);
const words = z.array(text).min(1);

export const fleetSchema = z.strictObject({
  columns: z
    .array(z.strictObject({ holds: z.enum(COLUMN_KINDS), names: words }))
    .refine((columns) => COLUMN_KINDS.every((kind) => columns.filter((c) => c.holds === kind).length === 1), {
      message: `name each of these once under 'holds': ${COLUMN_KINDS.join(', ')}`,
    }),
  words: z.strictObject({
    unknown: words,
    noPlan: words,
    otherPlan: words,
    noCard: words,
    notYet: words,
    inEffect: words,
    runsOn: words,
  }),
});

/** How people head and fill lists of devices, from `fleet-columns.yaml`. */
export type FleetWords = z.infer<typeof fleetSchema>;

/** A heading as it is compared: small letters without accents, every run of other signs one blank. */
export const foldHeading = (heading: string): string =>
  heading
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#/]+/gu, ' ')
    .trim();
