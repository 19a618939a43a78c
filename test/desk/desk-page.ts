import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { loadStaticFiles, type StaticFiles } from '../../src/channels/static.js';
import { type Started, start } from '../channels/running-server.js';
import { launchBrowser } from '../support/browser.js';

const root = resolve(__dirname, '../..');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const TOKENS: Readonly<Record<string, string>> = {
  ann: 'the-token-of-ann-in-the-tests',
  ben: 'the-token-of-ben-in-the-tests',
};
const triagers = Object.entries(TOKENS).map(([name, token]) => ({
  name,
  tokenHash: createHash('sha256').update(token).digest('hex'),
}));

/** The built desk in a browser, before a server that triages in earnest. */
export class DeskPage {
  /** Errors of the page, and whatever its Content-Security-Policy forbade. */
  readonly complaints: string[] = [];
  private browser: Browser | null = null;
  private files: StaticFiles = new Map();
  private running: Started | null = null;

  get server(): Started {
    if (this.running === null) throw new Error('no server runs');
    return this.running;
  }

  async build(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), 'desk-'));
    execFileSync(process.execPath, [join(root, '.config/bundle-desk.mjs'), join(folder, 'desk')]);
    writeFileSync(join(folder, 'index.html'), '');
    const loaded = loadStaticFiles(folder);
    rmSync(folder, { recursive: true });
    if (!loaded.ok) throw new Error('the page was not built');
    this.files = loaded.value;
    this.browser = await launchBrowser();
  }

  async close(): Promise<void> {
    await this.browser?.close();
  }

  async begin(): Promise<void> {
    this.complaints.length = 0;
    this.running = await start({ page: this.files, settings: { desk: { triagers } } });
  }

  /** The page in a browser profile of its own, signed in as `who`; null: not signed in. */
  async visit(who: 'ann' | 'ben' | null, options: BrowserContextOptions = {}): Promise<Page> {
    if (this.browser === null) throw new Error('no browser runs');
    const context = await this.browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) this.complaints.push(message.text());
    });
    await page.goto(`${this.server.url}/desk`);
    if (who !== null) {
      await page.getByLabel('Token').fill(TOKENS[who] ?? '');
      await page.getByLabel('Token').press('Enter');
      await page.getByText(`Signed in as ${who}`).waitFor();
    }
    return page;
  }

  /** A ticket of Zendesk, triaged. */
  async ticket(externalId: string, subject: string, body: string): Promise<void> {
    const createdAt = new Date('2026-11-20T09:00:00.000Z');
    const { desk } = this.server.helpdesk;
    await desk.receive('zendesk', {
      externalId,
      subject,
      body,
      requester: 'ann@example.com',
      createdAt,
      updatedAt: null,
    });
    await desk.triageAll();
  }
}

/** What axe finds on a page as it is now; visit it with `bypassCSP`. */
export async function violations(page: Page): Promise<unknown> {
  await page.addScriptTag({ content: axeSource });
  return page.evaluate(
    // `target-size` is of WCAG 2.2, and off by itself.
    "axe.run({ rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))",
  );
}

/** For a test file: one browser for all its tests, a new server for each. */
export function deskPage(): DeskPage {
  const desk = new DeskPage();
  beforeAll(() => desk.build(), 60_000);
  afterAll(() => desk.close());
  beforeEach(() => desk.begin(), 30_000);
  return desk;
}
