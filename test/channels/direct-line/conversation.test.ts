import jwt from 'jsonwebtoken';
import { temporaryFolder } from '../../store/temporary-folder.js';
import { APOLOGY, echoBot, get, post, start } from '../running-server.js';
import { listen, open, type Said, say } from './client.js';

const folder = temporaryFolder();
/** Something to wait for. */
function signal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give: () => give(), given };
}
const texts = (said: readonly Said[]) => said.map(({ text }) => text);

describe('a conversation', () => {
  test('greets, echoes the message with its client id, and answers in order', async () => {
    const to = await open(await start());
    const sent = await say(to, 'hello', 'client-1');
    const { said } = await listen(to.streamUrl, 4);
    expect(texts(said)).toEqual(['welcome', 'hello', 'echo 1: hello', 'again: hello']);
    expect(said[1]).toMatchObject({ id: sent.body.id, channelData: { clientActivityID: 'client-1' } });
    expect(said[2]).toMatchObject({ replyToId: sent.body.id, from: { role: 'bot' } });
  });

  test('answers messages one after another in the order of their coming', async () => {
    const to = await open(await start());
    await Promise.all(['a', 'b', 'c', 'd'].map((text) => say(to, text)));
    const { said } = await listen(to.streamUrl, 1 + 4 * 3);
    const asked = said.filter(({ from }) => from.id.startsWith('dl_')).map(({ text }) => text);
    expect(texts(said).filter((text) => text?.startsWith('echo'))).toEqual(
      asked.map((text, n) => `echo ${n + 1}: ${text}`),
    );
  });

  test('is read by polling as by stream, from a watermark on', async () => {
    const to = await open(await start());
    await say(to, 'hello');
    const { said, watermark } = await listen(to.streamUrl, 4);
    const all = await get(`${to.base}/conversations/${to.conversationId}/activities`, to.auth);
    expect(all.body).toEqual({ activities: said, watermark });
    const rest = await get(`${to.base}/conversations/${to.conversationId}/activities?watermark=${watermark}`, to.auth);
    expect(rest.body).toEqual({ activities: [], watermark });
  });

  test('goes on from the watermark when its reader comes back', async () => {
    const to = await open(await start());
    const first = await listen(to.streamUrl, 1);
    await say(to, 'while you were out');
    const again = await get(`${to.base}/conversations/${to.conversationId}?watermark=${first.watermark}`, to.auth);
    expect(again.body).toMatchObject({ conversationId: to.conversationId });
    const { said } = await listen(again.body.streamUrl, 3);
    expect(texts(said)).toEqual(['while you were out', 'echo 1: while you were out', 'again: while you were out']);
  });

  test('takes a message that is sent again for the same message', async () => {
    const server = await start();
    const to = await open(server);
    const [one, two] = [await say(to, 'hello', 'same'), await say(to, 'hello', 'same')];
    expect(two.body).toEqual(one.body);
    await say(to, 'next');
    const { said } = await listen(to.streamUrl, 7);
    expect(texts(said).filter((text) => text?.startsWith('echo'))).toEqual(['echo 1: hello', 'echo 2: next']);
  });

  test('says who speaks itself, whatever the client claims', async () => {
    const to = await open(await start());
    await post(
      `${to.base}/conversations/${to.conversationId}/activities`,
      {
        type: 'message',
        text: 'x',
        id: 'mine',
        from: { id: 'boss', role: 'bot' },
        conversation: { id: 'other' },
        channelId: 'msteams',
      },
      to.auth,
    );
    const { said } = await listen(to.streamUrl, 2);
    const { user } = jwt.decode(to.token) as { user: string };
    expect(said[1]).toMatchObject({
      from: { id: user, role: 'user' },
      conversation: { id: to.conversationId },
      channelId: 'directline',
    });
    expect(said[1]?.id).not.toBe('mine');
  });

  test('apologises for a turn that breaks, keeps nothing of it, and goes on', async () => {
    const server = await start();
    const to = await open(server);
    await say(to, 'break');
    await say(to, 'hello');
    const { said } = await listen(to.streamUrl, 6);
    expect(texts(said)).toEqual(['welcome', 'break', APOLOGY, 'hello', 'echo 1: hello', 'again: hello']);
    expect(server.reported).toEqual(['turn on the web page: as asked']);
  });

  test('can be spoken to by the bot of its own accord, and what it said be put right and taken back', async () => {
    const server = await start();
    const to = await open(server);
    const reference = {
      conversation: { id: to.conversationId, isGroup: false, conversationType: '', name: '' },
      channelId: 'directline',
    };
    await server.directLine.adapter.continueConversationAsync('', reference, async (context) => {
      const sent = await context.sendActivity('wait');
      await context.updateActivity({ id: sent?.id ?? '', type: 'message', text: 'done' });
      await context.deleteActivity(sent?.id ?? '');
    });
    const { said } = await listen(to.streamUrl, 4);
    expect(said.map(({ type, text }) => [type, text])).toEqual([
      ['message', 'welcome'],
      ['message', 'wait'],
      ['message', 'done'],
      ['messageDelete', undefined],
    ]);
    expect(new Set(said.slice(1).map(({ id }) => id)).size).toBe(1);
  });
});

describe('after a restart', () => {
  test('what was acknowledged and not answered is answered, once, and the conversation goes on', async () => {
    const file = `${folder}/restart.db`;
    const reached = signal();
    const revived = signal();
    // It stands for a process that dies in the middle of a turn: it goes no further until another has taken over.
    const first = await start({
      file,
      botOf: (storage) => {
        const echo = echoBot(storage);
        return {
          run: async (context) => {
            await echo.run(context);
            if (context.activity.type !== 'message') return;
            reached.give();
            await revived.given;
          },
        };
      },
    });
    const to = await open(first);
    expect((await say(to, 'hello', 'c1')).status).toBe(200);
    await reached.given;
    const second = await start({ file });
    const there = { ...to, base: `${second.url}/v3/directline` };
    const opened = await get(`${there.base}/conversations/${to.conversationId}`, to.auth);
    expect(texts((await listen(opened.body.streamUrl, 4)).said)).toEqual([
      'welcome',
      'hello',
      'echo 1: hello',
      'again: hello',
    ]);
    expect((await say(there, 'hello', 'c1')).status).toBe(200);
    await say(there, 'more');
    expect(texts((await listen(opened.body.streamUrl, 7)).said).slice(4)).toEqual([
      'more',
      'echo 2: more',
      'again: more',
    ]);
    // Should it live after all, its late answer counts for nothing.
    revived.give();
    await first.stop();
    expect((await second.store.activities.since(to.conversationId, 0)).activities).toHaveLength(7);
  });

  test('a message at which the program ended three times is given up with an apology', async () => {
    const file = `${folder}/poison.db`;
    const first = await start({ file });
    const to = await open(first);
    await listen(to.streamUrl, 1);
    await first.store.turns.receive(to.conversationId, { id: 'p', type: 'message', text: 'poison' }, null);
    for (let n = 0; n < 2; n++) await first.store.turns.takeUpAgain();
    await first.stop();
    const second = await start({ file });
    const said = await get(`${second.url}/v3/directline/conversations/${to.conversationId}`, to.auth);
    expect(texts((await listen(said.body.streamUrl, 3)).said)).toEqual(['welcome', 'poison', APOLOGY]);
  });
});
