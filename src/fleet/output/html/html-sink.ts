import type { Day } from '../../../domain/day.js';
import type { Rules } from '../../../knowledge/rules.js';
import { AttentionList, attentionOn } from '../../attention.js';
import type { Survey } from '../../devices/survey.js';
import type { FleetSink } from '../../run-fleet.js';
import { CsvLines } from '../csv-sink.js';
import { devicePictures } from './device-picture.js';
import { EmbeddedRows } from './embedded-rows.js';
import { reportPage } from './page.js';

/** Devices shown of each kind that needs attention; all of them can be saved from the page. */
const SHOWN = 60;

/** A report as one HTML page, written at the end. */
export function htmlSink(
  out: (text: string) => void,
  { asOf, title, rules }: { readonly asOf: Day; readonly title: string; readonly rules: Rules },
): FleetSink {
  const attentionOf = attentionOn(asOf);
  const attention = new AttentionList(SHOWN);
  let begun: { readonly survey: Survey; readonly lines: CsvLines; readonly rows: EmbeddedRows } | null = null;
  return {
    begin: (survey) => {
      const lines = new CsvLines(survey, survey.sheet.delimiter);
      begun = { survey, lines, rows: new EmbeddedRows(lines.header()) };
    },
    device: (device) => {
      const why = attentionOf(device);
      if (why === null || begun === null) return;
      attention.add(why, device);
      begun.rows.add(begun.lines.line(device));
    },
    end: (summary) => {
      if (begun !== null)
        out(
          reportPage({
            title,
            summary,
            survey: begun.survey,
            groups: attention.all(),
            rows: begun.rows,
            picture: devicePictures(asOf, rules),
          }),
        );
    },
  };
}
