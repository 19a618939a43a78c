import type { Request, Response, Server } from 'restify';
import type { OpenDesk } from '../../helpdesk/open-desk.js';
import { checkSignature, type SignatureCheck } from '../../helpdesk/signature.js';
import { toldTicket } from '../../helpdesk/told-ticket.js';
import type { HelpdeskMapping } from '../../knowledge/helpdesk-schema.js';
import { HttpProblem } from '../http-problem.js';
import { jsonOf, readBytes } from '../json-body.js';
import { sendJson } from '../send-json.js';
import type { ChannelSettings } from '../settings.js';

/** What lies below it reads its bodies itself: they are signed as they come. */
export const WEBHOOKS = '/webhooks/';

const REFUSED: Readonly<Record<Exclude<SignatureCheck, 'good'>, (scheme: HelpdeskMapping['signature']) => string>> = {
  missing: ({ header, timestamp }) => `the message is not signed; send ${header} and ${timestamp.header} with it`,
  stale: ({ seconds }) => `it was signed more than ${seconds} s away from our time; send it anew, or set the clock`,
  wrong: () => 'the signature does not fit; the secret on both sides must be the same, and the body as it was signed',
};

/**
 * `POST /webhooks/SOURCE`: a helpdesk tells of a ticket, signed. Kept before it is answered (202), triaged after; however often it comes
 * it is one ticket. Problems: 404 no such helpdesk, 403 it has no secret, 401 not signed by it or not now, 400 no ticket.
 */
export function webhookRoutes(
  server: Server,
  { mapping, desk, clock }: Pick<OpenDesk, 'mapping' | 'desk'> & { readonly clock: () => Date },
  { helpdesks, bodyLimit }: Pick<ChannelSettings, 'helpdesks' | 'bodyLimit'>,
): void {
  server.post(`${WEBHOOKS}:source`, async (req: Request, res: Response) => {
    const source = String(req.params.source ?? '');
    const body = await readBytes(req, bodyLimit);
    const known = mapping(source);
    if (known === null)
      throw new HttpProblem(404, 'unknown-helpdesk', `'${source.slice(0, 40)}': no such helpdesk is set up here.`);
    const secret = helpdesks.get(source)?.secret ?? null;
    if (secret === null)
      throw new HttpProblem(
        403,
        'webhook-off',
        `${known.title}: no secret is set; whoever runs the server can set the one of this helpdesk.`,
      );
    const check = checkSignature(known.signature, secret, req.headers, body, clock());
    if (check !== 'good')
      throw new HttpProblem(401, `signature-${check}`, `${known.title}: ${REFUSED[check](known.signature)}.`);
    const told = toldTicket(known, jsonOf(req, body));
    if (told.kind === 'malformed')
      throw new HttpProblem(400, 'no-ticket', `${known.title}: nothing is said at ${told.lacks.join(', ')}; send it.`);
    if (told.kind === 'ignored') return sendJson(res, 200, { kind: 'ignored' });
    const { kind } = await desk.receive(source, told.ticket);
    sendJson(res, kind === 'same' || kind === 'older' ? 200 : 202, { kind });
  });
}
