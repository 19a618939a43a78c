import type { z } from 'zod';
import { HttpProblem } from './http-problem.js';

/** `input` as the schema reads it; else a 400 that names every field that is wrong, with the code of the first. */
export function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.') || 'body', message }));
  const field = parsed.error.issues[0]?.path.findLast((step) => typeof step === 'string');
  throw new HttpProblem(
    400,
    `bad-${String(field ?? 'body')}`,
    problems.map(({ where, message }) => `${where}: ${message.replace(/\.$/, '')}.`).join(' '),
  );
}
