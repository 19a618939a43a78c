import type { InvokeResponse } from 'botbuilder';
import { MESSAGE_COMMANDS } from '../../domain/message-commands.js';
import { MESSAGE_EXTENSION_WORDING } from '../../rendering/message-extension-wording.js';
import { dialogMessage, message, readValue } from './answers.js';
import { actionValue, queryValue } from './invoke-values.js';
import { type SearchCommandParts, searchKnowledge } from './search-command.js';
import { openTriage, pressInTriage, type TriageCommandParts } from './triage-command.js';

export type MessageExtensionParts = TriageCommandParts & SearchCommandParts;

type Answer = (value: unknown, parts: MessageExtensionParts) => InvokeResponse | Promise<InvokeResponse>;

const { unknownCommand, nothingToSet } = MESSAGE_EXTENSION_WORDING;
/** Longer names of commands are not repeated, in characters. */
const LONGEST_COMMAND = 64;

/** An action on a message; a command that is not known is told in a dialog, where whoever asked for it reads it. */
const action =
  (run: typeof openTriage): Answer =>
  async (value, parts) => {
    const read = readValue(actionValue, value);
    if (!read.ok) return read.answer;
    const { commandId } = read.value;
    if (commandId !== MESSAGE_COMMANDS.triage)
      return dialogMessage(unknownCommand(commandId.slice(0, LONGEST_COMMAND)));
    return run(read.value, parts);
  };

const ANSWERS: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['composeExtension/fetchTask', action(openTriage)],
  ['composeExtension/submitAction', action(pressInTriage)],
  [
    'composeExtension/query',
    (value, parts) => {
      const read = readValue(queryValue, value);
      if (!read.ok) return read.answer;
      const { commandId } = read.value;
      if (commandId !== MESSAGE_COMMANDS.search) return message(unknownCommand(commandId.slice(0, LONGEST_COMMAND)));
      return searchKnowledge(read.value, parts);
    },
  ],
  ['composeExtension/querySettingUrl', () => message(nothingToSet)],
  ['composeExtension/setting', () => message(nothingToSet)],
]);

/** What Teams asks of the message extension. */
export interface MessageExtension {
  /** The answer to an invoke of that name; null: it is none of the extension's. A value that is not understood gets status 400. */
  answer(name: string, value: unknown): Promise<InvokeResponse> | null;
}

/** The message extension of the Teams app: triage of a message, and the search. Nothing of either is kept. */
export const messageExtension = (parts: MessageExtensionParts): MessageExtension => ({
  answer: (name, value) => {
    const answer = ANSWERS.get(name);
    return answer === undefined ? null : Promise.resolve(answer(value, parts));
  },
});
