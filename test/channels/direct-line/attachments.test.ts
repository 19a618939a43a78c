import { post, start } from '../running-server.js';
import { listen, type Opened, open } from './client.js';

const upload = (to: Opened, text: string, file: Blob, auth: Record<string, string> = to.auth) => {
  const form = new FormData();
  const activity = JSON.stringify({ type: 'message', text });
  form.append('activity', new Blob([activity], { type: 'application/vnd.microsoft.activity' }));
  form.append('file', file, 'list.csv');
  return fetch(`${to.base}/conversations/${to.conversationId}/upload?userId=me`, {
    method: 'POST',
    headers: auth,
    body: form,
  });
};
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

test.each([
  ['a small file', 10],
  ['a file larger than any message may be', 2 * 1024 * 1024],
])('%s is refused as what it is, with the text beside it, and nothing of it is stored', async (_what, size) => {
  const server = await start();
  const to = await open(server);
  await listen(to.streamUrl, 1);
  const answer = await upload(to, 'see the list', new Blob(['x'.repeat(size)], { type: 'text/csv' }));
  expect(await codeOf(answer)).toEqual([415, 'no-attachments']);
  expect((await server.store.activities.since(to.conversationId, 0)).activities).toHaveLength(1);
  expect(server.reported).toEqual([]);
});

test('who may not speak in the conversation is told that instead', async () => {
  const server = await start();
  const [to, other] = [await open(server), await open(server)];
  const file = new Blob(['x']);
  expect(await codeOf(await upload(to, 'x', file, {}))).toEqual([401, 'no-token']);
  expect(await codeOf(await upload(to, 'x', file, other.auth))).toEqual([403, 'foreign-token']);
});

test('an attachment within a message is refused in the same way', async () => {
  const server = await start();
  const to = await open(server);
  const attachments = [{ contentType: 'image/png', contentUrl: 'data:image/png;base64,AAAA' }];
  const at = `${to.base}/conversations/${to.conversationId}/activities`;
  const answer = await post(at, { type: 'message', text: 'look', attachments }, to.auth);
  expect([answer.status, answer.body.code]).toEqual([415, 'no-attachments']);
  expect((await post(at, { type: 'message', text: 'look', attachments: [] }, to.auth)).status).toBe(200);
});
