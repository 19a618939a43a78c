import { HttpProblem } from '../http-problem.js';

/** The `watermark` of a request's address: how far its sender has read. Absent, empty and `-` mean from the start. */
export function readWatermark(req: { readonly url?: string | undefined }): number {
  const said = new URL(req.url ?? '/', 'http://localhost').searchParams.get('watermark') ?? '';
  if (said === '' || said === '-') return 0;
  if (!/^\d{1,15}$/.test(said)) {
    throw new HttpProblem(
      400,
      'bad-watermark',
      'watermark: send back the one that came with the last activities, or none.',
    );
  }
  return Number(said);
}
