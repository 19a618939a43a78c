import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';

const ANSWER = JSON.stringify({
  code: 'bad-request',
  message: 'The address or the Host header of the request cannot be read; correct it.',
});

/** Whether the address that a request asks for can be put together at all. */
function isReadable({ url, headers }: IncomingMessage): boolean {
  return url?.startsWith('/') === true && URL.canParse(url, `http://${headers.host ?? 'localhost'}`);
}

/**
 * Answers requests whose address cannot be read with 400 before restify sees them: it puts the address together in a later
 * tick, where an error would end the process. To be called when all listeners are in place.
 */
export function refuseUnreadable(server: HttpServer): void {
  for (const event of ['request', 'checkContinue'] as const) {
    const listeners = server.listeners(event) as ((req: IncomingMessage, res: ServerResponse) => void)[];
    if (listeners.length === 0) continue;
    server.removeAllListeners(event);
    server.on(event, (req: IncomingMessage, res: ServerResponse) => {
      if (isReadable(req)) for (const listener of listeners) listener.call(server, req, res);
      else {
        res.writeHead(400, { 'content-type': 'application/json', connection: 'close' });
        res.end(ANSWER);
      }
    });
  }
}
