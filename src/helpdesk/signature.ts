import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HelpdeskMapping } from '../knowledge/helpdesk-schema.js';

type Scheme = HelpdeskMapping['signature'];

/** `missing`: a header is not there or cannot be read. `stale`: signed too long ago, or too far ahead. */
export type SignatureCheck = 'good' | 'missing' | 'stale' | 'wrong';

/**
 * Whether a message comes from who knows the secret, and now: what was caught on the way is of no use a few minutes later. `body`: the
 * bytes as they came. Takes as long whatever of the signature differs.
 */
export function checkSignature(
  scheme: Scheme,
  secret: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: Buffer,
  now: Date,
): SignatureCheck {
  const given = headerOf(headers, scheme.header);
  const timestamp = headerOf(headers, scheme.timestamp.header);
  const signedAt = timestamp === null ? Number.NaN : instantOf(timestamp, scheme.timestamp.form);
  if (given === null || timestamp === null || Number.isNaN(signedAt)) return 'missing';
  const wanted = Buffer.from(`${scheme.prefix}${signatureOf(scheme, secret, timestamp, body)}`);
  const found = Buffer.from(given);
  if (wanted.length !== found.length || !timingSafeEqual(wanted, found)) return 'wrong';
  return Math.abs(now.getTime() - signedAt) > scheme.seconds * 1000 ? 'stale' : 'good';
}

/** The signature that a message should have, without its prefix. */
export function signatureOf(scheme: Scheme, secret: string, timestamp: string, body: Buffer): string {
  const hmac = createHmac('sha256', secret);
  for (const part of scheme.signs.split(/(\{\w+\})/))
    hmac.update(part === '{body}' ? body : part === '{timestamp}' ? timestamp : part);
  return hmac.digest(scheme.digest);
}

function headerOf(headers: Parameters<typeof checkSignature>[2], name: string): string | null {
  const value = headers[name.toLowerCase()];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Milliseconds since 1970; NaN: it cannot be read. */
function instantOf(timestamp: string, form: Scheme['timestamp']['form']): number {
  if (form === 'iso') return /^\d{4}-\d{2}-\d{2}T/.test(timestamp) ? Date.parse(timestamp) : Number.NaN;
  return /^\d{9,11}$/.test(timestamp) ? Number(timestamp) * 1000 : Number.NaN;
}
