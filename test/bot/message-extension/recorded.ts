import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from 'botbuilder';

const FOLDER = join(__dirname, '../../cases/teams/message-extension');

/** An activity in the form in which Teams sends it, by the name of its file; what of its value is given replaces what stands there. */
export function recorded(name: string, value: object = {}): Partial<Activity> {
  const activity = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Activity;
  return { ...activity, value: { ...activity.value, ...value } };
}

/** A message of Teams with another content, in a recorded wish for its triage. */
export function asked(content: string, more: object = {}): Partial<Activity> {
  const activity = recorded('triage-open');
  const { messagePayload } = activity.value;
  const body = { ...messagePayload.body, content };
  return { ...activity, value: { ...activity.value, messagePayload: { ...messagePayload, body, ...more } } };
}
