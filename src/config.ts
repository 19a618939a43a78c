import { z } from 'zod';
import { failed, ok, type Result } from './domain/problem.js';

const text = z.string().trim();
const optional = text.nullable().default(null);
/** Origins separated by blanks or commas; `*` stands for all. */
const origins = text
  .default('')
  .transform((v) => v.split(/[\s,]+/).filter((o) => o !== ''))
  .refine(
    (list) => list.every((o) => o === '*' || isOrigin(o)),
    'write origins such as https://support.example, separated by blanks',
  );

/** A share of messages; far from both ends, where a promise means nothing. */
const rate = z.coerce.number().min(0.001).max(0.2).default(0.02);

/** Every setting, under the name that it has in the environment and in `.env.example`. */
export const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3978),
  HOST: text.default('127.0.0.1'),
  NODE_ENV: text.default('development'),
  PUBLIC_URL: optional.refine(
    (url) => url === null || isOrigin(url),
    'write it as https://support.example, without a path',
  ),
  TIME_ZONE: optional.refine(
    (zone) => zone === null || isTimeZone(zone),
    'no such time zone; write for example Europe/Paris',
  ),
  CONTACT: text.default('your local Schneider Electric service partner or Schneider Electric customer care'),
  ANSWERING: z.enum(['full', 'lexical']).default('full'),
  WRONG_ANSWERS: rate,
  RETENTION_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  DATA_FOLDER: text.default('.sns/data'),
  KNOWLEDGE_FOLDER: text.default('knowledge'),
  MICROSOFT_APP_ID: optional,
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMsi', 'MultiTenant']).default('SingleTenant'),
  MICROSOFT_APP_TENANT_ID: optional,
  DIRECT_LINE_SECRET: optional.refine((s) => s === null || s.length >= 32, 'at least 32 characters'),
  FLEET_KEY: optional.refine((key) => key === null || key.length >= 16, 'at least 16 characters'),
  FLEET_LIMIT_MB: z.coerce.number().min(1).max(1000).default(50),
  ALLOWED_ORIGINS: origins,
  FRAME_ANCESTORS: origins,
});
export type Settings = z.infer<typeof settingsSchema>;

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);

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
  if (parsed.success && !lacksTenant(parsed.data)) return ok(parsed.data);
  if (parsed.success) {
    const message =
      'MICROSOFT_APP_TENANT_ID: a single-tenant or managed-identity bot needs its tenant (see .env.example).';
    return failed({ code: 'bad-setting', message });
  }
  return failed(
    ...parsed.error.issues.map((issue) => ({
      code: 'bad-setting',
      message: `${issue.path.join('.')}: ${issue.message} (see .env.example).`,
    })),
  );
}

/** Multi-tenant bots alone have no tenant of their own. */
const lacksTenant = (s: Settings): boolean =>
  s.MICROSOFT_APP_ID !== null && s.MICROSOFT_APP_TYPE !== 'MultiTenant' && s.MICROSOFT_APP_TENANT_ID === null;
