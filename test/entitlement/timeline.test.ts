import fc from 'fast-check';
import { type Day, day, daysBetween, plusDays } from '../../src/domain/day.js';
import { boundsOfDate, exactDay } from '../../src/domain/partial-date.js';
import type { Stretch, Timeline } from '../../src/domain/timeline.js';
import { decide } from '../../src/entitlement/decide.js';
import { decideOutcome } from '../../src/entitlement/outcomes.js';
import { projectKnowledge } from '../support/knowledge.js';
import { anyAsOf, anyFacts, exactFacts } from '../support/random-facts.js';
import { factsOf, timelineFor } from '../support/timelines.js';

const { rules } = projectKnowledge();

function* daysOf({ from, to }: { readonly from: Day; readonly to: Day }): Generator<Day> {
  for (let d = from; d <= to; d = plusDays(d, 1)) yield d;
}

const stretchOn = (timeline: Timeline, on: Day): Stretch =>
  timeline.stretches.find(({ from, to }) => from <= on && on <= to) as Stretch;

describe('a timeline of random facts', () => {
  test('has every day of its scale in exactly one stretch, in order, and no two neighbours that are alike', () => {
    fc.assert(
      fc.property(anyFacts, anyAsOf, (said, asOf) => {
        const timeline = timelineFor(said, asOf);
        if (timeline === null) return;
        const { stretches, scale } = timeline;
        expect(stretches[0]?.from).toBe(scale.from);
        expect(stretches.at(-1)?.to).toBe(scale.to);
        stretches.forEach((stretch, i) => {
          expect(daysBetween(stretch.from, stretch.to)).toBeGreaterThanOrEqual(0);
          const next = stretches[i + 1];
          if (next === undefined) return;
          expect(next.from).toBe(plusDays(stretch.to, 1));
          expect([next.covered, next.by, next.missing]).not.toEqual([stretch.covered, stretch.by, stretch.missing]);
        });
        expect(scale.from <= timeline.asOf && timeline.asOf <= scale.to).toBe(true);
      }),
    );
  });

  test('stands on the day asked about as the verdict does', () => {
    fc.assert(
      fc.property(anyFacts, anyAsOf, (said, asOf) => {
        const timeline = timelineFor(said, asOf);
        if (timeline === null) return;
        const { covered } = decide(factsOf(said), day(asOf), rules);
        expect(timeline.covered).toBe(covered);
        expect(stretchOn(timeline, day(asOf)).covered).toBe(covered);
      }),
    );
  });

  test('says of every day what the engine decides on it, where dates are known to the day', () => {
    fc.assert(
      fc.property(exactFacts, anyAsOf, (said, asOf) => {
        const timeline = timelineFor(said, asOf);
        if (timeline === null) return;
        const facts = factsOf(said);
        const wrong: string[] = [];
        for (const on of daysOf(timeline.scale)) {
          const { covered } = stretchOn(timeline, on);
          const decided = decideOutcome(facts, on, rules).covered;
          // What is said of the present says nothing of the past: then less is drawn, never more.
          const ofThePast = on < asOf && (decided === 'at-visit' || facts.contractStart === 'in-effect');
          const may = ofThePast ? [decided === 'at-visit' ? 'no' : decided, 'unknown'] : [decided];
          if (!may.includes(covered)) wrong.push(`${on}: ${covered} and not ${decided}`);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('never draws cover on a day on which it would not be certain, whatever form the dates have', () => {
    fc.assert(
      fc.property(anyFacts, anyAsOf, (said, asOf) => {
        const timeline = timelineFor(said, asOf);
        if (timeline === null) return;
        const facts = factsOf(said);
        const wrong: string[] = [];
        for (const { from, to } of timeline.stretches.filter((s) => s.covered === 'yes'))
          for (const on of daysOf({ from, to })) if (decideOutcome(facts, on, rules).covered !== 'yes') wrong.push(on);
        expect(wrong).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('draws nothing of a contract that brings no cover, and a gap only where the verdict names one', () => {
    fc.assert(
      fc.property(anyFacts, anyAsOf, (said, asOf) => {
        const timeline = timelineFor(said, asOf);
        if (timeline === null) return;
        const verdict = decide(factsOf(said), day(asOf), rules);
        if (['none', 'dce', 'stand-alone-visit'].includes(said.plan ?? '')) expect(timeline.contract).toBeNull();
        if (timeline.gap !== null) expect(timeline.gap).toEqual(verdict.gap);
        if (verdict.missing.includes('nmc')) expect([timeline.year, timeline.gap]).toEqual([null, null]);
      }),
    );
  });
});

describe('the scale of a timeline', () => {
  test('holds every date with room beyond it', () => {
    fc.assert(
      fc.property(anyFacts, anyAsOf, (said, asOf) => {
        const timeline = timelineFor(said, asOf);
        if (timeline === null || timeline.commissioned === null) return;
        const { from, to } = boundsOfDate(timeline.commissioned);
        expect(timeline.scale.from < from && to < timeline.scale.to).toBe(true);
        if (timeline.year && exactDay(timeline.year.last))
          expect(String(timeline.year.last) < timeline.scale.to).toBe(true);
      }),
    );
  });

  test('counts calendar days, also over a change of the clocks', () => {
    expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).toBe(2);
    expect(daysBetween(day('2026-10-26'), day('2026-10-24'))).toBe(-2);
    expect(daysBetween(day('2024-02-28'), day('2025-02-28'))).toBe(366);
  });
});
