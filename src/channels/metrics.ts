import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Request, Response, Route, Server } from 'restify';

export interface Measured {
  /** Open streams of the web page. */
  readonly streams: () => number;
  /** Messages accepted and not answered yet. */
  readonly waiting: () => Promise<number>;
}

/** Figures in Prometheus' form. The registry is this server's own, so that two servers in a process do not clash. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Time from request to answer, by route.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers: [this.registry],
  });
  private readonly errors = new Counter({
    name: 'http_errors_total',
    help: 'Answers with status 500 and above.',
    registers: [this.registry],
  });

  constructor({ streams, waiting }: Measured) {
    collectDefaultMetrics({ register: this.registry });
    const registers = [this.registry];
    new Gauge({
      name: 'directline_streams',
      help: 'Open streams of the web page.',
      registers,
      collect() {
        this.set(streams());
      },
    });
    new Gauge({
      name: 'directline_inbox',
      help: 'Messages accepted and not answered yet.',
      registers,
      async collect() {
        this.set(await waiting());
      },
    });
  }

  /** Times every answer. */
  watch(server: Server): void {
    const started = new WeakMap<Request, () => number>();
    server.pre(async (req: Request, _res: Response) => {
      started.set(req, this.requests.startTimer());
    });
    server.on('after', (req: Request, res: Response, route: Route | undefined) => {
      // The route's pattern, not the address: addresses carry ids and would never end.
      const labels = { route: String(route?.path ?? 'none'), method: req.method ?? '', status: String(res.statusCode) };
      (started.get(req) as ((labels: object) => number) | undefined)?.(labels);
      if (res.statusCode >= 500) this.errors.inc();
    });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  close(): void {
    this.registry.clear();
  }
}
