import { type Heard, mondayOf, TALK_OF, type WeekOfTalk } from '../domain/lesson.js';
import { REPLY_KINDS, type ReplyKind } from '../domain/reply.js';
import type { Triage } from '../domain/ticket.js';
import type { StoredActivity } from './activities.js';
import type { Database } from './schema.js';

/** A message of somebody with what the assistant replied. */
interface Answered {
  readonly at: string;
  readonly person: string;
  readonly said: string;
  readonly kind: ReplyKind;
  readonly answered: string;
  readonly isSeveral: boolean;
}

/** So many activities are read at once, so that everything else gets its turn in between. */
const AT_ONCE = 500;
const MOST_TICKETS = 2_000;

/** What people asked and how it went, out of transcripts, judgements and tickets. It reads only. */
export class HeardThings {
  constructor(private readonly db: Database) {}

  /** What was not answered well since a moment (ISO 8601, UTC), in no certain order, as it was said. */
  async lessons(since: string): Promise<readonly Heard[]> {
    const refused: Heard[] = [];
    // Of several questions in one message nobody knows which words were refused.
    for await (const { kind, isSeveral, at, person, said, answered } of this.answers(since))
      if (kind === 'out-of-scope' && !isSeveral) refused.push({ reason: 'refused', said, answered, person, at });
    return [...refused, ...(await this.judged(since)), ...(await this.tickets(since))];
  }

  /** The weeks since a moment in which anything was asked, the oldest first. */
  async weeks(since: string): Promise<readonly WeekOfTalk[]> {
    const weeks = new Map<string, WeekOfTalk>();
    for await (const { at, kind } of this.answers(since)) {
      const became = TALK_OF[kind];
      if (became === null) continue;
      const week = mondayOf(at);
      const none = { week, asked: 0, answered: 0, offered: 0, refused: 0, handedOver: 0 };
      const counted = weeks.get(week) ?? none;
      weeks.set(week, { ...counted, asked: counted.asked + 1, [became]: counted[became] + 1 });
    }
    return [...weeks.values()].sort((a, b) => (a.week < b.week ? -1 : 1));
  }

  /** Each message with the first reply to it, conversation by conversation. */
  private async *answers(since: string): AsyncGenerator<Answered> {
    let after = { conversation: '', seq: 0 };
    let asked: { readonly conversation: string; readonly said: string } | null = null;
    for (let more = true; more; ) {
      const rows = await this.db
        .selectFrom('activities')
        .innerJoin('conversations', 'conversations.id', 'activities.conversation_id')
        .select(['conversation_id', 'seq', 'sender', 'activity', 'activities.created_at as at', 'channel', 'user_id'])
        .where('activities.created_at', '>=', since)
        .where((eb) => eb(eb.refTuple('conversation_id', 'seq'), '>', eb.tuple(after.conversation, after.seq)))
        .orderBy('conversation_id')
        .orderBy('seq')
        .limit(AT_ONCE)
        .execute();
      for (const row of rows) {
        after = { conversation: row.conversation_id, seq: row.seq };
        const { type, text, channelData } = JSON.parse(row.activity) as StoredActivity;
        if (row.sender === 'user') {
          if (type === 'message' && text !== undefined) asked = { conversation: row.conversation_id, said: text };
          continue;
        }
        const reply = replyIn(channelData);
        if (reply === null || asked?.conversation !== row.conversation_id) continue;
        yield { at: row.at, person: `${row.channel}/${row.user_id}`, said: asked.said, answered: text ?? '', ...reply };
        asked = null;
      }
      more = rows.length === AT_ONCE;
    }
  }

  private async judged(since: string): Promise<readonly Heard[]> {
    const rows = await this.db
      .selectFrom('feedback')
      .select(['exchange', 'channel', 'user_id', 'created_at'])
      .where('reaction', '=', 'down')
      .where('created_at', '>=', since)
      .execute();
    return rows.flatMap(({ exchange, channel, user_id, created_at }): readonly Heard[] => {
      const { said, answered } = JSON.parse(exchange) as { said: string | null; answered: string | null };
      if (said === null) return [];
      return [{ reason: 'judged-wrong', said, answered, person: `${channel}/${user_id}`, at: created_at }];
    });
  }

  /** What tickets ask that is not known, and what people at the desk put right. */
  private async tickets(since: string): Promise<readonly Heard[]> {
    const corrected = this.db.selectFrom('audit').select('ticket_id').where('what', '=', 'facts-corrected');
    const rows = await this.db
      .selectFrom('tickets')
      .select(['id', 'source', 'requester', 'subject', 'draft', 'triage', 'received_at'])
      .select((eb) => eb(eb.ref('id'), 'in', corrected).as('is_corrected'))
      .where('received_at', '>=', since)
      .where('triage', 'is not', null)
      .orderBy('received_at', 'desc')
      .limit(MOST_TICKETS)
      .execute();
    return rows.flatMap(({ id, source, requester, subject, draft, triage, received_at: at, is_corrected }) => {
      const { asks } = JSON.parse(triage ?? '{"asks":[]}') as Pick<Triage, 'asks'>;
      return asks.flatMap((ask): readonly Heard[] => {
        const one = { said: ask.said || subject, answered: null, person: `${source}/${requester ?? id}`, at };
        const unknown = ask.kind === 'out-of-scope' && ask.topics.length === 0;
        return [
          ...(unknown ? [{ ...one, reason: 'refused' } as const] : []),
          ...(is_corrected && ask.kind === 'entitlement' ? [{ ...one, reason: 'facts-corrected' } as const] : []),
          ...(draft !== null && ask.kind !== 'human' ? [{ ...one, reason: 'draft-edited' } as const] : []),
        ];
      });
    });
  }
}

/** The reply behind an activity of the bot's, as this program or an earlier version of it wrote it; null: there is none. */
function replyIn(channelData: unknown): { readonly kind: ReplyKind; readonly isSeveral: boolean } | null {
  if (typeof channelData !== 'object' || channelData === null || !('reply' in channelData)) return null;
  const { reply } = channelData;
  if (typeof reply !== 'object' || reply === null || !('kind' in reply)) return null;
  const kind = REPLY_KINDS.find((one) => one === reply.kind);
  if (kind === undefined) return null;
  return { kind, isSeveral: 'parts' in reply && Array.isArray(reply.parts) && reply.parts.length > 0 };
}
