import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { HttpProblem, TooManyRequests } from '../http-problem.js';
import type { Report } from '../settings.js';
import type { DirectLine } from './direct-line.js';
import type { Gate } from './gate.js';
import { BASE } from './routes.js';
import { readWatermark } from './watermark.js';

const PATH = new RegExp(`^${BASE}/conversations/([^/?]+)/stream$`);

/** Turns requests for a stream into WebSockets; one with a wrong token or address gets an HTTP answer instead. */
export function streamUpgrade(directLine: DirectLine, gate: Gate, report: Report) {
  // Clients send empty messages only.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4096, perMessageDeflate: false });
  const upgrade = async (req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const conversationId = PATH.exec(url.pathname)?.[1];
    if (conversationId === undefined) throw new HttpProblem(404, 'unknown-route', 'Stream: no such address.');
    gate.admit(req);
    const watermark = readWatermark(req);
    await directLine.enter(directLine.tokens.check(url.searchParams.get('t') ?? '', 'stream'), conversationId);
    sockets.handleUpgrade(req, socket, head, (webSocket) => {
      directLine.streams.connect(webSocket, conversationId, watermark);
    });
  };
  return (req: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // A caller who goes away in the middle is no failure of ours.
    socket.on('error', () => socket.destroy());
    upgrade(req, socket, head).catch((error: unknown) => {
      const known = error instanceof HttpProblem;
      if (!known) report('opening a stream', error);
      refuse(socket, known ? error : new HttpProblem(500, 'internal', 'Stream: could not be opened; try again.'));
    });
  };
}

function refuse(socket: Duplex, problem: HttpProblem): void {
  const body = JSON.stringify(problem);
  const later = problem instanceof TooManyRequests ? `Retry-After: ${problem.retryAfterSeconds}\r\n` : '';
  socket.end(
    `HTTP/1.1 ${problem.statusCode} ${STATUS_CODES[problem.statusCode]}\r\nContent-Type: application/json\r\n${later}` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
