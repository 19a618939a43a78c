import { createHash } from 'node:crypto';
import { z } from 'zod';
import { failed, ok, type Problem, type Result } from './domain/problem.js';

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

const words = text.default('').transform((v) => v.split(/[\s,]+/).filter((word) => word !== ''));
/** Microsoft writes ids in small letters. */
const inSmall = (id: string | null) => id?.toLowerCase() ?? null;
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A share of messages; far from both ends, where a promise means nothing. */
const rate = z.coerce.number().min(0.001).max(0.2).default(0.02);

/** Lets in callers from other machines; long enough not to be guessed. */
const key = optional.refine((k) => k === null || k.length >= 16, 'at least 16 characters');

const webAddress = optional.refine(
  (url) => url === null || /^https:\/\/\S+$/.test(url),
  'write a whole address that begins with https://',
);

const perMinute = (usual: number) => z.coerce.number().int().min(1).max(1_000_000).default(usual);

/** `name:token`, separated by blanks or commas; the token in clear, or as `sha256-` and its hash in hexadecimal digits. */
const triagers = words
  .refine(
    (list) => list.every((one) => /^[\p{L}\p{N}._@-]{1,60}:(?:sha256-[0-9a-f]{64}|.{24,})$/u.test(one)),
    'write name:token, separated by blanks; a token has at least 24 characters, or is sha256- and its hash',
  )
  .refine((list) => new Set(list.map((one) => one.split(':', 1)[0])).size === list.length, 'somebody is named twice')
  .transform((list) =>
    list.map((one) => {
      const name = one.slice(0, one.indexOf(':'));
      const token = one.slice(name.length + 1);
      return { name, tokenHash: /^sha256-([0-9a-f]{64})$/.exec(token)?.[1] ?? hashOf(token) };
    }),
  );
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** Of one helpdesk; in the environment HELPDESK_ZENDESK_SECRET and so on. */
const helpdesk = z
  .object({
    secret: optional.refine((s) => s === null || s.length >= 16, 'at least 16 characters'),
    url: optional.refine(
      (url) => url === null || (isOrigin(url) && /^(?:https:|http:\/\/127\.0\.0\.1(?::|$))/.test(url)),
      'write it as https://example.zendesk.com, without a path',
    ),
    token: optional,
  })
  .refine(({ url, token }) => (url === null) === (token === null), {
    path: ['token'],
    error: 'to write back both _URL and _TOKEN are needed',
  })
  .transform(({ secret, url, token }) => ({
    secret,
    access: url === null || token === null ? null : { url, token },
  }));

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
  MICROSOFT_APP_ID: optional.transform(inSmall),
  MICROSOFT_APP_PASSWORD: optional,
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMsi', 'MultiTenant']).default('SingleTenant'),
  MICROSOFT_APP_TENANT_ID: optional
    .refine((id) => id === null || GUID.test(id), "write the tenant's id, a GUID")
    .transform(inSmall),
  ALLOWED_TENANTS: words
    .refine((ids) => ids.every((id) => id === '*' || GUID.test(id)), 'write ids of tenants, GUIDs, or *')
    .transform((ids) => ids.map((id) => id.toLowerCase())),
  MICROSOFT_CLOUD: z.enum(['public', 'us-government']).default('public'),
  SERVICE_HOSTS: words.refine(
    (hosts) => hosts.every((host) => /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)),
    'write hosts such as bots.example, in small letters, without https:// or a port',
  ),
  TEAMS_DEVELOPER: optional.refine((name) => name === null || name.length <= 32, 'at most 32 characters'),
  TEAMS_PRIVACY_URL: webAddress,
  TEAMS_TERMS_URL: webAddress,
  TEAMS_APP_VERSION: text.regex(/^\d+\.\d+\.\d+$/, 'write it as 1.0.0').default('1.0.0'),
  DIRECT_LINE_SECRET: optional.refine((s) => s === null || s.length >= 32, 'at least 32 characters'),
  TOKEN_MINUTES: z.coerce.number().min(0.01).max(1440).default(30),
  RESUME_DAYS: z.coerce.number().min(0).max(365).default(7),
  MESSAGES_PER_MINUTE: perMinute(120),
  CONVERSATIONS_PER_MINUTE: perMinute(600),
  CALLS_PER_MINUTE: perMinute(12_000),
  PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  FLEET_KEY: key,
  METRICS_KEY: key,
  TRIAGE_KEY: key,
  FLEET_LIMIT_MB: z.coerce.number().min(1).max(1000).default(50),
  AZURE_DIRECT_LINE_SECRET: optional,
  AZURE_DIRECT_LINE_URL: text
    .refine(
      (url) => isOrigin(url) && /^(?:https:|http:\/\/127\.0\.0\.1(?::|$))/.test(url),
      'write it as https://europe.directline.botframework.com, without a path',
    )
    .default('https://directline.botframework.com'),
  ALLOWED_ORIGINS: origins,
  DESK_TOKENS: triagers,
  /** Not set as such: what is set as HELPDESK_…, by the name of the helpdesk. */
  HELPDESKS: z
    .record(z.string(), helpdesk)
    .default({})
    .transform((all) => new Map(Object.entries(all))),
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
  const parsed = settingsSchema.safeParse({ ...set, HELPDESKS: helpdesksIn(set) });
  if (parsed.success && !lacksTenant(parsed.data)) return ok(parsed.data);
  if (parsed.success) {
    const message =
      'MICROSOFT_APP_TENANT_ID: a single-tenant or managed-identity bot needs its tenant (see .env.example).';
    return failed({ code: 'bad-setting', message });
  }
  return failed(
    ...parsed.error.issues.map((issue) => ({
      code: 'bad-setting',
      message: `${nameOf(issue.path)}: ${issue.message} (see .env.example).`,
    })),
  );
}

const OF_HELPDESK = /^HELPDESK_([A-Z0-9_]+)_(SECRET|URL|TOKEN)$/;

/** Settings of helpdesks by the helpdesk's name, which the environment writes large: `{zendesk: {secret: '…'}}`. */
function helpdesksIn(set: Readonly<Record<string, string | undefined>>): Record<string, Record<string, string>> {
  const found: Record<string, Record<string, string>> = {};
  for (const [name, value = ''] of Object.entries(set)) {
    const [, large, what] = OF_HELPDESK.exec(name) ?? [];
    if (large === undefined || what === undefined) continue;
    const helpdeskName = large.toLowerCase().replaceAll('_', '-');
    found[helpdeskName] = { ...found[helpdeskName], [what.toLowerCase()]: value };
  }
  return found;
}

/** How a setting is called in the environment. */
const nameOf = (path: readonly PropertyKey[]): string =>
  path[0] === 'HELPDESKS'
    ? `HELPDESK_${path.slice(1).map(String).join('_').replaceAll('-', '_').toUpperCase()}`
    : path.join('.');

/** Multi-tenant bots alone have no tenant of their own. */
const lacksTenant = (s: Settings): boolean =>
  s.MICROSOFT_APP_ID !== null && s.MICROSOFT_APP_TYPE !== 'MultiTenant' && s.MICROSOFT_APP_TENANT_ID === null;

/** What the SDK would stumble over at the start: a secret that the kind of bot needs, or must not have. */
export function credentialProblems(s: Settings): readonly Problem[] {
  if (s.MICROSOFT_APP_ID === null) return [];
  const given = s.MICROSOFT_APP_PASSWORD !== null;
  if (given !== (s.MICROSOFT_APP_TYPE === 'UserAssignedMsi')) return [];
  const what = given
    ? 'a bot with a managed identity has no secret; leave it empty'
    : "the bot needs its secret; write the value of the app's client secret";
  return [{ code: 'bad-setting', message: `MICROSOFT_APP_PASSWORD: ${what} (see .env.example).` }];
}
