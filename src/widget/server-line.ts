import type { LineEnvironment } from './environment.js';
import { isRecord } from './wire.js';

/** Stands for the address of a Direct Line service that only our server knows. */
export const LINE = 'line:';
const KEPT = 'sns-chat.line';

/**
 * The same world, in which the addresses that begin with `line:` lead to the Direct Line service that our server names with each token:
 * itself, or Azure's. The secret of the latter stays with the server. The service is kept as long as the conversation is, over reloads.
 */
export function serverLine(env: LineEnvironment, server: string): LineEnvironment {
  let line = env.shared.get(KEPT) ?? `${server}v3/directline`;
  return {
    ...env,
    fetch: async (url, init) => {
      if (url !== `${LINE}/tokens/generate`) return env.fetch(url.replace(LINE, line), init);
      const answer = await env.fetch(`${server}api/token`, init);
      if (answer.status !== 200) return answer;
      const body = await answer.json();
      const named = isRecord(body) ? body.directLine : null;
      if (typeof named === 'string' && URL.canParse(named, server)) {
        line = new URL(named, server).href.replace(/\/$/, '');
        env.shared.set(KEPT, line);
      }
      return { ...answer, json: async () => body };
    },
  };
}
