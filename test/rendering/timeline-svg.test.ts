import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import type { Timeline } from '../../src/domain/timeline.js';
import { layOut } from '../../src/rendering/timeline/layout.js';
import { DARK, FROM_PAGE, LIGHT, PAINTS, type Paint, TIMELINE_STYLE } from '../../src/rendering/timeline/palette.js';
import { timelineSentences, timelineTitle } from '../../src/rendering/timeline/sentences.js';
import type { Shape } from '../../src/rendering/timeline/shapes.js';
import { timelineSvg } from '../../src/rendering/timeline/svg.js';
import { runsWidth } from '../../src/rendering/timeline/text-width.js';
import { anyAsOf, anyFacts } from '../support/random-facts.js';
import { timelineFor } from '../support/timelines.js';

interface Read {
  readonly names: readonly string[];
  readonly attributes: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

/** Reads XML as strictly as it is written down; throws at the first mistake. */
function readXml(xml: string): Read {
  const [names, attributes, texts]: [string[], string[], Record<string, string>] = [[], [], {}];
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    open.push(tag.name);
    names.push(tag.name);
    attributes.push(...Object.keys(tag.attributes));
  });
  parser.on('text', (text) => {
    const name = open.at(-1) ?? '';
    texts[name] = (texts[name] ?? '') + text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return { names: [...new Set(names)], attributes: [...new Set(attributes)], texts };
}

const FACTS = {
  family: 'Galaxy VS',
  nmc: 'NMC3',
  commissioned: '2025-11',
  plan: 'advantage-prime',
  contractStart: '2027-03-01',
};
const known = (): Timeline => timelineFor(FACTS, '2026-11-22') as Timeline;
const svgOf = (timeline: Timeline, width: number, title = 'Cover') =>
  timelineSvg(timeline, title, timelineSentences(timeline), { width, palette: LIGHT, margin: 8 });

describe('the picture of a timeline', () => {
  test('is well-formed, with nothing in it that loads or runs, whatever the facts', () => {
    fc.assert(
      fc.property(anyFacts, anyAsOf, fc.integer({ min: 200, max: 1000 }), (said, asOf, width) => {
        const timeline = timelineFor(said, asOf);
        if (timeline === null) return;
        const { names, attributes } = readXml(svgOf(timeline, width));
        expect(names.filter((name) => !['svg', 'title', 'desc', 'g', 'path', 'text', 'tspan'].includes(name))).toEqual(
          [],
        );
        expect(attributes.filter((name) => /^on|href|style|^id$|class/.test(name))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('takes any name of a device as text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constant('</title><script>x</script>&"\'')), (family) => {
        const title = timelineTitle({ family });
        const { names, texts } = readXml(svgOf(known(), 320, title));
        expect(names).not.toContain('script');
        const readable = title.replace(/\r\n?/g, '\n');
        if (!/[^\n\u0020-\u007e]/.test(readable)) expect(texts.title).toBe(readable);
      }),
    );
    expect(readXml(svgOf(known(), 320, 'a < b & "c"')).texts.title).toBe('a < b & "c"');
  });

  test('says in its description what it shows', () => {
    expect(readXml(svgOf(known(), 320)).texts.desc).toBe(timelineSentences(known()).join(' '));
  });

  test('shows the words for every way to stand that is drawn, in the bar or in the legend', () => {
    for (const width of [320, 800]) {
      const { texts } = readXml(svgOf(known(), width));
      for (const word of ['Covered', 'Not covered', 'Not known', 'Before commissioning'])
        expect(texts.tspan).toContain(word);
      expect(texts.tspan).toContain('As of 22 November 2026');
    }
  });
});

/** Where a text lies, by the estimate that is meant to be too wide. */
function boxOf(shape: Shape & { kind: 'text' }, y: number) {
  const width = runsWidth(shape.runs, shape.size);
  const x = shape.anchor === 'start' ? shape.x : shape.anchor === 'end' ? shape.x - width : shape.x - width / 2;
  return { left: x, right: x + width, top: y + shape.y - shape.size * 0.8, bottom: y + shape.y + shape.size * 0.25 };
}

describe('the layout of a timeline', () => {
  test('keeps every text within the picture and clear of every other, however close two dates are', () => {
    fc.assert(
      fc.property(anyFacts, anyAsOf, fc.constantFrom(240, 260, 320, 480, 560, 800), (said, asOf, width) => {
        const timeline = timelineFor(said, asOf);
        if (timeline === null) return;
        const layout = layOut(timeline, width);
        const boxes = layout.rows.flatMap(({ y, shapes }) =>
          shapes.filter((s) => s.kind === 'text').map((s) => boxOf(s, y)),
        );
        for (const [i, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(-1);
          expect(a.right).toBeLessThanOrEqual(width + 1);
          expect(a.bottom).toBeLessThanOrEqual(layout.height);
          for (const b of boxes.slice(i + 1))
            expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
        }
      }),
    );
  });

  test('draws the stretches from left to right, each as wide as it has days', () => {
    const layout = layOut(known(), 800);
    const drawn = layout.rows.flatMap(({ shapes }) =>
      shapes.flatMap((s) =>
        s.kind === 'path' && s.stretch ? [{ stretch: s.stretch, x: Number(/^M([\d.]+)/.exec(s.d)?.[1]) }] : [],
      ),
    );
    const inOrder = [...drawn].sort((a, b) => a.x - b.x);
    expect(inOrder.map((d) => d.stretch)).toEqual(known().stretches);
  });
});

/** WCAG 2's contrast of two colours. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r, g, blue] = [1, 3, 5].map((i) => {
      const part = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue;
  };
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('the %s palette', (_name, palette) => {
  test.each<readonly [Paint, Paint]>([
    ['ink', 'ground'],
    ['soft', 'ground'],
    ['onYes', 'yes'],
    ['no', 'noGround'],
    ['open', 'openGround'],
    ['visit', 'visitGround'],
  ])('lets %s be read on %s', (text, ground) => {
    expect(contrast(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });
  test.each<Paint>(['yes', 'no', 'open', 'visit', 'ink'])('lets the outline in %s be seen on the ground', (paint) => {
    expect(contrast(palette[paint], palette.ground)).toBeGreaterThanOrEqual(3);
  });
});

test('a page that has no colours of its own gets all that the picture asks it for', () => {
  const asked = Object.values(FROM_PAGE).map((value) => /^var\((--[\w-]+)\)$/.exec(value)?.[1]);
  expect(asked).toHaveLength(PAINTS.length);
  for (const name of asked) expect(TIMELINE_STYLE.split(`${name}:`)).toHaveLength(3);
});
