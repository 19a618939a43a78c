import type { TimelinePicture } from '../domain/picture.js';
import { isRecord } from './wire.js';

/** Longer drawings than any of ours are passed over. */
const LONGEST = 100_000;

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;

/** The pictures that an activity carries, one a card; null for each that is missing or of another form. */
export function readPictures(value: unknown): readonly (TimelinePicture | null)[] {
  return Array.isArray(value) ? value.map(readPicture) : [];
}

function readPicture(value: unknown): TimelinePicture | null {
  if (!isRecord(value)) return null;
  const { title, sentences, narrow, wide } = value;
  if (!isText(title) || !isText(narrow) || !isText(wide)) return null;
  return Array.isArray(sentences) && sentences.every(isText) ? { title, sentences, narrow, wide } : null;
}
