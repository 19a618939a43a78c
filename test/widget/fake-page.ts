import { DirectLine, type LineStatus } from '../../src/widget/direct-line.js';
import { type Transcript, withActivities, withOutgoing } from '../../src/widget/transcript.js';
import { FakeDirectLine } from './fake-direct-line.js';
import { FakeEnvironment } from './fake-environment.js';

/** A page with a chat, without the drawing: what it would show is in `transcript`. */
export class Page {
  transcript: Transcript = [];
  statuses: LineStatus[] = [];
  changes: string[] = [];
  readonly line: DirectLine;

  constructor(readonly env: FakeEnvironment) {
    this.line = new DirectLine(
      env,
      { base: 'http://line.test/v3/directline', locale: 'en-GB' },
      {
        status: (status) => this.statuses.push(status),
        received: (activities, userId) => {
          this.transcript = withActivities(this.transcript, activities, userId);
        },
        outgoing: (message, state) => {
          this.transcript = withOutgoing(this.transcript, message, state);
        },
        conversation: (change) => this.changes.push(change),
      },
    );
    this.line.start();
  }

  lines(): readonly string[] {
    return this.transcript.map((e) => (e.kind === 'user' ? `${e.text} (${e.state})` : `> ${e.text}`));
  }
}

/** Greets, and answers everything with `re: …`, after a sign of typing. */
export const service = () =>
  new FakeDirectLine(
    (text) => [{ type: 'typing' }, { type: 'message', text: `re: ${text}` }],
    [{ type: 'message', text: 'welcome' }],
  );

/** A page that has just been greeted. */
export async function opened(server = service()) {
  const page = new Page(new FakeEnvironment(server));
  await page.env.settle();
  return { server, page, env: page.env };
}
