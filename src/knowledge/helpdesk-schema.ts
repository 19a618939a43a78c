import { z } from 'zod';
import type { Problem } from '../domain/problem.js';

/** Where in a message a value stands: `detail.id`; of several places the first that says something. */
const path = z
  .string()
  .regex(/^[\w-]+(?:\.[\w-]+)*$/, "write the names down to the value with '.' between, such as detail.id");
const paths = z
  .union([path, z.array(path).min(1)])
  .transform((one): readonly string[] => (typeof one === 'string' ? [one] : one));

const header = z.string().regex(/^[A-Za-z][A-Za-z0-9-]*$/, 'write the name of a header');

/** A text with names in braces that are filled in; others are mistakes. */
const templateOf = (...names: readonly string[]) =>
  z
    .string()
    .refine(
      (text) => [...text.matchAll(/\{(\w*)\}/g)].every(([, name]) => names.includes(name ?? '')),
      `what can be filled in is ${names.map((name) => `{${name}}`).join(', ')}`,
    );

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
const FILLED = ['id', 'note', 'route'] as const;
const json: z.ZodType<Json> = z.lazy(() =>
  z.union([templateOf(...FILLED), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
);

export const helpdeskSchema = z.strictObject({
  /** As triagers read it. */
  title: z.string().trim().min(1).max(40),
  /** Of messages in which such a place says something else nothing is taken. */
  only: z.record(path, z.array(z.string()).min(1)).default({}),
  ticket: z.strictObject({
    id: paths,
    subject: paths,
    body: paths,
    requester: paths.default([]),
    created: paths.default([]),
    updated: paths.default([]),
  }),
  signature: z.strictObject({
    header,
    timestamp: z.strictObject({
      header,
      form: z.enum(['iso', 'seconds'], { error: 'use iso (2026-11-22T10:00:00Z) or seconds (since 1970)' }),
    }),
    /** What is signed with HMAC-SHA256. */
    signs: templateOf('timestamp', 'body').refine(
      (text) => text.includes('{body}') && text.includes('{timestamp}'),
      'it must sign {timestamp} and {body}',
    ),
    digest: z.enum(['base64', 'hex'], { error: 'use base64 or hex' }),
    /** What stands before it in the header. */
    prefix: z.string().default(''),
    /** The time it was signed at may lie so many seconds back or ahead. */
    seconds: z.number().int().min(10).max(3600).default(300),
  }),
  writeBack: z
    .strictObject({
      /** How the token is sent: `basic` as 'name:password' in base64, `bearer` as it is. */
      authorization: z.enum(['basic', 'bearer'], { error: 'use basic or bearer' }),
      /** In their order; one that was made is not made again. */
      calls: z
        .array(
          z.strictObject({
            method: z.enum(['POST', 'PUT', 'PATCH'], { error: 'use POST, PUT or PATCH' }),
            path: templateOf('id').refine((text) => text.startsWith('/'), 'it must begin with /'),
            body: json,
          }),
        )
        .min(1),
    })
    .optional(),
});

/** How one helpdesk sends tickets and takes notes, from `helpdesks/`. */
export type HelpdeskMapping = z.infer<typeof helpdeskSchema>;

/** The name that its address and its settings have: `zendesk` of `helpdesks/zendesk.yaml`. */
export const nameOfHelpdesk = (file: string): string => file.replace(/^.*\/|\.yaml$/g, '');

/** Sources of tickets that are no helpdesk. */
const OUR_OWN: readonly string[] = ['chat', 'desk'];

/** What is wrong with the name of a helpdesk's file; none where it is fine. */
export function helpdeskNameProblem(file: string): readonly Problem[] {
  const name = nameOfHelpdesk(file);
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    return [
      { code: 'bad-helpdesk', file, message: `'${name}': name the file in small letters, such as zendesk.yaml.` },
    ];
  if (!OUR_OWN.includes(name)) return [];
  return [
    { code: 'bad-helpdesk', file, message: `'${name}' is what tickets of our own are called; name it otherwise.` },
  ];
}
