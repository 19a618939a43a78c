import type { Request, Response, Server } from 'restify';
import { day } from '../../domain/day.js';
import { parseFacts } from '../../domain/facts.js';
import type { DeskAct } from '../../helpdesk/desk.js';
import type { FactChoices, OpenDesk } from '../../helpdesk/open-desk.js';
import type { Store } from '../../store/open-store.js';
import type { Changed } from '../../store/tickets.js';
import { checked } from '../checked.js';
import { HttpProblem } from '../http-problem.js';
import { sendJson } from '../send-json.js';
import type { ChannelSettings } from '../settings.js';
import { type StaticFiles, staticRoutes } from '../static.js';
import { type LessonFunctions, lessonRoutes } from './lessons.js';
import { actBodies, putInBody, queueQuery, sayBody, signInBody, writtenCursor } from './schemas.js';
import { SignIn } from './sign-in.js';

const API = '/desk/api';

export interface DeskRouteParts {
  readonly helpdesk: Pick<OpenDesk, 'desk' | 'choices'>;
  readonly lessons: LessonFunctions;
  readonly store: Pick<Store, 'ticketQueue' | 'deskSessions' | 'audit' | 'talks'>;
  /** The page, below `/desk`. */
  readonly page: StaticFiles;
  readonly clock: () => Date;
}

/** `/desk`: the page, and what it calls. Nothing of it is there where nobody may sign in. */
export function deskRoutes(server: Server, parts: DeskRouteParts, settings: ChannelSettings): void {
  if (settings.desk.triagers.length === 0) return;
  const { store, page: files } = parts;
  const { desk, choices } = parts.helpdesk;
  const signIn = new SignIn(store, settings, parts.clock);
  // No site shows it in a frame, whoever may show the chat.
  const index = files.get('/desk');
  const pages = index === undefined ? files : new Map([...files, ['/desk/lessons', index]]);
  staticRoutes(server, pages, { frameAncestors: [], azureDirectLine: null });

  lessonRoutes(server, parts.lessons, { signIn, audit: store.audit });

  /** Whoever looks at something is there, and so are the chats that they have taken over. */
  const reader = async (req: Request) => {
    const who = await signIn.reader(req);
    await store.talks.seen(who);
    return who;
  };
  const view = async (id: string) => {
    const found = await desk.view(id);
    if (found === null) throw unknownTicket();
    return found;
  };

  server.post(`${API}/session`, async (req: Request, res: Response) => {
    const name = await signIn.begin(req, res, checked(signInBody, req.body).token);
    sendJson(res, 200, { name, choices: choices() });
  });
  server.get(`${API}/session`, async (req: Request, res: Response) => {
    sendJson(res, 200, { name: await signIn.reader(req), choices: choices() });
  });
  server.del(`${API}/session`, async (req: Request, res: Response) => {
    await signIn.end(req, res);
    sendJson(res, 200, {});
  });
  server.get(`${API}/tickets`, async (req: Request, res: Response) => {
    const who = await reader(req);
    const { searchParams } = new URL(req.url ?? '/', 'http://localhost');
    const { mine, ...wish } = checked(queueQuery, Object.fromEntries(searchParams));
    const page = await store.ticketQueue.page({ ...wish, takenBy: mine === 'yes' ? who : null });
    sendJson(res, 200, { ...page, next: writtenCursor(page.next), counts: await store.ticketQueue.counts() });
  });
  server.post(`${API}/tickets`, async (req: Request, res: Response) => {
    const who = await signIn.writer(req);
    const { received, ...text } = checked(putInBody, req.body);
    const { id } = await desk.putIn(text, received === undefined ? null : day(received), who);
    sendJson(res, 201, await view(id));
  });
  server.get(`${API}/tickets/:id`, async (req: Request, res: Response) => {
    await reader(req);
    sendJson(res, 200, await view(String(req.params.id)));
  });
  server.get(`${API}/tickets/:id/chat`, async (req: Request, res: Response) => {
    await reader(req);
    const chat = await desk.chat(String(req.params.id));
    if (chat === null) throw unknownTicket();
    sendJson(res, 200, chat);
  });
  server.post(`${API}/tickets/:id/say`, async (req: Request, res: Response) => {
    const who = await signIn.writer(req);
    const said = await desk.say(String(req.params.id), who, checked(sayBody, req.body));
    if (said === null) throw unknownTicket();
    if (said === 'not-talking') throw notTalking();
    sendJson(res, 200, said);
  });
  server.post(`${API}/tickets/:id/:act`, async (req: Request, res: Response) => {
    const who = await signIn.writer(req);
    const id = String(req.params.id);
    const { version, act } = readAct(String(req.params.act), req.body, choices().plans);
    const refused = problemOf(await desk.act(id, version, who, act), who);
    if (refused !== null) throw refused;
    sendJson(res, 200, await view(id));
  });
}

const unknownTicket = () =>
  new HttpProblem(404, 'unknown-ticket', 'Ticket: it is not here, or no longer; go back to the queue.');

const notTalking = () =>
  new HttpProblem(409, 'not-talking', 'Chat: you do not talk in it, or no longer; the assistant answers there.');

/** What is to be done with a ticket, as it stood at `version`. */
function readAct(
  name: string,
  body: unknown,
  plans: FactChoices['plans'],
): { readonly version: number; readonly act: DeskAct } {
  switch (name) {
    case 'take': {
      const { version, over } = checked(actBodies.take, body);
      return { version, act: { kind: 'take', over } };
    }
    case 'draft': {
      const { version, draft } = checked(actBodies.draft, body);
      return { version, act: { kind: 'draft', draft } };
    }
    case 'facts': {
      const { version, at, facts: said } = checked(actBodies.facts, body);
      const facts = parseFacts(
        said,
        plans.map(({ id }) => id),
      );
      if (facts.ok) return { version, act: { kind: 'correct', at, facts: facts.value } };
      const [first] = facts.problems;
      throw new HttpProblem(400, first?.code ?? 'bad-facts', facts.problems.map(({ message }) => message).join(' '));
    }
    case 'release':
    case 'done':
    case 'reopen':
    case 'read-again':
    case 'talk':
    case 'give-back':
      return { version: checked(actBodies[name], body).version, act: { kind: name } };
    default:
      throw new HttpProblem(
        404,
        'unknown-act',
        `'${name.slice(0, 40)}': a ticket can be ${Object.keys(actBodies).join(', ')}.`,
      );
  }
}

/** Why a change was not made; null: it was. */
function problemOf(changed: Changed, who: string): HttpProblem | null {
  switch (changed.kind) {
    case 'changed':
      return null;
    case 'unknown':
      return unknownTicket();
    case 'not-taken':
      return new HttpProblem(409, 'not-taken', 'Ticket: nobody has taken it; take it first.');
    case 'no-chat':
      return new HttpProblem(409, 'no-chat', 'Ticket: there is no chat in which you could write to the asker alone.');
    case 'asked-again':
      return new HttpProblem(
        409,
        'asked-again',
        `Ticket: its asker has asked for a person again; work on request ${changed.reference}.`,
      );
    case 'not-talking':
      return notTalking();
    case 'conflict': {
      const { takenBy } = changed;
      if (takenBy !== null && takenBy !== who)
        return new HttpProblem(409, 'taken', `Ticket: ${takenBy} has taken it; nothing was changed.`);
      return new HttpProblem(409, 'changed-meanwhile', 'Ticket: it has changed since you opened it; look at it again.');
    }
  }
}
