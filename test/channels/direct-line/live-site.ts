import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { loadStaticFiles, type StaticFiles } from '../../../src/channels/static.js';
import { launchBrowser } from '../../support/browser.js';
import { type Started, settings, start } from '../running-server.js';
import { Network } from './network.js';

const bundler = resolve(__dirname, '../../../.config/bundle-widget.mjs');
type Wanted = Parameters<typeof start>[0];

/** The support page of a real server with the echo, in a real browser, over a network that can fail. Both clocks can be moved on. */
export class LiveSite {
  private browser: Browser | null = null;
  private context: BrowserContext | null = null;
  private files: StaticFiles | null = null;
  private folder = '';
  private late = 0;
  private wanted: Wanted = {};
  private running: Started | null = null;
  private between: Network | null = null;

  get server(): Started {
    if (!this.running) throw new Error('no server runs');
    return this.running;
  }

  get network(): Network {
    if (!this.between) throw new Error('no server runs');
    return this.between;
  }

  async open(): Promise<void> {
    this.folder = mkdtempSync(join(tmpdir(), 'live-'));
    execFileSync(process.execPath, [bundler, join(this.folder, 'web')]);
    const page = loadStaticFiles(join(this.folder, 'web'));
    if (!page.ok) throw new Error(JSON.stringify(page.problems));
    this.files = page.value;
    this.browser = await launchBrowser();
  }

  async close(): Promise<void> {
    await this.browser?.close();
    rmSync(this.folder, { recursive: true });
  }

  /** A server with a database of its own; afterwards one more `begin` starts it again where it was. */
  async begin(wanted: Wanted = {}): Promise<void> {
    this.late = 0;
    const file = join(mkdtempSync(join(this.folder, 'data-')), 'sns.db');
    this.wanted = { ...wanted, file, page: this.files, clock: () => new Date(Date.now() + this.late) };
    this.running = await start(this.wanted);
    this.between = new Network(Number(new URL(this.running.url).port));
    await this.between.up();
    this.context = (await this.browser?.newContext({ locale: 'en-GB' })) ?? null;
  }

  /** The server that was stopped, on the same port with the same database. */
  async startAgain(): Promise<void> {
    const port = Number(new URL(this.server.url).port);
    this.running = await start({ ...this.wanted, settings: { ...settings, ...this.wanted?.settings, port } });
  }

  async end(): Promise<void> {
    await this.context?.close();
    await this.between?.down();
  }

  /** Time passes at the server; that of a page is its own. */
  pass(millis: number): void {
    this.late += millis;
  }

  /** One more tab of the same visitor. `clock`: its time can be moved on. */
  async tab(options: { readonly clock?: boolean } = {}): Promise<Tab> {
    const page = await this.context?.newPage();
    if (!page) throw new Error('no server runs');
    if (options.clock) await page.clock.install();
    await page.goto(this.network.url);
    const tab = new Tab(page);
    await tab.hears('welcome');
    return tab;
  }
}

/** A page with the chat on it, as its visitor uses it. */
export class Tab {
  constructor(readonly page: Page) {}

  async say(text: string): Promise<void> {
    const field = this.page.getByLabel('Your message');
    await field.fill(text);
    await field.press('Enter');
  }

  /** Waits until the assistant has said it. */
  hears(text: string): Promise<void> {
    return this.page.locator('article.assistant').getByText(text, { exact: true }).first().waitFor();
  }

  shows(text: string): Promise<void> {
    return this.page.getByText(text).first().waitFor();
  }

  /** All that is shown in the conversation, in order, with who said it. */
  async log(): Promise<readonly string[]> {
    const texts = await this.page.locator('.log article, .log .note').allTextContents();
    return texts.map((text) => text.replace(/\s+/g, ' ').trim());
  }
}

/** For a test file: one browser for all its tests. */
export function liveSite(): LiveSite {
  const site = new LiveSite();
  beforeAll(() => site.open(), 60_000);
  afterAll(() => site.close());
  afterEach(() => site.end());
  return site;
}
