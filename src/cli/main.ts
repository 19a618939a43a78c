import { Command, CommanderError } from 'commander';
import { type Day, parseDay } from '../domain/day.js';
import { problemLine } from '../domain/problem.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { loadKnowledge } from '../knowledge/load.js';
import { readFolder } from '../knowledge/read-folder.js';
import { ask } from './ask.js';
import { EXIT } from './batch.js';
import { chat } from './chat.js';
import { converse } from './converse.js';
import { entitle } from './entitle.js';
import { type EvalOptions, evaluate } from './eval.js';
import { listFeedback } from './feedback-list.js';
import { FLEET_FORMATS, fleet } from './fleet.js';
import { identify } from './identify.js';
import { kbCheck } from './kb-check.js';
import { lessonCommands } from './lesson-commands.js';
import type { CommandContext } from './loaded.js';
import { privacyErase, type WhoseData } from './privacy-erase.js';
import { privacyExport } from './privacy-export.js';
import { reviewPhrasingsOf } from './review-phrasings.js';
import { rulesVerify } from './rules-verify.js';
import { type TriageOptions, triageTickets } from './triage.js';

/** What the command line needs beside the day, which an option may set. */
export type MainParts = Omit<CommandContext, 'today'> & {
  readonly defaultToday: Day;
  /** Where trained models lie. */
  readonly modelFolder: string;
  /** Where the server's database lies. */
  readonly databaseFile: () => string;
};

/** Options that commander itself finds nothing wrong with. */
const BAD_OPTION = 'bad-option';

/** Runs `sns` with these arguments (without node and script) and gives its exit code. */
export async function main(argv: readonly string[], parts: MainParts): Promise<number> {
  let code: number = EXIT.fine;
  const program = new Command('sns')
    .description('Answers questions about the Secure NMC System and decides whether devices are covered.')
    .option('--today <date>', 'the day to count from, YYYY-MM-DD (default: today)')
    .exitOverride()
    .configureOutput({ writeOut: parts.streams.out, writeErr: parts.streams.err });
  const context = (command: Command): CommandContext => {
    const today = command.optsWithGlobals<{ today?: string }>().today;
    const day = today === undefined ? parts.defaultToday : parseDay(today);
    if (day === null)
      throw new CommanderError(EXIT.unreadable, BAD_OPTION, `--today ${today}: write a day that exists as YYYY-MM-DD.`);
    return { ...parts, today: day };
  };
  const withKnowledge = async (run: (knowledge: Knowledge) => Promise<number>): Promise<number> => {
    const knowledge = loadKnowledge(readFolder(parts.knowledgeFolder));
    if (knowledge.ok) return run(knowledge.value);
    for (const problem of knowledge.problems) parts.streams.err(`${problemLine(problem)}\n`);
    return EXIT.unreadable;
  };
  const today = (command: Command) => command.option('--today <date>', 'the day to count from, YYYY-MM-DD');

  today(
    program
      .command('ask')
      .argument('[text]')
      .option('--json')
      .option('--batch <file>', 'JSON lines {id, text}; - reads standard input'),
  )
    .description('one message, without memory')
    .action(async (text: string | undefined, options, command: Command) => {
      code = await ask(text, options, context(command));
    });
  today(program.command('chat'))
    .description('a conversation in the terminal')
    .action(async (_options, command: Command) => {
      code = await chat(context(command));
    });
  today(program.command('converse').requiredOption('--batch <file>', 'JSON lines {id, today?, turns: [{user}]}'))
    .description('whole conversations from a file')
    .action(async (options: { batch: string }, command: Command) => {
      code = await converse(options.batch, context(command));
    });
  today(
    program
      .command('entitle')
      .option('--batch <file>', 'JSON lines {id, asOf?, facts}')
      .option('--fleet <file>', 'a list of devices, .csv or .xlsx, one a row')
      .option('--as-of <date>', 'with --fleet: the day asked about, YYYY-MM-DD (default: today)')
      .option('--format <format>', `with --fleet: ${FLEET_FORMATS.join(', ')} (default: table)`)
      .option('--dates <order>', 'with --fleet: dmy or mdy, how dates such as 03/04/2026 are written'),
  )
    .description('facts in, verdicts out; a whole fleet with --fleet')
    .action(async (options: { batch?: string; fleet?: string }, command: Command) => {
      const { batch, fleet: list } = options;
      if ((batch === undefined) === (list === undefined))
        throw new CommanderError(EXIT.unreadable, BAD_OPTION, 'entitle: name a file with --batch or with --fleet.');
      code = await withKnowledge((knowledge) =>
        list === undefined
          ? entitle(batch ?? '-', knowledge, context(command))
          : fleet(list, options, knowledge, context(command)),
      );
    });
  today(
    program.command('identify').argument('[text]').option('--json').option('--batch <file>', 'JSON lines {evidence}'),
  )
    .description('which card a banner, an SNMP description or a part number shows')
    .action(async (text: string | undefined, options, command: Command) => {
      code = await withKnowledge((knowledge) => identify(text, options, knowledge, context(command)));
    });
  today(
    program
      .command('triage')
      .requiredOption('--batch <file>', 'JSON lines {id, subject, body, received?}, or CSV with these columns')
      .option('--out <file>', 'a new file for the results, a whole line a ticket (default: standard output)')
      .option('--resume', 'with --out: goes on with a run that was broken off; what the file holds is kept'),
  )
    .description('tickets in: what each asks, who should have it, and a draft of the reply')
    .action(async (options: TriageOptions, command: Command) => {
      if (options.resume && (options.out ?? '-') === '-')
        throw new CommanderError(
          EXIT.unreadable,
          BAD_OPTION,
          'triage: --resume goes on with a file; name it with --out.',
        );
      code = await triageTickets(options, context(command));
    });
  today(
    program
      .command('eval')
      .argument('<file>', 'JSON lines {id, text, kind, ids?, near?, facts?, outcome?}; - reads standard input')
      .option('--against <folder>', 'another knowledge base to compare with; trains a model for it where none is there')
      .option('--json', 'the report as JSON')
      .option('--html <file>', 'writes the report as a page as well'),
  )
    .description('measures the assistant on labelled messages')
    .action(async (file: string, options: EvalOptions, command: Command) => {
      code = await evaluate(file, options, context(command));
    });
  program
    .command('kb')
    .description('the knowledge base')
    .command('check')
    .description('names every problem of the knowledge base')
    .option('--source <file>', 'a copy of the FAQ document to compare with')
    .option('--phrasings', 'also what is worth a look among the phrasings')
    .option('--all', 'with --phrasings: all of it, not a page')
    .action(async (options: { source?: string; phrasings?: boolean; all?: boolean }, command: Command) => {
      code = kbCheck(options.source, context(command));
      if (code === EXIT.fine && options.phrasings)
        code = await withKnowledge(async (knowledge) =>
          reviewPhrasingsOf(knowledge, parts.modelFolder, options.all === true, context(command)),
        );
    });
  program
    .command('rules')
    .description('the entitlement rules')
    .command('verify')
    .description('proves the rules over every combination of facts, or shows the smallest that goes against them')
    .option('--json', 'the checks as JSON')
    .action(async (options: { json?: boolean }, command: Command) => {
      code = await withKnowledge(async (knowledge) => rulesVerify(options, knowledge, context(command)));
    });
  program
    .command('feedback')
    .description('what people think of answers')
    .command('list')
    .description('lists it, newest first')
    .option('--since <date>', 'that day and later, YYYY-MM-DD (in UTC)')
    .option('--json', 'all that is kept, as JSON lines')
    .action(async (options: { since?: string; json?: boolean }) => {
      if (parts.feedback === undefined)
        throw new CommanderError(EXIT.unreadable, BAD_OPTION, 'feedback: there is no database here.');
      code = await listFeedback(options, parts.feedback, parts.streams);
    });

  lessonCommands(program, async (command, run) => {
    code = await withKnowledge((knowledge) => run({ ...context(command), knowledge, modelFolder: parts.modelFolder }));
  });

  const privacy = program.command('privacy').description('what is kept of people');
  privacy
    .command('export')
    .description('all that is kept of a person, as JSON')
    .requiredOption('--user <id>', "the channel's id of the person, or the requester's at the helpdesk")
    .action(async ({ user }: { user: string }) => {
      if (parts.feedback === undefined)
        throw new CommanderError(EXIT.unreadable, BAD_OPTION, 'privacy: there is no database here.');
      code = await privacyExport(user, parts.feedback, parts.streams);
    });
  privacy
    .command('erase')
    .description('deletes all that is kept of a conversation, of a ticket, or of what somebody began or sent')
    .option('--user <id>', "the channel's id of the person, or the requester's at the helpdesk")
    .option('--conversation <id>', 'the id of the conversation; of Teams and other channels CHANNEL/ID')
    .option('--ticket <source/number>', 'a ticket of the desk, by the helpdesk that it came from and its number there')
    .action(async (options: WhoseData) => {
      code = await privacyErase(options, parts.databaseFile(), parts.streams);
    });

  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === BAD_OPTION) parts.streams.err(`sns: ${error.message}\n`);
    return error.exitCode === 0 ? EXIT.fine : EXIT.unreadable;
  }
  return code;
}
