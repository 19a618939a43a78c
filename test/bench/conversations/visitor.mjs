import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';

/** One visitor with the widget: a conversation with its stream, and what came through it. */
export class Visitor {
  /** By client id: when it was sent, and under which id the server has it. */
  sent = new Map();
  /** Every activity that the stream brought, in order, with the time of its coming. */
  received = [];
  /** Closings of the stream that nobody asked for, and frames whose watermark does not move on. */
  faults = [];
  #base;
  #auth;
  #id;
  #socket;
  #watermark = 0;

  constructor(url) {
    this.#base = `${url}/v3/directline`;
  }

  async open() {
    const { token } = await this.#call('/tokens/generate', {});
    this.#auth = { authorization: `Bearer ${token}` };
    const { conversationId, streamUrl } = await this.#call('/conversations', { locale: 'en-GB' });
    this.#id = conversationId;
    this.#socket = new WebSocket(streamUrl);
    this.#socket.on('message', (data) => this.#take(String(data)));
    this.#socket.on('close', (code) => this.faults.push(`stream closed with ${code}`));
    await new Promise((opened, failed) => this.#socket.once('open', opened).once('error', failed));
  }

  /** Sends a message; what comes of it the stream shows. */
  async say(text) {
    const clientId = randomUUID();
    const message = { at: performance.now(), id: null };
    this.sent.set(clientId, message);
    try {
      const said = { type: 'message', text, textFormat: 'plain', channelData: { clientActivityID: clientId } };
      message.id = (await this.#call(`/conversations/${this.#id}/activities`, said)).id;
    } catch (error) {
      this.faults.push(`a message was not taken: ${error.message}`);
    }
  }

  /** How many messages have no answer yet. */
  waiting() {
    const answered = new Set(this.received.map(({ activity }) => activity.replyToId));
    return [...this.sent.values()].filter(({ id }) => !answered.has(id)).length;
  }

  /** The ids of all that the server has kept of the conversation. */
  async kept() {
    const ids = [];
    for (let watermark = '0'; ; ) {
      const path = `/conversations/${this.#id}/activities?watermark=${watermark}`;
      const read = await this.#call(path);
      ids.push(...read.activities.map(({ id }) => id));
      if (read.activities.length === 0) return ids;
      watermark = read.watermark;
    }
  }

  close() {
    this.#socket.removeAllListeners('close');
    this.#socket.close();
  }

  #take(frame) {
    if (frame === '') return;
    const at = performance.now();
    const { activities, watermark } = JSON.parse(frame);
    // Signs of typing move no watermark and are kept nowhere.
    if (watermark === undefined) return;
    if (Number(watermark) <= this.#watermark) this.faults.push(`watermark ${watermark} after ${this.#watermark}`);
    this.#watermark = Number(watermark);
    for (const activity of activities) this.received.push({ at, activity });
  }

  async #call(path, body) {
    const response = await fetch(`${this.#base}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json', ...this.#auth },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`status ${response.status} for ${path.replace(this.#id ?? '', '…')}`);
    return response.json();
  }
}
