import fc from 'fast-check';
import { fitLogistic, probability } from '../../src/answering/logistic.js';
import { balancedThreshold, thresholdFor } from '../../src/answering/threshold.js';

const trial = fc.record({
  confidence: fc.integer({ min: 0, max: 20 }).map((n) => n / 20),
  wrong: fc.boolean(),
  share: fc.constantFrom(0.001, 0.005, 0.01),
});
const trials = fc.array(trial, { maxLength: 60 });

describe('the threshold', () => {
  it('keeps the promise on what it was chosen by, with one wrong answer to spare', () => {
    fc.assert(
      fc.property(trials, fc.double({ min: 0.001, max: 0.5, noNaN: true }), (given, promised) => {
        const threshold = thresholdFor(given, 1, promised);
        const passed = given.filter((t) => t.confidence >= threshold);
        const wrong = passed.reduce((sum, t) => sum + (t.wrong ? t.share : 0), 0);
        const spare = Math.max(0, ...given.map((t) => t.share));
        expect(passed.length === 0 || wrong + spare <= promised * (1 + spare) + 1e-9).toBe(true);
      }),
    );
  });

  it('never rises when more may go wrong', () => {
    fc.assert(
      fc.property(trials, (given) => {
        const thresholds = [0.01, 0.02, 0.05, 0.1, 0.3].map((promised) => thresholdFor(given, 1, promised));
        expect(thresholds).toEqual([...thresholds].sort((a, b) => b - a));
      }),
    );
  });

  it('lets everything pass where nothing was wrong, and nothing where the surest was', () => {
    const right = [0.2, 0.9].map((confidence) => ({ confidence, wrong: false, share: 0.01 }));
    expect(thresholdFor(right, 1, 0.02)).toBe(0.2);
    expect(thresholdFor([{ confidence: 0.99, wrong: true, share: 0.5 }], 1, 0.02)).toBeGreaterThan(1);
    expect(thresholdFor([], 1, 0.02)).toBeGreaterThan(1);
  });
});

describe('the balanced threshold', () => {
  const gainAt = (given: readonly { confidence: number; wrong: boolean; share: number }[], threshold: number) =>
    given.reduce((sum, t) => (t.confidence >= threshold ? sum + (t.wrong ? -t.share : t.share) : sum), 0);

  it('is beaten by no other', () => {
    fc.assert(
      fc.property(trials, fc.double({ min: 0, max: 1.1, noNaN: true }), (given, other) => {
        expect(gainAt(given, balancedThreshold(given))).toBeGreaterThanOrEqual(gainAt(given, other) - 1e-9);
      }),
    );
  });

  it('lies in the middle between the last that pays and the next', () => {
    const given = [
      { confidence: 0.9, wrong: false, share: 0.5 },
      { confidence: 0.5, wrong: true, share: 0.5 },
    ];
    expect(balancedThreshold(given)).toBeCloseTo(0.7);
  });
});

describe('the calibrated probability', () => {
  const rows = Array.from({ length: 400 }, (_, i) => Float64Array.of((i % 100) / 100));
  // Of rows with input x, a share of x are right.
  const outcomes = rows.map((row, i) => (row[0] ?? 0) > ((i * 37) % 101) / 101);
  const model = fitLogistic(
    rows,
    outcomes,
    rows.map(() => 1),
  );

  it('rises with the evidence for which more were right', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 2, noNaN: true }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (x, more) => {
          const [low, high] = [probability(model, Float64Array.of(x)), probability(model, Float64Array.of(x + more))];
          expect(low).toBeLessThan(high);
          expect(low > 0 && high < 1).toBe(true);
        },
      ),
    );
  });

  it('is the share of rows that were right', () => {
    const mean = rows.reduce((sum, row) => sum + probability(model, row), 0) / rows.length;
    expect(mean).toBeCloseTo(outcomes.filter(Boolean).length / rows.length, 2);
    expect(probability(model, Float64Array.of(0.5))).toBeCloseTo(0.5, 1);
  });

  it('stays finite where an input parts right from wrong, or says nothing', () => {
    const parted = fitLogistic(
      [0, 1, 2, 3].map((x) => Float64Array.of(x, 7)),
      [false, false, true, true],
      [1, 1, 1, 1],
    );
    expect([...parted.weights].every(Number.isFinite)).toBe(true);
    expect(parted.weights[1]).toBe(0);
  });
});
