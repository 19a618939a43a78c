import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { fromBuffer } from 'yauzl';
import { readSettings, type Settings } from '../../src/config.js';
import { MESSAGE_COMMANDS, SEARCH_PARAMETER } from '../../src/domain/message-commands.js';
import type { Result } from '../../src/domain/problem.js';
import { appPackage } from '../../src/teams-package/app-package.js';
import { checkManifest } from '../../src/teams-package/check-manifest.js';
import { MOTIF } from '../../src/teams-package/icons.js';
import { type Manifest, manifestOf } from '../../src/teams-package/manifest.js';
import { STARTERS, WORDS } from '../../src/teams-package/words.js';

const GIVEN = {
  MICROSOFT_APP_ID: '00000000-0000-4000-8000-000000000001',
  MICROSOFT_APP_TENANT_ID: '00000000-0000-4000-8000-000000000002',
  PUBLIC_URL: 'https://support.example:8443',
  TEAMS_DEVELOPER: 'Example Support',
  TEAMS_PRIVACY_URL: 'https://www.example.com/privacy',
  TEAMS_TERMS_URL: 'https://www.example.com/terms',
};

function given<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map((p) => p.message).join('\n'));
  return result.value;
}
const settingsOf = (changed: Readonly<Record<string, string>> = {}): Settings =>
  given(readSettings({ ...GIVEN, ...changed }));
const problemsOf = (result: Result<unknown>) => (result.ok ? [] : result.problems);

/** The files of a zip, read by another library than the one that wrote it. */
async function unzipped(zip: Uint8Array): Promise<Readonly<Record<string, Buffer>>> {
  const files: Record<string, Buffer> = {};
  return new Promise((done, failed) =>
    fromBuffer(Buffer.from(zip), { lazyEntries: true }, (error, archive) => {
      if (error) return failed(error);
      archive.on('end', () => done(files));
      archive.on('error', failed);
      archive.on('entry', (entry) =>
        archive.openReadStream(entry, (problem, stream) => {
          if (problem) return failed(problem);
          const chunks: Buffer[] = [];
          stream.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream.on('end', () => {
            files[entry.fileName] = Buffer.concat(chunks);
            archive.readEntry();
          });
        }),
      );
      archive.readEntry();
    }),
  );
}

/** The picture's pixels as red, green, blue, alpha, drawn on nothing: each colour is already multiplied by alpha. */
function pixelsOf(png: Buffer | undefined) {
  const image = `data:image/png;base64,${png?.toString('base64')}`;
  const [width, height] = [png?.readUInt32BE(16) ?? 0, png?.readUInt32BE(20) ?? 0];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${image}" width="${width}" height="${height}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  return Array.from({ length: width * height }, (_, i) => [...pixels.subarray(4 * i, 4 * i + 4)]);
}

const made = async (changed: Readonly<Record<string, string>> = {}) => unzipped(given(appPackage(settingsOf(changed))));

describe('the package', () => {
  test('holds the manifest and the two icons, and nothing else', async () => {
    const files = await made();
    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    const manifest = JSON.parse(String(files['manifest.json']));
    expect([manifest.icons.color, manifest.icons.outline]).toEqual(['color.png', 'outline.png']);
  });

  test('has the same bytes whenever it is made of the same settings, and others of others', async () => {
    const zip = async (changed = {}) => Buffer.from(given(appPackage(settingsOf(changed)))).toString('base64');
    expect(await zip()).toBe(await zip());
    expect(await zip({ TEAMS_APP_VERSION: '1.0.1' })).not.toBe(await zip());
  });

  test('is made without any network', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch');
    await made();
    expect(fetched).not.toHaveBeenCalled();
    fetched.mockRestore();
  });
});

describe('the manifest', () => {
  test('stands against the schema that Microsoft publishes', async () => {
    const manifest = JSON.parse(String((await made())['manifest.json']));
    expect(checkManifest(manifest)).toEqual([]);
  });

  test('has the triage of a message, and the search where messages are written', () => {
    const { composeExtensions = [] } = given(manifestOf(settingsOf()));
    const [extension, ...more] = composeExtensions;
    expect([extension?.botId, more]).toEqual([GIVEN.MICROSOFT_APP_ID, []]);
    expect(extension?.commands?.map(({ id, type, context }) => [id, type, context])).toEqual([
      [MESSAGE_COMMANDS.triage, 'action', ['message']],
      [MESSAGE_COMMANDS.search, 'query', ['compose', 'commandBox']],
    ]);
    const [triage, search] = extension?.commands ?? [];
    // The result is shown at once, and questions before anything is typed.
    expect([triage?.fetchTask, search?.initialRun]).toEqual([true, true]);
    expect(search?.parameters?.map(({ name }) => name)).toEqual([SEARCH_PARAMETER]);
  });

  test('is refused by that schema where something is wrong', () => {
    const manifest: Manifest = { ...given(manifestOf(settingsOf())), id: 'none', name: { short: 'n'.repeat(31) } };
    const problems = checkManifest(manifest);
    expect(problems.map((p) => [p.code, p.message.split(':')[0]])).toEqual(
      expect.arrayContaining([
        ['bad-manifest', '/id'],
        ['bad-manifest', '/name/short'],
      ]),
    );
  });

  test('says what the settings say', () => {
    const { id, bots, developer, validDomains, version } = given(
      manifestOf(settingsOf({ TEAMS_APP_VERSION: '2.3.4' })),
    );
    expect({ id, botId: bots?.[0]?.botId, developer, validDomains, version }).toEqual({
      id: GIVEN.MICROSOFT_APP_ID,
      botId: GIVEN.MICROSOFT_APP_ID,
      developer: {
        name: 'Example Support',
        websiteUrl: GIVEN.PUBLIC_URL,
        privacyUrl: GIVEN.TEAMS_PRIVACY_URL,
        termsOfUseUrl: GIVEN.TEAMS_TERMS_URL,
      },
      validDomains: ['support.example:8443'],
      version: '2.3.4',
    });
  });

  test('offers the bot in personal chats, group chats and teams, each with prompts of its own', () => {
    const bot = given(manifestOf(settingsOf())).bots?.[0];
    expect(bot?.scopes).toEqual(['personal', 'groupChat', 'team']);
    expect(bot?.commandLists?.map((list) => list.scopes)).toEqual([['personal'], ['groupChat'], ['team']]);
    expect(bot?.commandLists?.flatMap((list) => list.commands.map((c) => c.type))).not.toContain('basic');
  });

  test('keeps within what Teams shows, which is narrower than the schema', () => {
    expect(WORDS.name.short.length).toBeLessThanOrEqual(30);
    expect(WORDS.name.full.length).toBeLessThanOrEqual(100);
    expect(WORDS.description.short.length).toBeLessThanOrEqual(80);
    expect(WORDS.description.full.length).toBeLessThanOrEqual(4000);
    for (const starters of Object.values(STARTERS)) {
      expect(starters.length).toBeLessThanOrEqual(10);
      for (const { title, description, prompt } of starters) {
        expect([title, title.length <= 32, description.length <= 4000, prompt.length <= 4000]).toEqual([
          title,
          true,
          true,
          true,
        ]);
      }
    }
  });
});

describe('the icons', () => {
  test('the colour one is 192 by 192 and opaque', async () => {
    const pixels = pixelsOf((await made())['color.png']);
    expect(pixels).toHaveLength(192 * 192);
    expect(pixels.filter(([, , , alpha]) => alpha !== 255)).toEqual([]);
  });

  test('the outline one is 32 by 32, white on transparent', async () => {
    const pixels = pixelsOf((await made())['outline.png']);
    expect(pixels).toHaveLength(32 * 32);
    const seen = pixels.filter(([, , , alpha]) => alpha !== 0);
    expect(seen.filter(([red, green, blue, alpha]) => red !== alpha || green !== alpha || blue !== alpha)).toEqual([]);
    expect(seen.length).toBeGreaterThan(100);
    // Its corners, and so its ground.
    expect([0, 31, 32 * 31, 32 * 32 - 1].map((i) => pixels[i]?.[3])).toEqual([0, 0, 0, 0]);
  });

  test('show what the icon of the support page shows', () => {
    const icon = readFileSync(join(__dirname, '../../src/widget/page/icon.svg'), 'utf8');
    expect(icon).toContain(`d="${MOTIF}"`);
  });
});

describe('a setting', () => {
  test.each([['MICROSOFT_APP_ID'], ['PUBLIC_URL'], ['TEAMS_DEVELOPER'], ['TEAMS_PRIVACY_URL'], ['TEAMS_TERMS_URL']])(
    '%s that is missing is named, with what to write',
    async (name) => {
      const problems = problemsOf(appPackage(settingsOf({ [name]: '' })));
      expect(problems.map((p) => p.code)).toEqual(['missing-setting']);
      expect(problems[0]?.message).toMatch(new RegExp(`^${name}: not set; write .+ \\(see \\.env\\.example\\)\\.$`));
    },
  );

  test('all that are missing are named at once', async () => {
    expect(problemsOf(appPackage(given(readSettings({})))).map((p) => p.code)).toEqual(
      Array.from({ length: 5 }, () => 'missing-setting'),
    );
  });

  test.each([
    ['MICROSOFT_APP_ID', 'my-bot'],
    ['PUBLIC_URL', 'http://support.example'],
  ])('%s that Teams cannot take is named', async (name, value) => {
    const [problem] = problemsOf(appPackage(settingsOf({ [name]: value })));
    expect([problem?.code, problem?.message.startsWith(`${name}: '${value}' will not do; write `)]).toEqual([
      'bad-setting',
      true,
    ]);
  });

  test.each([
    ['TEAMS_DEVELOPER', 'x'.repeat(33)],
    ['TEAMS_PRIVACY_URL', 'http://www.example.com/privacy'],
    ['TEAMS_TERMS_URL', 'terms'],
    ['TEAMS_APP_VERSION', '1'],
  ])('%s that is not right is refused with all other settings', (name, value) => {
    const problems = problemsOf(readSettings({ ...GIVEN, [name]: value }));
    expect(problems.map((p) => p.message.split(':')[0])).toEqual([name]);
  });
});
