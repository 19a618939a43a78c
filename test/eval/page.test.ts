import { pageOf } from '../../src/eval/page/page.js';
import { sampleReport } from './sample-report.js';

const page = pageOf(sampleReport('what does it cost?'));

describe('the page of a report', () => {
  test('is the same for the same report', () => {
    expect(pageOf(sampleReport('what does it cost?'))).toBe(page);
  });

  test('lets no text be more than text', () => {
    const hostile = `</style></title><script>alert(1)</script><img src=x onerror='alert(2)'>" onload="alert(3)`;
    const written = pageOf(sampleReport(hostile));
    expect(written).not.toMatch(/<script|<img|onload="|onerror='/);
    expect(written.match(/<\/style>/g)).toHaveLength(1);
    expect(written.match(/<\/title>/g)).toHaveLength(3);
    // Told as what it is: a message, a file, a folder, a fact.
    expect(written).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('asks for nothing from anywhere', () => {
    expect(page).not.toMatch(/https?:|\bsrc=|\bhref=|@import|url\(/);
    expect(page).toContain("default-src 'none'");
  });

  test('has headers in every table and words for every picture', () => {
    const tables = page.match(/<table>/g) ?? [];
    expect(tables.length).toBe(5);
    expect(page.match(/<caption/g)).toHaveLength(tables.length);
    expect(page.match(/<thead><tr><th scope="col">/g)).toHaveLength(tables.length);
    expect(page.match(/<svg class="plot"[^>]* role="img" aria-labelledby/g)).toHaveLength(2);
    expect(page).toMatch(/<desc id="reliability-desc">Confidence 0 to 0\.5: /);
    expect(page).toMatch(/<desc id="risk-desc">\d/);
  });

  test('shows every miss and every change', () => {
    const { misses, against } = sampleReport('a text');
    expect(misses.length).toBeGreaterThan(5);
    expect(page.match(/<li><p class="head">/g)).toHaveLength(misses.length + (against?.changes.length ?? 0));
  });

  test('keeps all that is drawn within its frame', () => {
    const [, height] = /viewBox="0 0 440 (\d+)"/.exec(page) ?? [];
    const curve = /class="curve" d="([^"]+)"/.exec(page)?.[1] ?? '';
    const numbers = curve.match(/-?[\d.]+/g)?.map(Number) ?? [];
    expect(numbers.length).toBeGreaterThan(4);
    for (const n of numbers) expect(n).toBeGreaterThanOrEqual(0);
    for (const n of numbers) expect(n).toBeLessThanOrEqual(Math.max(440, Number(height)));
  });
});
