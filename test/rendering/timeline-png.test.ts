import { inflateSync } from 'node:zlib';
import type { Timeline } from '../../src/domain/timeline.js';
import { indexedPng } from '../../src/rendering/timeline/indexed-png.js';
import { timelinePng } from '../../src/rendering/timeline/png.js';
import { timelineFor } from '../support/timelines.js';

/** Reads a PNG of sixteen colours: its size, and how often each colour is in it. */
function readPng(png: Buffer) {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const header = chunks.get('IHDR') as Buffer;
  const palette = chunks.get('PLTE') as Buffer;
  const raw = inflateSync(chunks.get('IDAT') as Buffer);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const row = Math.ceil(width / 2) + 1;
  const pixel = (x: number, y: number) => {
    const byte = raw[y * row + 1 + (x >> 1)] ?? 0;
    const index = x % 2 === 0 ? byte >> 4 : byte & 15;
    return palette.toString('hex', index * 3, index * 3 + 3);
  };
  const counts = new Map<string, number>();
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) counts.set(pixel(x, y), (counts.get(pixel(x, y)) ?? 0) + 1);
  return { width, height, counts, pixel, chunks: [...chunks.keys()] };
}

const facts = {
  family: 'Galaxy VS',
  nmc: 'NMC3',
  commissioned: '2026-05-14',
  plan: 'advantage-prime',
  contractStart: '2027-09-01',
};
const timeline = () => timelineFor(facts, '2026-11-22') as Timeline;

describe('the PNG of a timeline', () => {
  test('has its size and is not blank: the colours of cover and of the gap are in it', async () => {
    const { width, height, counts } = readPng(await timelinePng(timeline()));
    expect(width).toBe(600);
    expect(height).toBeGreaterThan(250);
    expect(height).toBeLessThan(700);
    const share = (colour: string) => (counts.get(colour) ?? 0) / (width * height);
    expect(share('0c5c35')).toBeGreaterThan(0.03);
    expect(share('fbe9e6')).toBeGreaterThan(0.003);
    expect(share('ffffff')).toBeGreaterThan(0.5);
  });

  test('has letters in it, from the face that is brought along', async () => {
    const { counts } = readPng(await timelinePng(timeline()));
    // Beside its few flat colours there are the shades at the edges of letters.
    expect(counts.size).toBe(16);
    expect(counts.get('16232a')).toBeGreaterThan(4000);
  });

  test('is the same to the byte each time', async () => {
    const [a, b] = [await timelinePng(timeline()), await timelinePng(timeline())];
    expect(a.equals(b)).toBe(true);
  });

  test('holds nothing but the picture: no text, no time, no name', async () => {
    const { chunks } = readPng(await timelinePng(timeline()));
    expect(chunks).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
  });

  test('is small enough for a card, even with most to show', async () => {
    const crowded = {
      ...facts,
      commissioned: '2026-03-04|2026-04-03',
      contractStart: '2027-06',
      contractEnd: '2028-09',
    };
    const png = await timelinePng(timelineFor(crowded, '2026-11-22') as Timeline);
    expect(png.length).toBeLessThan(17_000);
  });
});

test('a drawing keeps the colours that it must keep, though others are commoner', () => {
  const rgba = new Uint8Array(100 * 4);
  for (let i = 0; i < 100; i++) rgba.set([i < 99 ? 10 * (i % 20) : 200, i < 99 ? 0 : 100, 7, 255], 4 * i);
  const png = readPng(indexedPng({ width: 10, height: 10, rgba }, [0xc86407]));
  expect(png.pixel(9, 9)).toBe('c86407');
  expect(png.pixel(0, 0)).toBe('000007');
});
