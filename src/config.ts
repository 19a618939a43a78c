import { z } from 'zod';
import { failed, ok, type Result } from './domain/problem.js';

const text = z.string().trim();
const optional = text.nullable().default(null);
const origins = text.default('').transform((v) => v.split(/[\s,]+/).filter((o) => o !== ''));

/** Every setting, under the name that it has in the environment and in `.env.example`. */
export const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: text.default('127.0.0.1'),
  NODE_ENV: text.default('development'),
  PUBLIC_URL: optional,
  TIME_ZONE: optional.refine(
    (zone) => zone === null || isTimeZone(zone),
    'no such time zone; write for example Europe/Paris',
  ),
  CONTACT: text.default('your local Schneider Electric service partner or Schneider Electric customer care'),
  ANSWERING: z.enum(['full', 'lexical']).default('full'),
  DATA_FOLDER: text.default('.sns/data'),
  KNOWLEDGE_FOLDER: text.default('knowledge'),
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMsi', 'MultiTenant']).default('SingleTenant'),
  MICROSOFT_APP_TENANT_ID: optional,
  DIRECT_LINE_SECRET: optional,
  ALLOWED_ORIGINS: origins,
  FRAME_ANCESTORS: origins,
});
export type Settings = z.infer<typeof settingsSchema>;

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The settings of an environment, or what is wrong with each. Empty values count as not set. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Result<Settings> {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = settingsSchema.safeParse(set);
  if (parsed.success) return ok(parsed.data);
  return failed(
    ...parsed.error.issues.map((issue) => ({
      code: 'bad-setting',
      message: `${issue.path.join('.')}: ${issue.message} (see .env.example).`,
    })),
  );
}
