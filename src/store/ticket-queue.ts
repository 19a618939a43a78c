import type { DeskState, DeskTicket } from '../domain/desk.js';
import type { Database } from './schema.js';

/** What of the queue is wanted. */
export interface QueueWish {
  /** `open`: all that is not done. */
  readonly state: DeskState | 'open';
  /** Null: of every route. */
  readonly route: string | null;
  /** Only those that this person has; null: of everybody. */
  readonly takenBy: string | null;
  /** Words that subject, text or number must have; empty: any. */
  readonly search: string;
  /** By age the oldest first, by certainty what is least sure first. What is done comes newest first. */
  readonly sort: 'age' | 'certainty';
  /** 1 to 100. */
  readonly limit: number;
  /** The page before's `next`. */
  readonly after: QueueCursor | null;
}

export interface QueueCursor {
  readonly confidence: number;
  readonly receivedAt: string;
  readonly id: string;
}

/** A ticket as the queue shows it. */
export interface QueuedTicket
  extends Pick<
    DeskTicket,
    'id' | 'source' | 'externalId' | 'handOff' | 'subject' | 'receivedAt' | 'state' | 'takenBy'
  > {
  /** Null: it was not triaged yet. */
  readonly route: string | null;
  readonly confidence: number;
  /** The body's beginning. */
  readonly begins: string;
  /** Something came in after it was taken. */
  readonly hasNewer: boolean;
  /** The asker of a chat that a person has taken over has written last. */
  readonly isWaiting: boolean;
}

export interface QueuePage {
  readonly tickets: readonly QueuedTicket[];
  /** Where to go on; null: that was all. */
  readonly next: QueueCursor | null;
}

const COLUMNS = [
  'id',
  'source',
  'external_id',
  'hand_off',
  'subject',
  'received_at',
  'state',
  'taken_by',
  'route',
  'confidence',
  'newer',
] as const;
const MOST = 100;
const BEGINNING = 160;

/** The desk's queue, page by page: no page reads more rows than it shows, save where words are searched for. */
export class TicketQueue {
  constructor(private readonly db: Database) {}

  async page(wish: QueueWish): Promise<QueuePage> {
    const size = Math.min(Math.max(wish.limit, 1), MOST);
    const rows = await this.rows(wish)
      .limit(size + 1)
      .execute();
    const tickets = rows.slice(0, size).map(
      (row): QueuedTicket => ({
        id: row.id,
        source: row.source,
        externalId: row.external_id,
        handOff: row.hand_off,
        subject: row.subject,
        receivedAt: row.received_at,
        state: row.state,
        takenBy: row.taken_by,
        route: row.route,
        confidence: row.confidence,
        begins: row.begins,
        hasNewer: row.newer !== null,
        isWaiting: row.waits_since !== null,
      }),
    );
    const last = tickets.at(-1);
    return { tickets, next: rows.length > size && last ? cursorOf(last) : null };
  }

  /** How many are not done, by route; those that were not triaged yet under the empty one. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const rows = await this.db
      .selectFrom('tickets')
      .select((eb) => ['route', eb.fn.countAll<number | bigint | string>().as('n')])
      .where('open', '=', 1)
      .groupBy('route')
      .execute();
    return Object.fromEntries(rows.map(({ route, n }) => [route ?? '', Number(n)]));
  }

  private rows({ state, route, takenBy, search, sort, after }: QueueWish) {
    const isDone = state === 'done';
    const direction = isDone ? 'desc' : 'asc';
    let query = this.db
      .selectFrom('tickets')
      .select(COLUMNS)
      .select((eb) => eb.fn<string>('substr', ['body', eb.val(1), eb.val(BEGINNING)]).as('begins'))
      .select((eb) =>
        eb
          .selectFrom('talks')
          .select('waits_since')
          .whereRef('talks.hand_off', '=', 'tickets.hand_off')
          .as('waits_since'),
      )
      .where('open', '=', isDone ? 0 : 1);
    if (state === 'new' || state === 'taken') query = query.where('state', '=', state);
    if (route !== null) query = query.where('route', '=', route);
    if (takenBy !== null) query = query.where('taken_by', '=', takenBy);
    for (const word of wordsOf(search))
      query = query.where((eb) => eb.or((['subject', 'body', 'external_id'] as const).map((c) => eb(c, 'like', word))));
    if (sort === 'certainty') query = query.orderBy('confidence', direction);
    query = query.orderBy('received_at', direction).orderBy('id', direction);
    if (after === null) return query;
    const { confidence, receivedAt, id } = after;
    const past = isDone ? '<' : '>';
    return query.where((eb) =>
      sort === 'certainty'
        ? eb(eb.refTuple('confidence', 'received_at', 'id'), past, eb.tuple(confidence, receivedAt, id))
        : eb(eb.refTuple('received_at', 'id'), past, eb.tuple(receivedAt, id)),
    );
  }
}

const cursorOf = ({ confidence, receivedAt, id }: QueuedTicket): QueueCursor => ({ confidence, receivedAt, id });

/** Each word as a pattern; signs that mean something in patterns stand for any sign. */
const wordsOf = (search: string): readonly string[] =>
  search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `%${word.replace(/[%_\\]/g, '_')}%`);
