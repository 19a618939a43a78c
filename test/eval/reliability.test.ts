import fc from 'fast-check';
import type { Claim } from '../../src/eval/claims.js';
import { BIN_EDGES, reliabilityOf } from '../../src/eval/reliability.js';

const claim = (confidence: number, right: boolean): Claim => ({ confidence, right });
const binOf = (confidence: number) => {
  const { bins } = reliabilityOf([claim(confidence, true)]);
  return bins.flatMap((b) => (b.n === 1 ? [[b.from, b.to]] : []));
};

describe('reliability', () => {
  test('puts a confidence into the bin that begins with it, and 1 into the last', () => {
    expect(binOf(0)).toEqual([[0, 0.5]]);
    expect(binOf(0.5)).toEqual([[0.5, 0.7]]);
    expect(binOf(0.9499)).toEqual([[0.9, 0.95]]);
    expect(binOf(0.99)).toEqual([[0.99, 1]]);
    expect(binOf(1)).toEqual([[0.99, 1]]);
  });

  test('shows mean confidence, share right and its interval for each bin', () => {
    const { bins } = reliabilityOf([claim(0.82, true), claim(0.84, true), claim(0.86, false), claim(0.88, true)]);
    const bin = bins.find((b) => b.n > 0);
    expect(bin).toMatchObject({ from: 0.8, to: 0.9, n: 4, right: { count: 3, of: 4, share: 0.75 } });
    expect(bin?.meanConfidence).toBeCloseTo(0.85, 10);
    expect(bin?.right.low).toBeCloseTo(0.3006, 4);
  });

  test('has a gap of the distance of confidence and share right, each bin by its claims', () => {
    const sure = [claim(0.6, true), claim(0.6, true), claim(0.6, false)];
    expect(reliabilityOf([...sure, claim(1, false)]).gap).toBeCloseTo((3 * (2 / 3 - 0.6) + 1) / 4, 10);
    expect(reliabilityOf([claim(1, true)]).gap).toBe(0);
    expect(reliabilityOf([]).gap).toBeNull();
  });

  test('counts every claim once', () => {
    const claims = fc.array(fc.record({ confidence: fc.double({ min: 0, max: 1, noNaN: true }), right: fc.boolean() }));
    fc.assert(
      fc.property(claims, (all) => {
        const { bins } = reliabilityOf(all);
        expect(bins.length).toBe(BIN_EDGES.length - 1);
        expect(bins.reduce((sum, b) => sum + b.n, 0)).toBe(all.length);
      }),
    );
  });
});
