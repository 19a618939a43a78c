/** What an asker reads when a person takes their chat over. `name`: as `name` gives it. */
export const TALK = {
  name: (who: string) => `${who.charAt(0).toUpperCase()}${who.slice(1)}, service desk`,
  /** What ends a talk. */
  back: 'back to the assistant',
  joined: (name: string) =>
    `${name}, has joined. What you write now goes to them and is not answered by me. To end that, write: back to the assistant.`,
  'given-back': (name: string) => `${name}, has left the chat. From here on I answer again.`,
  lost: (name: string) =>
    `${name}, does not answer any more. From here on I answer again; your request for a person stays noted.`,
  textOnly: (name: string) => `Only text reaches ${name}. Please write it in words.`,
};
