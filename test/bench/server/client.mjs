// A client of the server in a process of its own: in the bench's, the heaps of the libraries beside it would be measured along.
// Gets {id, url, text} from its parent and answers {id, millis} or {id, error}.
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

const agent = new Agent({ keepAlive: true, timeout: 3_000 });

/** Over a connection that is kept, with the client of Node itself: a heavier one would be measured along, too. */
function askOver(url, text) {
  const body = JSON.stringify({ text, today: '2026-11-22' });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const from = performance.now();
  let sent;
  return new Promise((done, failed) => {
    sent = request(`${url}/api/ask`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () =>
        response.statusCode === 200
          ? done(performance.now() - from)
          : failed(new Error(`status ${response.statusCode} for '${text}'`)),
      );
    });
    sent.on('error', failed);
    sent.end(body);
  }).catch((error) => {
    // The server has closed a connection that stood idle while another clock had its turn.
    if (error.code === 'ECONNRESET' && sent.reusedSocket) return askOver(url, text);
    throw error;
  });
}

process.on('message', ({ id, url, text }) => {
  askOver(url, text).then(
    (millis) => process.send({ id, millis }),
    (error) => process.send({ id, error: String(error) }),
  );
});
