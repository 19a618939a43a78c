import { closeSync, openSync, writeSync } from 'node:fs';

/** Figures from 0 to 1 that are always the same ones. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const MODELS =
  'Galaxy VS|Galaxy VL 500 kW|APC Galaxy VX|GVSUPS20KGS|Symmetra PX2|Easy UPS 3S|galxy vm|Galaxy PDU|InRow RC|SRT5KXLI|Galaxy 5500|Symmetra'.split(
    '|',
  );
const CARDS = 'NMC3|NMC3|3|AP9640|NMC4|NMC2||AP9641'.split('|');
const PLANS = 'Advantage Prime|Advantage Plus|EcoCare|none||-|EcoCare Advanced+|Wartungsvertrag|Advantage Ultra'.split(
  '|',
);
const SITES = 'Lyon|Grenoble, hall 2|"Müller & Söhne"|Bristol|Zürich'.split('|');

/** Writes a made-up list of so many devices as CSV, the same one for the same seed. Dates are slashed, with the day first. */
export function writeFleet(file: string, devices: number, seed = 20261127): void {
  const next = seeded(seed);
  const below = (n: number) => Math.floor(next() * n);
  const pick = (from: readonly string[]) => from[below(from.length)] ?? '';
  const date = (first: number, years: number) =>
    `${String(1 + below(28)).padStart(2, '0')}/${String(1 + below(12)).padStart(2, '0')}/${first + below(years)}`;
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const handle = openSync(file, 'w');
  let text =
    'Site,Name,Serial number,Model,NMC type,Commissioning date,Service plan,Contract start,Contract end,sysDescr\n';
  for (let i = 0; i < devices; i++) {
    const plan = pick(PLANS);
    const has = plan.length > 2 && plan !== 'none';
    const card = pick(CARDS);
    const shown = card.endsWith('3') || card === 'AP9640' ? 'apc_hw21_aos_2.5.0.8.bin' : '';
    const cells = [
      pick(SITES),
      `UPS-${i}`,
      `IS${10_000_000 + i}`,
      pick(MODELS),
      card,
      next() < 0.04 ? '' : date(2018, 9),
      plan,
      has ? date(2022, 5) : '',
      has && next() < 0.8 ? date(2026, 3) : '',
      next() < 0.3 ? shown : '',
    ];
    text += `${cells.map(quoted).join(',')}\n`;
    if (text.length > 1_000_000) {
      writeSync(handle, text);
      text = '';
    }
  }
  writeSync(handle, text);
  closeSync(handle);
}
