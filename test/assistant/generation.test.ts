import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Encoder } from '../../src/answering/encoder.js';
import { modelFromBytes } from '../../src/answering/model-file.js';
import { openingsFromBytes } from '../../src/answering/opening-file.js';
import { type Generation, generationOf } from '../../src/assistant/generation.js';
import { modelFiles } from '../../src/assistant/matching.js';
import { EMPTY_SESSION } from '../../src/assistant/session.js';
import { day } from '../../src/domain/day.js';
import { projectKnowledge } from '../support/knowledge.js';

const TEXT = 'may our own electrician load new firmware onto the card?';
const today = day('2026-11-22');
const knowledge = projectKnowledge();
const files = modelFiles(join(__dirname, '../../.sns/model'), knowledge);

function generation(encoder: Encoder | null): Generation {
  const matcher = modelFromBytes(readFileSync(files.matcher));
  const openings = openingsFromBytes(readFileSync(files.openings));
  if (!matcher.ok || !openings.ok) throw new Error('no trained model: run npm run build');
  const models = { matcher: matcher.value, openings: openings.value };
  return generationOf(knowledge, models, { mode: 'full', wrongAnswers: 0.02 }, () => encoder);
}
const turn = ({ assistant }: Generation, text: string) => assistant.turn(EMPTY_SESSION, { text }, today);

describe('where the encoder is there and has no time', () => {
  let asked: number;
  let hasTime: boolean;
  const encoder: Encoder = {
    id: 'made-up',
    size: 512,
    embed: async (texts) => {
      asked++;
      if (!hasTime) throw new Error('too much to do');
      return texts.map(() => new Float32Array(512));
    },
  };
  beforeEach(() => {
    asked = 0;
    hasTime = false;
  });

  test('a message is answered as without an encoder', async () => {
    expect((await turn(generation(encoder), TEXT)).reply).toEqual((await turn(generation(null), TEXT)).reply);
    expect(asked).toBeGreaterThan(0);
  });

  test('the encoder is asked again when the message comes again, until it had its part', async () => {
    const tried = generation(encoder);
    await turn(tried, TEXT);
    const first = asked;
    await turn(tried, TEXT);
    expect(asked).toBe(2 * first);
    hasTime = true;
    await turn(tried, TEXT);
    const third = asked;
    expect(third).toBeGreaterThan(2 * first);
    await turn(tried, TEXT);
    expect(asked).toBe(third);
  });
});
