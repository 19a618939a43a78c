import { setImmediate } from 'node:timers/promises';
import type { AssistantParts } from '../assistant/turn.js';
import type { Day } from '../domain/day.js';
import type { DeskChat, DeskTicket, DeskView, TicketText } from '../domain/desk.js';
import { FACT_NAMES, type Facts } from '../domain/facts.js';
import type { Triage } from '../domain/ticket.js';
import { deskTriage } from '../rendering/desk-view.js';
import type { Frame } from '../rendering/reply-blocks.js';
import { ticketNote } from '../rendering/ticket-note.js';
import { SYSTEM } from '../store/audit.js';
import type { TakenIn } from '../store/intake.js';
import type { Store } from '../store/open-store.js';
import type { Changed, TicketChange } from '../store/tickets.js';
import { corrected } from '../triage/corrected.js';
import { triage } from '../triage/triage.js';
import { chatOf } from './chat.js';
import type { ToldTicket } from './told-ticket.js';

/** The source of tickets that are put in by hand. */
export const BY_HAND = 'desk';

export interface DeskParts {
  readonly store: Pick<
    Store,
    'intake' | 'tickets' | 'outbox' | 'audit' | 'handOffs' | 'talks' | 'talkMessages' | 'activities'
  >;
  /** As it is now: the knowledge may change while the server runs. */
  readonly assistant: () => AssistantParts;
  readonly frame: Frame;
  /** Whether notes for a source go anywhere. */
  readonly writesBack: (source: string) => boolean;
  /** The calendar day at an instant, where the desk is. */
  readonly dayOf: (instant: Date) => Day;
  readonly newId: () => string;
  readonly clock: () => Date;
  /** A ticket waits to be triaged. */
  readonly onWaiting: () => void;
  /** A note waits to be written back. */
  readonly onNote: () => void;
  /** The asker of a chat is to be told something. */
  readonly onSaid: () => void;
}

/** What can be done with a ticket beside what the store does by itself. */
export type DeskAct =
  | Exclude<TicketChange, { readonly kind: 'correct' | 'read-again' }>
  /** `at`: the place of the device's ask; one after the last adds a device. */
  | { readonly kind: 'correct'; readonly at: number; readonly facts: Facts }
  /** Reads it anew, with what has come meanwhile, by what is known now. */
  | { readonly kind: 'read-again' };

/** The life of a ticket: it comes in, is triaged, is worked on, and what came of it goes back to where it came from. */
export class Desk {
  constructor(private readonly parts: DeskParts) {}

  /** Takes in what a helpdesk tells. It is triaged afterwards, so that the helpdesk does not wait for it. */
  async receive(source: string, told: ToldTicket): Promise<TakenIn> {
    const { store, clock, newId, dayOf, onWaiting } = this.parts;
    const at = told.createdAt ?? clock();
    const taken = await store.intake.take({
      ...told,
      id: newId(),
      source,
      received: dayOf(at),
      receivedAt: at.toISOString(),
      updatedAt: told.updatedAt?.toISOString() ?? null,
      by: null,
    });
    if (taken.kind === 'new' || taken.kind === 'changed') onWaiting();
    return taken;
  }

  /** Takes in what somebody has put in by hand, and triages it at once. `received`: null for today. */
  async putIn(text: TicketText, received: Day | null, who: string): Promise<DeskTicket> {
    const { store, clock, newId, dayOf } = this.parts;
    const now = clock();
    const id = newId();
    await store.intake.take({
      ...text,
      id,
      source: BY_HAND,
      externalId: id,
      requester: null,
      received: received ?? dayOf(now),
      receivedAt: now.toISOString(),
      updatedAt: null,
      by: who,
    });
    await this.triageWaiting(await store.tickets.get(id));
    const ticket = await store.tickets.get(id);
    if (ticket === null) throw new Error(`ticket ${id} has gone while it was put in`);
    return ticket;
  }

  /** Triages all that waits, the oldest first. */
  async triageAll(): Promise<void> {
    for (let next = await this.parts.store.tickets.nextToTriage(); next; ) {
      await this.triageWaiting(next);
      // Whoever chats comes in between.
      await setImmediate();
      next = await this.parts.store.tickets.nextToTriage();
    }
  }

  /** A ticket with all that is shown of it; null: there is none. */
  async view(id: string): Promise<DeskView | null> {
    const { store, frame, writesBack } = this.parts;
    const ticket = await store.tickets.get(id);
    if (ticket === null) return null;
    const request = ticket.handOff === null ? null : await store.handOffs.get(ticket.handOff);
    const note = writesBack(ticket.source) ? await store.outbox.of(id) : null;
    return {
      ...ticket,
      triage: ticket.triage === null ? null : deskTriage(ticket.triage, frame),
      request:
        request === null
          ? null
          : {
              reason: request.reason,
              devices: request.devices,
              current: request.current,
              tried: request.tried,
              channel: request.channel,
              canTalk: request.address !== null,
              chat: await chatOf(store, ticket, request),
            },
      history: await store.audit.of(id),
      writtenBack: note === null ? null : { state: note.state, problem: note.problem },
    };
  }

  /** Does something with a ticket as it stood at `version`. */
  async act(id: string, version: number, who: string, act: DeskAct): Promise<Changed> {
    const { tickets } = this.parts.store;
    const change = await this.changeOf(id, act);
    if (change === null) return { kind: 'unknown' };
    const changed = await tickets.change(id, version, who, change);
    if (changed.kind === 'changed') this.parts.onSaid();
    if (changed.kind === 'changed' && act.kind === 'done') await this.writeBack(changed.ticket);
    return changed;
  }

  /** The chat of a request for a person as it is now; null: there is none. */
  async chat(id: string): Promise<DeskChat | null> {
    const { store } = this.parts;
    const ticket = await store.tickets.get(id);
    const request = ticket?.handOff == null ? null : await store.handOffs.get(ticket.handOff);
    return ticket === null || request === null ? null : chatOf(store, ticket, request);
  }

  /** Says something to the asker, once for each `id`; null: there is no such chat. `not-talking`: whoever says it has not taken it over. */
  async say(id: string, who: string, message: { readonly id: string; readonly text: string }) {
    const { store, onSaid } = this.parts;
    const ticket = await store.tickets.get(id);
    if (ticket?.handOff == null) return null;
    if (!(await store.talks.say(ticket.handOff, who, message))) return 'not-talking' as const;
    onSaid();
    return this.chat(id);
  }

  private async changeOf(id: string, act: DeskAct): Promise<TicketChange | null> {
    if (act.kind !== 'correct' && act.kind !== 'read-again') return act;
    const ticket = await this.parts.store.tickets.get(id);
    if (ticket === null || ticket.handOff !== null) return null;
    if (act.kind === 'read-again') {
      const text = ticket.newer;
      return { kind: 'read-again', text, triage: await this.triaged({ ...ticket, ...text }) };
    }
    const before = ticket.triage ?? (await this.triaged(ticket));
    const after = corrected(ticket, before, act.at, act.facts, this.parts.assistant());
    return { kind: 'correct', triage: after, detail: namesOf(before, act).join(', ') };
  }

  private triaged({ subject, body, received }: DeskTicket): Promise<Triage> {
    return triage({ subject, body, received }, this.parts.assistant());
  }

  private async triageWaiting(ticket: DeskTicket | null): Promise<void> {
    if (ticket === null) return;
    const made = await this.triaged(ticket);
    if (await this.parts.store.tickets.triaged(ticket, made)) await this.writeBack({ ...ticket, triage: made });
  }

  /** Queues what the helpdesk is to be told. */
  private async writeBack({ id, source, externalId, triage: made, draft }: DeskTicket): Promise<void> {
    const { store, frame, writesBack, onNote } = this.parts;
    if (made === null || !writesBack(source)) return;
    const note = ticketNote(made, draft, frame);
    const put = await store.outbox.put({ ticketId: id, source, externalId, route: made.route, note });
    if (put === 'waiting') onNote();
    if (put === 'full')
      await store.audit.add({ who: SYSTEM, what: 'not-written-back', ticketId: id, detail: 'too many notes wait' });
  }
}

/** The facts that a correction changes. */
function namesOf({ asks }: Triage, { at, facts }: { readonly at: number; readonly facts: Facts }): readonly string[] {
  const old = asks[at];
  const before = old?.kind === 'entitlement' ? old.facts : {};
  return FACT_NAMES.filter((fact) => before[fact] !== facts[fact]);
}
