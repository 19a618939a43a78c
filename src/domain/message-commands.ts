/** The commands of the message extension in Teams, by the names under which its manifest lists them and Teams asks for them. */
export const MESSAGE_COMMANDS = {
  /** On a message: what it asks, whom it belongs to, and a draft of the reply. */
  triage: 'triageMessage',
  /** From the box where messages are written: the knowledge base. */
  search: 'searchKnowledge',
} as const;

/** The one parameter of the search: what is typed. */
export const SEARCH_PARAMETER = 'searchKeyword';
