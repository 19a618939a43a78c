import { z } from 'zod';
import { HttpProblem } from '../http-problem.js';
import type { Report } from '../settings.js';

/** A site's own Direct Line channel in Azure. */
export interface AzureDirectLine {
  /** The channel's key; it goes to Azure only. */
  readonly secret: string;
  /** `https://directline.botframework.com`, or that of a region. */
  readonly origin: string;
}

/** What a page needs to begin a conversation with Azure. */
export interface AzureToken {
  readonly conversationId: string;
  readonly token: string;
  /** Seconds. */
  readonly expires_in: number;
}

/** Azure answers within a second where it is well. */
const WAIT_MILLIS = 10_000;
const tokenBody = z.object({ conversationId: z.string(), token: z.string().min(1), expires_in: z.number().positive() });

/** The Direct Line address of a service, as its clients take it. */
export const azureAddress = ({ origin }: AzureDirectLine): string => `${origin}/v3/directline`;

/**
 * Exchanges the secret for a token that is good for one conversation, one user (`dl_…`, which nobody can change) and the pages of the
 * trusted origins; none named: Azure asks for none. 502 where Azure does not take the secret, 503 where it does not answer.
 */
export async function azureToken(
  azure: AzureDirectLine,
  user: string,
  trustedOrigins: readonly string[],
  report: Report,
): Promise<AzureToken> {
  let status = 0;
  try {
    const answer = await fetch(`${azureAddress(azure)}/tokens/generate`, {
      method: 'POST',
      headers: { authorization: `Bearer ${azure.secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ user: { id: user }, ...(trustedOrigins.length > 0 && { trustedOrigins }) }),
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MILLIS),
    });
    status = answer.status;
    if (answer.ok) return tokenBody.parse(await answer.json());
  } catch (error) {
    report('Azure Direct Line', error);
    throw unwell();
  }
  report('Azure Direct Line', new Error(`it answered ${status}${isRefusal(status) ? ': check its secret' : ''}`));
  throw isRefusal(status) ? refused() : unwell();
}

const isRefusal = (status: number) => status === 401 || status === 403;
const refused = () =>
  new HttpProblem(502, 'azure-refuses', 'Azure Direct Line: it does not take the secret; set a key of the channel.');
const unwell = () =>
  new HttpProblem(503, 'azure-unreachable', 'Azure Direct Line: it gives no token now; try again in a moment.');
