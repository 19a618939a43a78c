import { join } from 'node:path';
import { type Attached, linesOf, problemsOf } from '../../bot/message-extension/cards.js';
import { recorded } from '../../bot/message-extension/recorded.js';
import { opened } from '../../store/open.js';
import { dataFolder, startApp } from './running-app.js';

/** Posts a recorded activity as Teams would, from a Teams on this machine: without an app id no other is answered. */
async function send(url: string, name: string, value: object = {}) {
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...recorded(name, value), serviceUrl: 'http://localhost:1' }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

/** Reading knowledge and model takes some seconds. */
const START_MILLIS = 60_000;

test(
  'the running server triages a message, inserts its draft, searches, and keeps nothing of it',
  async () => {
    const data = dataFolder();
    const { url, stop } = await startApp(data);

    const triaged = await send(url, 'triage-post');
    const card: Attached = triaged.body.task.value.card;
    expect([triaged.status, problemsOf(card)]).toEqual([200, []]);
    // The server's zone is UTC, in which the message was sent on the day before.
    expect(linesOf(card)[0]).toBe('From Jamie Smythe, 19 November 2026');
    expect(linesOf(card).join('\n')).toContain('As of 19 November 2026: Yes, covered: the Galaxy VS');

    const draft = card.content.body.find(({ id }) => id === 'draft')?.value;
    const inserted = await send(url, 'triage-insert', { data: { pressed: 'insert', draft } });
    expect([inserted.status, linesOf(inserted.body.composeExtension.attachments[0])[0]]).toEqual([200, 'Hello,']);
    expect(await send(url, 'triage-close')).toEqual({ status: 200, body: null });

    const first = await send(url, 'search-first');
    expect(first.body.composeExtension.attachments.length).toBeGreaterThan(10);
    expect(first.body.composeExtension.attachments.flatMap(problemsOf)).toEqual([]);
    const refused = await send(url, 'search-typed', { queryOptions: { skip: 'x' } });
    expect([refused.status, refused.body.code]).toEqual([400, 'bad-skip']);

    await stop();
    const store = await opened(join(data, 'sns.db'));
    const { id } = recorded('triage-post').conversation ?? { id: '' };
    expect(await store.activities.transcript(`msteams/${id}`)).toEqual([]);
    await store.close();
  },
  START_MILLIS,
);
