import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { ContractReply } from '../../src/domain/contract.js';
import { converse } from './converse.js';

interface Turn {
  readonly says: string;
  readonly kind?: string;
  readonly ids?: readonly string[];
  readonly facts?: Readonly<Record<string, string>>;
  readonly outcome?: string;
  readonly asks?: string;
  readonly mentions?: readonly string[];
  readonly never?: readonly string[];
  readonly devices?: readonly string[];
  readonly parts?: readonly string[];
  readonly suggests?: readonly string[];
}
interface Conversation {
  readonly it: string;
  readonly turns: readonly Turn[];
}

const conversations: readonly Conversation[] = parse(
  readFileSync(join(__dirname, '../cases/conversations.yaml'), 'utf8'),
);

/** What each conversation's replies are. */
const replies = converse(conversations.map((c) => c.turns.map((t) => t.says)));

/** What is asked next can be told by the choices, or by the question's words. */
const QUESTION_OF: Readonly<Record<string, RegExp>> = {
  family: /Which (?:product|Galaxy|Symmetra|Easy UPS|PX)[^.]*\?/,
  nmc: /Which network management card|Which is it\?/,
  commissioned: /When was .* commissioned|On which day was it commissioned/,
  plan: /Which service plan|one of these plans/,
  contractStart: /Is the contract in effect|On which day does it start/,
};

/** The parts of a reply, each as its kind, with the entry behind it where the case names one. */
const partsOf = (reply: ContractReply, wanted: readonly string[]): readonly string[] =>
  reply.parts.map((part, i) => (wanted[i]?.includes(' ') ? `${part.kind} ${part.ids[0]}` : part.kind));

describe('a conversation', () => {
  test.each(conversations.map((c, i) => [c.it, c, i] as const))('%s', (_name, conversation, i) => {
    conversation.turns.forEach((turn, j) => {
      const reply = replies[i]?.[j];
      if (!reply) throw new Error(`no reply to '${turn.says}'`);
      const said = `'${turn.says}' → ${reply.kind}: ${reply.text}`;
      if (turn.kind) expect([said, reply.kind]).toEqual([said, turn.kind]);
      if (turn.ids) expect([said, reply.ids.slice(0, 1)]).toEqual([said, turn.ids]);
      if (turn.facts) expect([said, reply.facts]).toEqual([said, turn.facts]);
      if (turn.outcome) expect([said, reply.verdict?.outcome]).toEqual([said, turn.outcome]);
      if (turn.parts) expect([said, partsOf(reply, turn.parts)]).toEqual([said, turn.parts]);
      if (turn.devices) expect([said, reply.devices.map((d) => d.verdict.outcome)]).toEqual([said, turn.devices]);
      if (turn.suggests)
        expect([said, reply.suggestions.slice(0, turn.suggests.length)]).toEqual([said, turn.suggests]);
      const asked = Object.keys(QUESTION_OF).filter((fact) => QUESTION_OF[fact]?.test(reply.text));
      if (turn.asks) expect([said, asked]).toEqual([said, turn.asks === 'none' ? [] : [turn.asks]]);
      for (const piece of turn.mentions ?? []) expect(reply.text.toLowerCase()).toContain(piece.toLowerCase());
      for (const piece of turn.never ?? []) expect(reply.text.toLowerCase()).not.toContain(piece.toLowerCase());
    });
  });

  test('cites a source for every sentence that an answer or a verdict takes from the knowledge base', () => {
    const answers = replies.flat().filter((r) => r.kind === 'faq' || (r.kind === 'entitlement' && r.verdict?.says));
    expect(answers.length).toBeGreaterThan(10);
    for (const answer of answers) expect(answer.citations.length).toBeGreaterThan(0);
  });
});
