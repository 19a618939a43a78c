import { join, relative, resolve } from 'node:path';
import type { AskedDevice, Check } from '../entitlement/verify/check.js';
import { type Certificate, certificateOf } from '../interview/verify/certificate.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { readFolder } from '../knowledge/read-folder.js';
import { type RulePlace, rulePlaces } from '../knowledge/rule-places.js';
import { EXIT } from './batch.js';
import type { CommandContext } from './loaded.js';

/** `sns rules verify`: what is proved of the entitlement rules; for each check that fails, the smallest case against it. */
export function rulesVerify(
  options: { readonly json?: boolean },
  knowledge: Knowledge,
  context: CommandContext,
): number {
  const { streams, knowledgeFolder } = context;
  const certificate = certificateOf(knowledge);
  const places = rulePlaces(readFolder(knowledgeFolder));
  const told = { certificate, places, knowledgeFolder };
  streams.out(options.json ? `${JSON.stringify(asJson(told), null, 2)}\n` : asText(told, knowledge));
  return certificate.holds ? EXIT.fine : EXIT.refuted;
}

interface Told {
  readonly certificate: Certificate;
  readonly places: ReadonlyMap<string, RulePlace>;
  readonly knowledgeFolder: string;
}

const figure = (n: number) => n.toLocaleString('en-US');

function asText(told: Told, knowledge: Knowledge): string {
  const { checks, combinations, days, cases, holds, hash } = told.certificate;
  const width = Math.max(...checks.map((check) => figure(check.cases).length));
  const lines = checks.flatMap((check) => [
    `${check.against ? 'FAILS' : 'holds'}  ${figure(check.cases).padStart(width)}  ${check.proves}`,
    ...against(check, told).map((line) => `       ${line}`),
  ]);
  const end = holds
    ? `All of it holds. SHA-256 over the rules and every verdict: ${hash}`
    : `${checks.filter((check) => check.against).length} of ${checks.length} checks fail.`;
  return [
    `${knowledge.rules.rows.length} rules, ${figure(combinations)} combinations of facts as of ${days} days. Checks, and the cases that each looked at:`,
    ...lines,
    `Cases in all: ${figure(cases)}. ${end}`,
    '',
  ].join('\n');
}

/** What goes against a check, in lines: the sentence, where the rows stand, and a command that shows it. */
function against({ against }: Check, told: Told): readonly string[] {
  if (!against) return [];
  const command = commandFor(against.devices, told.knowledgeFolder);
  return [against.says, ...against.rows.map((row) => `${placeOf(row, told)}: ${row}`), ...(command ? [command] : [])];
}

function placeOf(row: string, { places, knowledgeFolder }: Told): string {
  const { file, line } = places.get(row) ?? { file: 'entitlement-rules.yaml', line: 1 };
  return `${relative(process.cwd(), join(knowledgeFolder, file))}:${line}`;
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A command line that shows the verdicts of these devices, or null where there are none. */
function commandFor(devices: readonly AskedDevice[], knowledgeFolder: string): string | null {
  if (devices.length === 0) return null;
  const lines = devices.map(({ asOf, facts }, i) => quoted(JSON.stringify({ id: String(i + 1), asOf, facts })));
  const isOwn = resolve(knowledgeFolder) === resolve('knowledge');
  const folder = isOwn ? '' : `KNOWLEDGE_FOLDER=${quoted(knowledgeFolder)} `;
  const print = lines.length === 1 ? `echo ${lines[0]}` : `printf '%s\\n' ${lines.join(' ')}`;
  return `${print} | ${folder}npx sns entitle --batch -`;
}

function asJson(told: Told) {
  const { certificate, knowledgeFolder } = told;
  return {
    ...certificate,
    checks: certificate.checks.map(({ id, proves, cases, against }) => ({
      id,
      proves,
      cases,
      holds: against === null,
      against: against && {
        says: against.says,
        rows: against.rows.map((row) => ({ id: row, place: placeOf(row, told) })),
        devices: against.devices,
        command: commandFor(against.devices, knowledgeFolder),
      },
    })),
  };
}
