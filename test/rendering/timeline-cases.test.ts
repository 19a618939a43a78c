import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { timelineSentences } from '../../src/rendering/timeline/sentences.js';
import { timelineFor } from '../support/timelines.js';

interface Case {
  readonly it: string;
  readonly asOf: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly stretches: readonly string[] | null;
  readonly sentences?: readonly string[];
}

const cases: readonly Case[] = parse(readFileSync(join(__dirname, '../cases/timeline.yaml'), 'utf8'));

describe('the timeline of a device', () => {
  test.each(cases.map((c) => [c.it, c] as const))('%s', (_name, { facts, asOf, stretches, sentences }) => {
    const timeline = timelineFor(facts, asOf);
    const { scale } = timeline ?? {};
    const drawn = timeline?.stretches.map(({ from, to, covered }) =>
      [from === scale?.from ? '…' : from, to === scale?.to ? '…' : to, covered].join(' '),
    );
    expect(drawn ?? null).toEqual(stretches);
    expect(timeline && timelineSentences(timeline)).toEqual(sentences ?? null);
  });
});
