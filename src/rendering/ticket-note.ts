import type { Triage } from '../domain/ticket.js';
import { listWords } from './fact-words.js';
import type { Frame } from './reply-blocks.js';
import { draftBlocks } from './ticket-draft.js';
import { draftText } from './ticket-markup.js';
import { TICKET_NOTE } from './ticket-wording.js';
import { verdictSentence } from './verdict-blocks.js';
import { WORDING } from './wording.js';

/**
 * What a helpdesk's agents are told of a ticket, as an internal note: whom it belongs to and why, each device's verdict, what is
 * missing, why one should look, and the draft of a reply. `draft`: as a person has changed it; null: as it is proposed.
 */
export function ticketNote(triage: Triage, draft: string | null, frame: Frame): string {
  const { route, reasons, asks, missing, doubts } = triage;
  const devices = asks.flatMap((ask) =>
    ask.kind === 'entitlement' ? [`- ${verdictSentence(ask.facts, ask.verdict).text}`] : [],
  );
  const reply = draft ?? draftText(draftBlocks(triage, frame));
  const why = reasons[0]?.says;
  return [
    `${TICKET_NOTE.title}: ${TICKET_NOTE.routes[route]}`,
    ...(why === undefined ? [] : [`${TICKET_NOTE.why}: ${why}`]),
    ...(devices.length > 0 ? [`${TICKET_NOTE.devices}:`, ...devices] : []),
    ...(missing.length > 0
      ? [
          `${TICKET_NOTE.missing}: ${listWords(
            missing.map((fact) => WORDING.factNames[fact]),
            'and',
          )}`,
        ]
      : []),
    ...(doubts.length > 0
      ? [`${TICKET_NOTE.look}: ${doubts.map((doubt) => TICKET_NOTE.doubts[doubt]).join('; ')}`]
      : []),
    ...(reply === '' ? [] : ['', `${TICKET_NOTE.draft}:`, '', reply]),
  ].join('\n');
}
