import { z } from 'zod';
import {
  askBody,
  entitlementBody,
  fleetQuery,
  fleetSchema,
  identifiedSchema,
  identifyBody,
  problemSchema,
  replySchema,
  suggestionsQuery,
  suggestionsSchema,
  triageBody,
  triageSchema,
  verdictSchema,
} from './schemas.js';

/** The description of the HTTP interface for programs, OpenAPI 3.1, made from the schemas that check the requests. */
export function openapi(planIds: readonly string[]): object {
  const described = (schema: z.ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return rest;
  };
  const json = (schema: z.ZodType) => ({ 'application/json': { schema: described(schema) } });
  const problem = (description: string) => ({ description, content: json(problemSchema) });
  const post = (summary: string, body: z.ZodType, answer: z.ZodType) => ({
    post: {
      summary,
      requestBody: { required: true, content: json(body) },
      responses: {
        200: { description: 'The answer.', content: json(answer) },
        400: problem('The request is wrong; nothing was changed.'),
        413: problem('The body is too large.'),
        500: problem('Something broke on the server.'),
      },
    },
  });
  /** The same for callers that need a key outside this machine. */
  const withKey = ({ post: wanted }: ReturnType<typeof post>) => ({
    post: {
      ...wanted,
      responses: {
        ...wanted.responses,
        401: problem('The key is missing or wrong.'),
        403: problem('No key is set, and the caller is not on this machine.'),
      },
    },
  });
  const inQuery = (query: z.ZodObject) =>
    Object.entries(query.shape).map(([name, schema]) => ({
      name,
      in: 'query',
      required: !schema.safeParse(undefined).success,
      schema: described(schema),
    }));
  const ask = (summary: string, query: z.ZodObject, answer: z.ZodType) => ({
    get: {
      summary,
      parameters: inQuery(query),
      responses: {
        200: { description: 'The answer.', content: json(answer) },
        400: problem('The request is wrong.'),
      },
    },
  });
  const get = (summary: string) => ({ get: { summary, responses: { 200: { description: 'As it says.' } } } });
  return {
    openapi: '3.1.0',
    info: { title: 'Secure NMC assistant', version: '1' },
    paths: {
      '/api/ask': post('Answers one message, without memory.', askBody, replySchema),
      '/api/entitlement': post('Whether a device is covered, as of a day.', entitlementBody(planIds), verdictSchema),
      '/api/identify': post('Which card a device has, by what it shows.', identifyBody, identifiedSchema),
      '/api/triage': withKey(
        post(
          'What a ticket asks, who should have it, what is missing, and a draft of the reply.',
          triageBody,
          triageSchema,
        ),
      ),
      '/api/fleet': {
        post: {
          summary: 'Whether each device of a list is covered; the body is the file, .csv or .xlsx.',
          parameters: inQuery(fleetQuery),
          requestBody: { required: true, content: { 'text/csv': {}, 'application/octet-stream': {} } },
          responses: {
            200: { description: 'The answer.', content: json(fleetSchema) },
            400: problem('The list or the query cannot be used.'),
            401: problem('The key is missing or wrong.'),
            413: problem('The list is too large.'),
            503: problem('Other lists are being decided.'),
          },
        },
      },
      '/api/suggestions': ask(
        'What a person who is typing may mean: questions, and names that complete the last words.',
        suggestionsQuery,
        suggestionsSchema,
      ),
      '/healthz': get('Whether the process lives.'),
      '/readyz': get('Whether it answers, and with which model; 503 where its store does not.'),
      '/metrics': get('Figures for Prometheus, for callers on the same machine or with a key.'),
    },
  };
}
