import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's site, with one page. */
export class HostSite {
  /** Its Content-Security-Policy; null: none. */
  policy: string | null = null;
  #html = '';
  #style = '';
  readonly #server = createServer((request, response) => {
    const isStyle = request.url === '/style.css';
    response.writeHead(200, {
      'content-type': isStyle ? 'text/css' : 'text/html; charset=utf-8',
      ...(this.policy !== null && { 'content-security-policy': this.policy }),
    });
    response.end(isStyle ? this.#style : this.#html);
  });

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The page from now on; `style` and `head` go into its head, `body` into its body. */
  shows({
    style = '',
    head = '',
    body = '',
  }: {
    readonly style?: string;
    readonly head?: string;
    readonly body?: string;
  }) {
    const css = style === '' ? '' : '<link rel="stylesheet" href="/style.css">';
    this.#style = style;
    this.#html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Elsewhere</title>${css}${head}</head><body>${body}</body></html>`;
  }

  async start(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(0, 'localhost', listening));
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** For a test file: a site whose page each test makes. */
export function hostSite(): HostSite {
  const site = new HostSite();
  beforeAll(() => site.start());
  afterAll(() => site.stop());
  beforeEach(() => {
    site.policy = null;
  });
  return site;
}
