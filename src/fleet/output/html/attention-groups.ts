import type { PartialDate } from '../../../domain/partial-date.js';
import { dateWords } from '../../../rendering/date-words.js';
import { html, type Markup } from '../../../rendering/markup.js';
import type { AttentionGroup } from '../../attention.js';
import type { DeviceResult } from '../../device-result.js';
import { gapWords } from '../../devices/standing.js';
import type { Survey } from '../../devices/survey.js';
import { issueText } from '../csv-sink.js';
import { KEPT } from '../json-sink.js';
import { ATTENTION_WORDS, figure, outcomeWords } from '../words.js';
import type { DevicePicture } from './device-picture.js';

const LONGEST_NAME = 120;
/** So many devices of each kind have their picture: each takes some 6 KB of the page. */
const PICTURED = 20;

/** The devices that need attention, a table a kind. */
export const attentionGroups = (
  groups: readonly AttentionGroup[],
  survey: Survey,
  picture: DevicePicture,
): readonly Markup[] => groups.map((group) => groupOf(group, survey, picture));

function groupOf({ attention, count, shown }: AttentionGroup, survey: Survey, picture: DevicePicture): Markup {
  const { name, explains } = ATTENTION_WORDS[attention];
  const identified = KEPT.some((kind) => survey.holding(kind).length > 0);
  return html`<section class="group" id="${attention}" aria-labelledby="${attention}-name">
<h3 id="${attention}-name">${name} <span class="count">${figure(count)}</span></h3><p class="lead">${explains}</p>
<div class="card rows"><table><thead><tr><th scope="col">Row</th>${identified ? html`<th scope="col">Device</th>` : null}<th scope="col">Read as</th><th scope="col">${COLUMN[attention]}</th></tr></thead>
<tbody>
${shown.map((device, i) => rowOf(device, attention, survey, identified, i < PICTURED ? picture(device.standing.facts) : null))}</tbody></table>
${count > shown.length ? html`<p class="more">${figure(shown.length)} of ${figure(count)} are shown here; the others are in the file above.</p>` : null}</div></section>
`;
}

const COLUMN: Readonly<Record<AttentionGroup['attention'], string>> = {
  look: 'Look at this',
  'ends-30': 'Last day of cover',
  'ends-90': 'Last day of cover',
  gap: 'Without cover',
  undetermined: 'What to do',
  expired: 'What to do',
};

function rowOf(
  device: DeviceResult,
  attention: AttentionGroup['attention'],
  survey: Survey,
  identified: boolean,
  picture: Markup | null,
): Markup {
  const { row, standing } = device;
  return html`<tr><th scope="row" class="row">${figure(row)}</th>${identified ? html`<td class="who">${identity(device, survey)}</td>` : null}<td class="read">${standing.readAs === '' ? 'nothing' : standing.readAs}<span class="small">${outcomeWords(standing.verdict.outcome)}</span>${picture}</td><td>${reason(device, attention)}</td></tr>
`;
}

/** What tells the device apart, as the list has it. */
function identity({ cells }: DeviceResult, survey: Survey): Markup {
  const [first, ...rest] = ['name', 'serial', 'site']
    .flatMap((kind) => survey.holding(kind as 'name' | 'serial' | 'site'))
    .map(({ index }) => (cells[index] ?? '').trim().slice(0, LONGEST_NAME))
    .filter((cell) => cell !== '');
  return html`${first ?? ''}${rest.map((cell) => html`<span class="small">${cell}</span>`)}`;
}

function reason({ standing, issues }: DeviceResult, attention: AttentionGroup['attention']): Markup {
  const { verdict, coverEnds, action } = standing;
  switch (attention) {
    case 'look':
      return html`${issues.map((issue) => html`<p>${issueText(issue)}</p>`)}`;
    case 'ends-30':
    case 'ends-90':
      return html`<span class="date">${coverEnds === null ? '' : dateWords(coverEnds as unknown as PartialDate)}</span><span class="small">${action}</span>`;
    case 'gap':
      return html`<span class="date">${gapWords(verdict)}</span>`;
    default:
      return html`${action}`;
  }
}
