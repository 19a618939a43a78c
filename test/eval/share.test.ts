import fc from 'fast-check';
import { shareOf } from '../../src/eval/share.js';

describe("Wilson's interval", () => {
  // Newcombe 1998, table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is the published one', (count, of, low, high) => {
    const share = shareOf(count, of);
    expect(share.share).toBeCloseTo(count / of, 10);
    expect(share.low).toBeCloseTo(low, 4);
    expect(share.high).toBeCloseTo(high, 4);
  });

  test('of nothing is none', () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: null, low: null, high: null });
  });

  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((of) => fc.tuple(fc.integer({ min: 0, max: 2 * of }), fc.constant(of)));

  test('holds the share and stays within 0 and 1, with halves too', () => {
    fc.assert(
      fc.property(counts, ([halves, of]) => {
        const { share, low, high } = shareOf(halves / 2, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share ?? -1);
        expect(high).toBeGreaterThanOrEqual(share ?? 2);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('of what is left is its mirror image', () => {
    fc.assert(
      fc.property(counts, ([halves, of]) => {
        const [share, rest] = [shareOf(halves / 2, of), shareOf(of - halves / 2, of)];
        expect(rest.low).toBeCloseTo(1 - (share.high ?? 2), 10);
      }),
    );
  });

  test('grows narrower with more messages of the same share', () => {
    const width = (of: number) => (shareOf(of / 2, of).high ?? 0) - (shareOf(of / 2, of).low ?? 0);
    expect(width(40)).toBeLessThan(width(20));
    expect(width(400)).toBeLessThan(width(40));
  });
});
