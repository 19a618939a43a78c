import type { Verdict } from '../../src/domain/verdict.js';
import { isWronglyCovered, judgeOutcome } from '../../src/eval/judge-outcome.js';
import { label, verdict, YARDSTICK } from './labelled.js';

const judged = (wanted: string | null, told: Verdict | null) =>
  judgeOutcome(label('entitlement', { outcome: wanted }), told, YARDSTICK);
const wrongly = (wanted: string | null, told: Verdict | null) =>
  isWronglyCovered(label('entitlement', { outcome: wanted }), told, YARDSTICK);

describe('an outcome', () => {
  test('is right where it is the labelled one, and wrong where it is another or none', () => {
    expect(judged('expired', verdict('expired', 'no'))).toBe('right');
    expect(judged('expired', verdict('included', 'yes'))).toBe('wrong');
    expect(judged('expired', verdict('undetermined', 'no'))).toBe('wrong');
    expect(judged('expired', null)).toBe('wrong');
  });

  test('covered by the included year is right where cover by a plan is wanted, and not the other way round', () => {
    expect(judged('covered-by-plan', verdict('included', 'yes'))).toBe('right');
    expect(judged('included', verdict('covered-by-plan', 'yes'))).toBe('wrong');
    expect(judged('covered-by-plan', verdict('expired', 'no'))).toBe('wrong');
  });

  test('may be left open where the label leaves it open, but not claimed', () => {
    expect(judged(null, null)).toBe('open');
    expect(judged(null, verdict('undetermined', 'unknown'))).toBe('open');
    expect(judged(null, verdict('covered-by-visit', 'at-visit'))).toBe('open');
    expect(judged(null, verdict('expired', 'no'))).toBe('claimed');
  });
});

test('to be called covered is wrong unless the label says so', () => {
  expect(wrongly('included', verdict('included', 'yes'))).toBe(false);
  expect(wrongly('covered-by-plan', verdict('included', 'yes'))).toBe(false);
  expect(wrongly('expired', verdict('included', 'yes'))).toBe(true);
  expect(wrongly(null, verdict('undetermined', 'yes'))).toBe(true);
  expect(wrongly(null, verdict('expired', 'no'))).toBe(false);
  expect(wrongly(null, null)).toBe(false);
});
