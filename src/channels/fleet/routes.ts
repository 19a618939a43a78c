import { closeSync, createReadStream, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Server } from 'restify';
import { type Day, day } from '../../domain/day.js';
import type { Result } from '../../domain/problem.js';
import { fleetQuery } from '../api/schemas.js';
import { checked } from '../checked.js';
import { HttpProblem } from '../http-problem.js';
import { sendJson } from '../send-json.js';
import type { ChannelSettings } from '../settings.js';
import { requireFleetCaller } from './caller.js';
import { KeptReports } from './kept-reports.js';
import { dropUpload, requireList, saveUpload, tooLarge } from './upload.js';

export const FLEET = '/api/fleet';

/** How a fleet is wanted. */
export interface FleetWish {
  readonly asOf: Day;
  readonly dayFirst: boolean | null;
  readonly format: 'html' | 'csv';
  readonly title: string;
}

/** What the route answers with. */
export interface FleetFunctions {
  /** Decides the list in the file: what is written is the report or the CSV, what comes back is the summary, or what is wrong. */
  readonly decide: (file: string, wish: FleetWish, write: (text: string) => void) => Promise<Result<object>>;
}

/** Lists decided at the same time; each takes the processor for seconds, and the chat goes on beside them. */
const AT_ONCE = 2;

const TYPES = { html: 'text/html; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

/**
 * `POST /api/fleet?format=json|html|csv&asOf&dates&name`: a list in, its summary, its report or its rows out. The JSON names an
 * address where the report can be fetched for a while.
 */
export function fleetRoutes(
  server: Server,
  { decide }: FleetFunctions,
  settings: ChannelSettings,
  today: () => Day,
): { readonly close: () => void } {
  const kept = new KeptReports();
  let running = 0;

  async function answer(req: Request, res: Response): Promise<void> {
    const { searchParams } = new URL(req.url ?? '/', 'http://localhost');
    const { asOf, dates, format, name: title } = checked(fleetQuery, Object.fromEntries(searchParams));
    requireList(req);
    if (Number(req.headers['content-length'] ?? 0) > settings.fleet.limit) throw tooLarge(settings.fleet.limit);
    const list = kept.newFile();
    const made = kept.newFile();
    let isKept = false;
    try {
      await saveUpload(req, list, settings.fleet.limit);
      const wish: FleetWish = {
        asOf: asOf === undefined ? today() : day(asOf),
        dayFirst: dates === undefined ? null : dates === 'dmy',
        format: format === 'csv' ? 'csv' : 'html',
        title,
      };
      const summary = await decideInto(made, list, wish);
      if (format !== 'json') return await sendFile(res, made, TYPES[wish.format]);
      isKept = true;
      sendJson(res, 200, { summary, report: `${FLEET}/reports/${kept.keep({ file: made, title })}` });
    } finally {
      rmSync(list, { force: true });
      if (!isKept) rmSync(made, { force: true });
    }
  }

  async function decideInto(made: string, list: string, wish: FleetWish): Promise<object> {
    const handle = openSync(made, 'wx', 0o600);
    try {
      const result = await decide(list, wish, (text) => void writeSync(handle, text));
      if (result.ok) return result.value;
      const [problem] = result.problems;
      throw new HttpProblem(400, problem?.code ?? 'bad-list', `The list: ${problem?.message ?? 'it cannot be read.'}`);
    } finally {
      closeSync(handle);
    }
  }

  server.post(FLEET, async (req: Request, res: Response) => {
    try {
      requireFleetCaller(req, settings);
      if (running >= AT_ONCE) {
        res.setHeader('Retry-After', '10');
        throw new HttpProblem(503, 'busy', 'Other lists are being decided; send this one again in a few seconds.');
      }
      running++;
      try {
        await answer(req, res);
      } finally {
        running--;
      }
    } catch (error) {
      if (!req.readableEnded) await dropUpload(req);
      throw error;
    }
  });
  server.get(`${FLEET}/reports/:id`, async (req: Request, res: Response) => {
    const report = kept.get(String(req.params?.id ?? ''));
    if (report === null) {
      throw new HttpProblem(
        404,
        'no-report',
        'The report is no longer here; it is kept for 15 minutes. Send the list again.',
      );
    }
    const saves = new URL(req.url ?? '/', 'http://localhost').searchParams.has('save');
    const name = `${report.title.replace(/\.[a-z]+$/i, '').replace(/[^\p{L}\p{N} ._-]/gu, '-')}.html`;
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    await sendFile(res, report.file, TYPES.html, saves ? { 'Content-Disposition': disposition } : {});
  });
  return { close: () => kept.close() };
}

/** The page says by its own policy what it may do; whatever happens, it is kept apart from this server's other pages. */
async function sendFile(res: Response, file: string, type: string, more: Readonly<Record<string, string>> = {}) {
  res.writeHead(200, {
    'Content-Type': type,
    'Content-Length': String(statSync(file).size),
    'Content-Security-Policy': 'sandbox allow-scripts allow-downloads',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    ...more,
  });
  await pipeline(createReadStream(file), res);
}
