import type { Request } from 'restify';
import { dropUpload } from '../fleet/upload.js';
import { HttpProblem } from '../http-problem.js';

/** Where the official client sends messages that bring files; their bodies are never read as JSON. */
export const isUpload = (path: string): boolean => /^\/v3\/directline\/conversations\/[^/]+\/upload\/?$/.test(path);

/** The assistant reads text only. A message is refused whole, its text too, so that nobody takes the file for seen. */
export const noAttachments = (): HttpProblem =>
  new HttpProblem(
    415,
    'no-attachments',
    'Attachments: files are not taken in the chat; write what they say as text. A list of devices goes to /api/fleet.',
  );

/** Reads what is sent, drops it, and refuses it. */
export async function refuseUpload(req: Request): Promise<never> {
  await dropUpload(req);
  throw noAttachments();
}
