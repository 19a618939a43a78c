import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { LessonProposal, WeekOfTalk } from '../../domain/lesson.js';
import type { Problem, Result } from '../../domain/problem.js';
import type { KnowledgePatch } from '../../lessons/patch.js';
import { lessonReasons, lessonSentence } from '../../rendering/lesson-words.js';
import type { Store } from '../../store/open-store.js';
import { checked } from '../checked.js';
import { HttpProblem } from '../http-problem.js';
import { sendJson } from '../send-json.js';
import type { SignIn } from './sign-in.js';

const API = '/desk/api/lessons';

/** What the desk asks of the lessons; each looks at the knowledge in use at the moment. */
export interface LessonFunctions {
  readonly proposals: () => Promise<Result<readonly LessonProposal[]>>;
  readonly weeks: () => Promise<readonly WeekOfTalk[]>;
  /** Entries, topics and kinds that phrasings can be added to. */
  readonly places: () => readonly { readonly label: string; readonly title: string }[];
  /** `to`: a label, or `new:NAME`; title and ask are of a new topic. */
  readonly patch: (
    texts: readonly string[],
    wish: { readonly to: string; readonly title: string | null; readonly ask: string | null },
  ) => Result<KnowledgePatch>;
  readonly dismiss: (proposal: LessonProposal, who: string) => Promise<void>;
}

const short = (most: number) =>
  z.string({ error: 'expected a text' }).trim().max(most, `longer than ${most} characters`);
const patchBody = z.strictObject({
  to: short(100),
  title: short(200).nullable().default(null),
  ask: short(500).nullable().default(null),
});

/** What the page of lessons calls. */
export function lessonRoutes(
  server: Server,
  { proposals, weeks, places, patch, dismiss }: LessonFunctions,
  { signIn, audit }: { readonly signIn: SignIn; readonly audit: Store['audit'] },
): void {
  const all = async () => {
    const found = await proposals();
    if (found.ok) return found.value;
    throw problem(503, found.problems);
  };
  const one = async (req: Request) => {
    const found = (await all()).find(({ id }) => id === String(req.params.id));
    if (found !== undefined) return found;
    throw new HttpProblem(404, 'unknown-lesson', 'Lesson: it is not here, or no longer; load the page again.');
  };

  server.get(API, async (req: Request, res: Response) => {
    await signIn.reader(req);
    const found = (await all()).map((each) => ({ ...each, says: lessonSentence(each), because: lessonReasons(each) }));
    sendJson(res, 200, { proposals: found, places: places() });
  });
  server.get('/desk/api/weeks', async (req: Request, res: Response) => {
    await signIn.reader(req);
    sendJson(res, 200, { weeks: await weeks() });
  });
  server.post(`${API}/:id/patch`, async (req: Request, res: Response) => {
    const who = await signIn.writer(req);
    const wish = checked(patchBody, req.body);
    const lesson = await one(req);
    const made = patch(lesson.texts, { ...wish, title: wish.title || null, ask: wish.ask || null });
    if (!made.ok) throw problem(400, made.problems);
    await audit.add({ who, what: 'lesson-taken', ticketId: null, detail: `${lesson.id} to ${wish.to}` });
    sendJson(res, 200, { patch: made.value.patch, added: made.value.added, file: `${lesson.id}.patch` });
  });
  server.post(`${API}/:id/dismiss`, async (req: Request, res: Response) => {
    const who = await signIn.writer(req);
    await dismiss(await one(req), who);
    sendJson(res, 200, {});
  });
}

const problem = (status: number, problems: readonly Problem[]) =>
  new HttpProblem(status, problems[0]?.code ?? 'no-lessons', problems.map(({ message }) => message).join(' '));
