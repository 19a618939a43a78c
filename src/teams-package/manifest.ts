import type { TeamsManifestV1D27 } from '@microsoft/app-manifest';
import type { Settings } from '../config.js';
import { MESSAGE_COMMANDS, SEARCH_PARAMETER } from '../domain/message-commands.js';
import { failed, ok, type Problem, type Result } from '../domain/problem.js';
import { ACCENT } from './icons.js';
import { COMMANDS, STARTERS, type Starter, WORDS } from './words.js';

/** The first version of the manifest whose commands can be prompts to send. */
export const MANIFEST_VERSION = '1.27';
const SCHEMA = `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}/MicrosoftTeams.schema.json`;

export type Manifest = TeamsManifestV1D27.TeamsManifestV1D27;

/** Names of the files in the package, beside `manifest.json`. */
export const ICON_FILES = { color: 'color.png', outline: 'outline.png' } as const;

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What each setting must hold before there can be a package, and what to write where it does not. */
const WANTED = {
  MICROSOFT_APP_ID: [(v: string) => GUID.test(v), "write the 'Microsoft App ID' of the Azure Bot, a GUID"],
  PUBLIC_URL: [
    (v: string) => v.startsWith('https://'),
    'write where the server is reached, such as https://support.example',
  ],
  TEAMS_DEVELOPER: [
    () => true,
    'write who runs the assistant, as people shall read it in Teams, in up to 32 characters',
  ],
  TEAMS_PRIVACY_URL: [
    () => true,
    'write the address of your privacy statement, such as https://www.example.com/privacy',
  ],
  TEAMS_TERMS_URL: [() => true, 'write the address of your terms of use, such as https://www.example.com/terms'],
} as const satisfies Partial<Record<keyof Settings, readonly [(value: string) => boolean, string]>>;

/**
 * The manifest of the Teams app for these settings: the bot in personal chats, group chats and teams, with its prompts,
 * and its commands on messages and where messages are written. Problems:
 * `missing-setting` and `bad-setting`, one for each setting that the package cannot do without.
 */
export function manifestOf(settings: Settings): Result<Manifest> {
  const problems = problemsOf(settings);
  const { MICROSOFT_APP_ID, PUBLIC_URL, TEAMS_DEVELOPER, TEAMS_PRIVACY_URL, TEAMS_TERMS_URL } = settings;
  if (
    problems.length > 0 ||
    !MICROSOFT_APP_ID ||
    !PUBLIC_URL ||
    !TEAMS_DEVELOPER ||
    !TEAMS_PRIVACY_URL ||
    !TEAMS_TERMS_URL
  )
    return failed(...problems);
  return ok({
    $schema: SCHEMA,
    manifestVersion: MANIFEST_VERSION,
    version: settings.TEAMS_APP_VERSION,
    id: MICROSOFT_APP_ID,
    developer: {
      name: TEAMS_DEVELOPER,
      websiteUrl: PUBLIC_URL,
      privacyUrl: TEAMS_PRIVACY_URL,
      termsOfUseUrl: TEAMS_TERMS_URL,
    },
    name: WORDS.name,
    description: WORDS.description,
    icons: ICON_FILES,
    accentColor: ACCENT,
    bots: [
      {
        botId: MICROSOFT_APP_ID,
        scopes: ['personal', 'groupChat', 'team'],
        isNotificationOnly: false,
        supportsFiles: false,
        commandLists: [
          { scopes: ['personal'], commands: STARTERS.personal.map(command) },
          { scopes: ['groupChat'], commands: STARTERS.groupChat.map(command) },
          { scopes: ['team'], commands: STARTERS.team.map(command) },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: MICROSOFT_APP_ID,
        canUpdateConfiguration: false,
        commands: [
          // Its dialog holds the result, so it is fetched at once.
          { ...described('triage'), type: 'action', context: ['message'], fetchTask: true },
          {
            ...described('search'),
            type: 'query',
            context: ['compose', 'commandBox'],
            initialRun: true,
            parameters: [{ name: SEARCH_PARAMETER, inputType: 'text', ...COMMANDS.search.parameter }],
          },
        ],
      },
    ],
    permissions: ['identity'],
    validDomains: [new URL(PUBLIC_URL).host],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  });
}

const described = (name: keyof typeof COMMANDS) => ({
  id: MESSAGE_COMMANDS[name],
  title: COMMANDS[name].title,
  description: COMMANDS[name].description,
});

const command = ({ title, description, prompt }: Starter) => ({ title, description, type: 'prompt' as const, prompt });

function problemsOf(settings: Settings): readonly Problem[] {
  return Object.entries(WANTED).flatMap(([name, [holds, write]]) => {
    const value = settings[name as keyof typeof WANTED];
    if (value !== null && holds(value)) return [];
    const code = value === null ? 'missing-setting' : 'bad-setting';
    return [
      {
        code,
        message: `${name}: ${value === null ? 'not set' : `'${value}' will not do`}; ${write} (see .env.example).`,
      },
    ];
  });
}
