import type { Request, Response, Server } from 'restify';
import type { CitedSentence } from '../../domain/citation.js';
import type { ContractReply } from '../../domain/contract.js';
import { type Day, day } from '../../domain/day.js';
import { type Facts, parseFacts } from '../../domain/facts.js';
import type { Ticket } from '../../domain/ticket.js';
import type { TypeAheadSuggestion } from '../../domain/type-ahead.js';
import type { Verdict } from '../../domain/verdict.js';
import type { ContractTriage } from '../../rendering/ticket-contract.js';
import { requireKey } from '../bearer-key.js';
import { checked } from '../checked.js';
import { allowOrigins } from '../cors.js';
import { HttpProblem } from '../http-problem.js';
import { sendJson } from '../send-json.js';
import type { ChannelSettings } from '../settings.js';
import { openapi } from './openapi.js';
import { askBody, entitlementBody, identifyBody, suggestionsQuery, triageBody } from './schemas.js';

const SUGGESTIONS = '/api/suggestions';
/** Long enough for a text that is typed, changed and typed again; in the person's own browser only, since it is what they typed. */
const SUGGESTIONS_KEPT = 'private, max-age=60';

/** What the routes answer with. */
export interface ApiFunctions {
  readonly ask: (text: string, today: Day) => Promise<ContractReply>;
  /** `explanation`: the verdict in plain sentences, how it follows and what would change it. */
  readonly entitle: (facts: Facts, asOf: Day) => Verdict & { readonly explanation: readonly CitedSentence[] };
  readonly identify: (evidence: string) => unknown;
  /** What a ticket asks, who should have it, and a draft of the reply. */
  readonly triage: (ticket: Ticket) => Promise<ContractTriage>;
  /** For a text that is being typed, best first; nothing of it is kept. */
  readonly suggest: (typed: string) => readonly TypeAheadSuggestion[];
  /** Today's date in the configured time zone. */
  readonly today: () => Day;
  /** The plans that the knowledge base knows; at least one. */
  readonly planIds: () => readonly string[];
}

/** `/api/…`: one question, one answer, no memory. Pages of other sites may call what the widget calls, and nothing else. */
export function apiRoutes(server: Server, api: ApiFunctions, settings: ChannelSettings): void {
  const dayOf = (said: string | undefined) => (said === undefined ? api.today() : day(said));

  server.post('/api/ask', async (req: Request, res: Response) => {
    const { text, today } = checked(askBody, req.body);
    sendJson(res, 200, await api.ask(text, dayOf(today)));
  });
  server.post('/api/entitlement', async (req: Request, res: Response) => {
    const body = checked(entitlementBody(api.planIds()), req.body);
    const facts = parseFacts(body.facts, api.planIds());
    if (!facts.ok) {
      const [first] = facts.problems;
      throw new HttpProblem(400, first?.code ?? 'bad-facts', facts.problems.map(({ message }) => message).join(' '));
    }
    sendJson(res, 200, api.entitle(facts.value, dayOf(body.asOf)));
  });
  server.post('/api/identify', async (req: Request, res: Response) => {
    sendJson(res, 200, api.identify(checked(identifyBody, req.body).evidence));
  });
  server.post('/api/triage', async (req: Request, res: Response) => {
    const { production, triage } = settings;
    requireKey(req, { code: 'triage', what: 'Triage of tickets', setting: 'TRIAGE_KEY', key: triage.key, production });
    const { received, ...ticket } = checked(triageBody, req.body);
    sendJson(res, 200, await api.triage({ ...ticket, received: dayOf(received) }));
  });
  allowOrigins(server, SUGGESTIONS, settings.directLine.allowedOrigins);
  server.get(SUGGESTIONS, async (req: Request, res: Response) => {
    const { searchParams } = new URL(req.url ?? '/', 'http://localhost');
    const { text } = checked(suggestionsQuery, Object.fromEntries(searchParams));
    sendJson(res, 200, { suggestions: api.suggest(text) }, SUGGESTIONS_KEPT);
  });
  server.get('/api/openapi.json', async (_req: Request, res: Response) => {
    sendJson(res, 200, openapi(api.planIds()));
  });
}
