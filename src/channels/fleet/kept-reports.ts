import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Long enough to open and to save; a report holds the data of a customer. */
const KEPT_MILLIS = 15 * 60 * 1000;
const MOST = 20;

/** A report that waits to be fetched. */
export interface KeptReport {
  readonly file: string;
  readonly title: string;
}

/** Files of the fleet route, in a folder that only this server reads; reports go after a while, and all of it at the end. */
export class KeptReports {
  private folder: string | null = null;
  private files = 0;
  private readonly reports = new Map<string, KeptReport & { readonly timer: NodeJS.Timeout }>();

  /** A path where nothing is yet. */
  newFile(): string {
    this.folder ??= mkdtempSync(join(tmpdir(), 'sns-fleet-'));
    return join(this.folder, String(this.files++));
  }

  /** Keeps a report, and gives the name under which it can be fetched: not to be guessed, since it is all that is asked for. */
  keep(report: KeptReport): string {
    const id = randomBytes(24).toString('base64url');
    const timer = setTimeout(() => this.drop(id), KEPT_MILLIS);
    timer.unref();
    this.reports.set(id, { ...report, timer });
    const [oldest] = this.reports.keys();
    if (this.reports.size > MOST && oldest !== undefined) this.drop(oldest);
    return id;
  }

  get(id: string): KeptReport | null {
    return this.reports.get(id) ?? null;
  }

  close(): void {
    for (const id of [...this.reports.keys()]) this.drop(id);
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
    this.folder = null;
  }

  private drop(id: string): void {
    const report = this.reports.get(id);
    if (report === undefined) return;
    clearTimeout(report.timer);
    this.reports.delete(id);
    rmSync(report.file, { force: true });
  }
}
