import type { Request } from 'restify';

const HOST = /^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:.]+\](?::\d{1,5})?$/i;
const first = (header: string | string[] | undefined) =>
  String(header ?? '')
    .split(',')[0]
    ?.trim() ?? '';

/**
 * The absolute address of a stream, as clients need it: where `publicUrl` says, else where the request says that
 * it was sent (X-Forwarded-Host and -Proto of a proxy before Host). Who forges these misleads nobody but himself.
 */
export function streamUrl(
  req: Pick<Request, 'headers' | 'socket'>,
  publicUrl: string | null,
  path: string,
  query: Readonly<Record<string, string>>,
): string {
  return `${base(req, publicUrl)}${path}?${new URLSearchParams(query)}`;
}

function base({ headers, socket }: Pick<Request, 'headers' | 'socket'>, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl.replace(/^http/, 'ws');
  const host = [first(headers['x-forwarded-host']), first(headers.host)].find((name) => HOST.test(name)) ?? 'localhost';
  const secure = first(headers['x-forwarded-proto']) === 'https' || 'encrypted' in socket;
  return `${secure ? 'wss' : 'ws'}://${host}`;
}
