import fc from 'fast-check';
import type { Claim } from '../../src/eval/claims.js';
import { listedPoints, riskCoverage } from '../../src/eval/risk-coverage.js';

const claim = (confidence: number, right: boolean): Claim => ({ confidence, right });
const claims = fc.array(
  fc.record({ confidence: fc.integer({ min: 0, max: 20 }).map((n) => n / 20), right: fc.boolean() }),
  { minLength: 1 },
);

describe('risk and coverage', () => {
  test('go from the surest claims to all', () => {
    const all = [claim(0.6, false), claim(0.9, true), claim(0.8, true), claim(0.7, false)];
    expect(riskCoverage(all, 5)).toEqual([
      { threshold: 0.9, coverage: 0.2, risk: 0 },
      { threshold: 0.8, coverage: 0.4, risk: 0 },
      { threshold: 0.7, coverage: 0.6, risk: 1 / 3 },
      { threshold: 0.6, coverage: 0.8, risk: 0.5 },
    ]);
  });

  test('draw no line between equal confidences', () => {
    expect(riskCoverage([claim(0.9, false), claim(0.9, true)], 2)).toEqual([
      { threshold: 0.9, coverage: 1, risk: 0.5 },
    ]);
  });

  test('end with all claims and their share that is not right, whatever order they came in', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const points = riskCoverage(all, all.length);
        expect(points.at(-1)).toMatchObject({ coverage: 1, risk: all.filter((c) => !c.right).length / all.length });
        expect(riskCoverage([...all].reverse(), all.length)).toEqual(points);
      }),
    );
  });

  test('take in more with each lower threshold', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const points = riskCoverage(all, all.length);
        points.slice(1).forEach((point, i) => {
          expect(point.threshold).toBeLessThan(points[i]?.threshold ?? 0);
          expect(point.coverage).toBeGreaterThan(points[i]?.coverage ?? 1);
        });
      }),
    );
  });

  test('are listed from half of the claims to all, each point once', () => {
    const points = riskCoverage([claim(0.9, true), claim(0.8, true), claim(0.7, false), claim(0.6, true)], 8);
    expect(listedPoints(points)).toEqual([
      { threshold: 0.8, coverage: 0.25, risk: 0 },
      { threshold: 0.7, coverage: 0.375, risk: 1 / 3 },
      { threshold: 0.6, coverage: 0.5, risk: 0.25 },
    ]);
    expect(listedPoints(riskCoverage([claim(0.9, true), claim(0.9, false)], 2))).toHaveLength(1);
    expect(listedPoints([])).toEqual([]);
  });
});
