import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Request, Response, Server } from 'restify';
import { failed, ok, type Result } from '../domain/problem.js';
import type { ChannelSettings } from './settings.js';

type PageSettings = Pick<ChannelSettings, 'frameAncestors' | 'azureDirectLine'>;

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly body: Buffer;
  /** Its name changes with its content. */
  readonly hashed: boolean;
}

/** By path, with a leading slash; `/` is `index.html`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Reads a folder into memory, so that a request can reach nothing else. Problem: `no-page` where it has no index.html. */
export function loadStaticFiles(folder: string): Result<StaticFiles> {
  const files = new Map<string, StaticFile>();
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const type = TYPES[extname(entry.name)];
      if (!entry.isFile() || type === undefined) continue;
      const file = join(entry.parentPath, entry.name);
      const body = readFileSync(file);
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      const path = `/${relative(folder, file).split(sep).join('/')}`;
      files.set(path, { type, etag, body, hashed: /[.-][0-9a-zA-Z]{8,}\.\w+$/.test(entry.name) });
    }
  } catch (error) {
    return failed({ code: 'no-page', file: folder, message: `The page cannot be read (${error}): build it first.` });
  }
  const index = files.get('/index.html');
  if (index === undefined)
    return failed({ code: 'no-page', file: folder, message: 'index.html is missing: build the page first.' });
  return ok(files.set('/', index));
}

/** The files below a path, whose index is the path itself, and the others. */
export function filesApart(
  files: StaticFiles,
  path: string,
): { readonly below: StaticFiles; readonly others: StaticFiles } {
  const isBelow = (name: string) => name.startsWith(`${path}/`);
  const below = new Map([...files].filter(([name]) => isBelow(name)));
  const index = below.get(`${path}/index.html`);
  if (index !== undefined) below.set(path, index);
  return { below, others: new Map([...files].filter(([name]) => !isBelow(name))) };
}

/**
 * A page may load what this server serves and talk to it, and to Azure where the site's channel is there; it can be framed by the
 * origins named, by none otherwise.
 */
export function contentSecurityPolicy({ frameAncestors, azureDirectLine: azure }: PageSettings): string {
  const line = azure === null ? '' : ` ${azure.origin} ${azure.origin.replace(/^http/, 'ws')}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self'${line}`,
    "img-src 'self' data:",
    "form-action 'none'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
  ].join('; ');
}

/** Serves the files under their paths, for GET and HEAD. */
export function staticRoutes(server: Server, files: StaticFiles, settings: PageSettings): void {
  const policy = contentSecurityPolicy(settings);
  for (const [path, file] of files) {
    const serve = async (req: Request, res: Response) => {
      const headers = {
        ETag: file.etag,
        'Cache-Control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        // Pages of any site may load the widget; whom it may talk to is settled where it asks for its token.
        ...(path.endsWith('.js') && {
          'Access-Control-Allow-Origin': '*',
          'Cross-Origin-Resource-Policy': 'cross-origin',
        }),
      };
      const known = (req.headers['if-none-match'] ?? '').split(/\s*,\s*/).includes(file.etag);
      if (known) res.writeHead(304, headers);
      else res.writeHead(200, { ...headers, 'Content-Type': file.type, 'Content-Length': String(file.body.length) });
      res.end(known || req.method === 'HEAD' ? undefined : file.body);
    };
    server.get(path, serve);
    server.head(path, serve);
  }
}
