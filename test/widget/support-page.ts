import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { FakeDirectLine } from './fake-direct-line.js';
import { answersTo, welcome } from './fake-replies.js';
import { FakeServer } from './fake-server.js';

const root = resolve(__dirname, '../..');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The built support page in a browser, before a fake server. */
export class SupportPage {
  /** Where the page was built to. */
  folder = '';
  /** Errors of the page, and whatever its Content-Security-Policy forbade. */
  complaints: string[] = [];
  #browser: Browser | null = null;
  #server: FakeServer | null = null;
  #page: Page | null = null;

  get page(): Page {
    if (!this.#page) throw new Error('no page is open');
    return this.#page;
  }

  get server(): FakeServer {
    if (!this.#server) throw new Error('no server runs');
    return this.#server;
  }

  /** A blank tab in a browser profile of its own. */
  async newTab(options: BrowserContextOptions = {}): Promise<Page> {
    if (!this.#browser) throw new Error('no browser runs');
    await this.#page?.context().close();
    const context = await this.#browser.newContext({ locale: 'en-GB', ...options });
    this.#page = await context.newPage();
    this.complaints = [];
    this.page.on('pageerror', (error) => this.complaints.push(error.message));
    this.page.on('console', (message) => {
      if (/content security policy|trusted/i.test(message.text())) this.complaints.push(message.text());
    });
    return this.page;
  }

  /** Opens the page in a browser profile of its own, with the welcome on it. */
  async visit(options: BrowserContextOptions = {}): Promise<void> {
    await this.newTab(options);
    await this.page.goto(this.server.url);
    await this.page.getByText('What would you like to know?').waitFor();
  }

  readonly field = () => this.page.getByLabel('Your message');
  readonly answers = () => this.page.locator('article.assistant');
  readonly said = () => this.page.locator('article.user');
  readonly say = async (text: string) => {
    await this.field().fill(text);
    await this.field().press('Enter');
  };

  /** What axe finds on the page as it is now; visit it with `bypassCSP`. */
  async violations(): Promise<unknown> {
    await this.page.addScriptTag({ content: axeSource });
    return this.page.evaluate(
      // `target-size` is of WCAG 2.2, and off by itself.
      "axe.run({ rules: { 'target-size': { enabled: true } } }).then(({ violations }) => violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' ')))",
    );
  }

  async open(): Promise<void> {
    this.folder = mkdtempSync(join(tmpdir(), 'widget-'));
    execFileSync(process.execPath, [join(root, '.config/bundle-widget.mjs'), this.folder]);
    this.#browser = await launchBrowser();
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    rmSync(this.folder, { recursive: true });
  }

  async begin(): Promise<void> {
    this.#server = new FakeServer(this.folder, new FakeDirectLine(answersTo, [welcome]));
    await this.#server.start();
    await this.visit();
  }

  async end(): Promise<void> {
    await this.#page?.context().close();
    this.#page = null;
    await this.#server?.stop();
  }
}

/** For a test file: one browser for all its tests, a new server and visitor for each. */
export function supportPage(): SupportPage {
  const site = new SupportPage();
  beforeAll(() => site.open(), 60_000);
  afterAll(() => site.close());
  beforeEach(() => site.begin(), 30_000);
  afterEach(() => site.end());
  return site;
}

/** The text as it is laid out, a line for each block. */
export const shown = async (element: Locator) => (await element.allInnerTexts()).join('\n');
