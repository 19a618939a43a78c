import type { PartialDate } from '../../domain/partial-date.js';
import type { ColumnKind } from '../../knowledge/fleet-schema.js';
import { dateWords } from '../../rendering/date-words.js';
import { AttentionList, attentionOn } from '../attention.js';
import type { DeviceResult } from '../device-result.js';
import { gapWords } from '../devices/standing.js';
import type { Survey } from '../devices/survey.js';
import type { FleetSink } from '../run-fleet.js';
import { COVERED, type Summary } from '../summary.js';
import { issueText } from './csv-sink.js';
import { KEPT } from './json-sink.js';
import { ATTENTION_WORDS, COVERED_WORDS, FACT_WORDS, figure, outcomeWords, percent } from './words.js';

/** Devices shown of each kind that needs attention. */
const SHOWN = 15;
const BAR = 28;

/** Totals and the devices that need attention, for a terminal. */
export function tableSink(out: (text: string) => void, asOf: Summary['asOf']): FleetSink {
  const attentionOf = attentionOn(asOf);
  const attention = new AttentionList(SHOWN);
  let survey: Survey | null = null;
  return {
    begin: (surveyed) => {
      survey = surveyed;
    },
    device: (device) => {
      const why = attentionOf(device);
      if (why !== null) attention.add(why, device);
    },
    end: (summary) => {
      out(totals(summary));
      for (const { attention: why, count, shown } of attention.all()) {
        const more = count > shown.length ? `, the first ${shown.length}` : '';
        out(`\n${ATTENTION_WORDS[why].name} (${figure(count)}${more})\n`);
        for (const device of shown) out(`${deviceLine(device, survey)}\n`);
      }
      for (const notice of summary.notices) out(`\n${printable(notice)}\n`);
    },
  };
}

/** Signs that steer a terminal would let a cell write over what is shown. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu, ' ');

function totals(summary: Summary): string {
  const { devices, asOf, outcomes, endsWithin, gaps, missing, toLookAt } = summary;
  const line = (name: string, count: number) =>
    `  ${name.padEnd(40)} ${figure(count).padStart(9)}  ${percent(count, devices).padStart(9)}  ${bar(count, devices)}\n`;
  const lines = [
    `${figure(devices)} ${devices === 1 ? 'device' : 'devices'}, as of ${dateWords(asOf as unknown as PartialDate)}${summary.sheet === null ? '' : `, sheet '${printable(summary.sheet)}'`}\n\n`,
    ...COVERED.map((c) => line(COVERED_WORDS[c], summary.covered[c])),
    '\nOutcomes\n',
    ...outcomes.map(({ name, count }) => line(outcomeWords(name), count)),
    '\nTo come\n',
    ...endsWithin.map(({ days, count }) => line(`Cover ends within ${days} days`, count)),
    line('Gaps in cover, now or to come', gaps),
    line('To look at', toLookAt),
  ];
  if (missing.length > 0)
    lines.push('\nMissing facts\n', ...missing.map(({ fact, count }) => line(FACT_WORDS[fact], count)));
  return lines.join('');
}

const bar = (count: number, of: number): string =>
  '█'.repeat(count === 0 ? 0 : Math.max(1, Math.round((BAR * count) / Math.max(1, of))));

function deviceLine(device: DeviceResult, survey: Survey | null): string {
  const { row, standing, issues } = device;
  const names = KEPT.flatMap((kind: ColumnKind) => survey?.holding(kind) ?? [])
    .map(({ index }) => (device.cells[index] ?? '').trim())
    .filter((cell) => cell !== '');
  const head = printable(
    [`row ${row}`, ...names.map((n) => n.slice(0, 40)), standing.readAs].filter((p) => p !== '').join(' | '),
  );
  const why =
    issues.length > 0
      ? issues.map(issueText).join(' ')
      : standing.coverEnds !== null
        ? `Last day of cover: ${dateWords(standing.coverEnds as unknown as PartialDate)}.`
        : standing.verdict.gap !== null
          ? `Without cover: ${gapWords(standing.verdict)}.`
          : standing.action;
  return `  ${head}\n      ${printable(why)}`;
}
