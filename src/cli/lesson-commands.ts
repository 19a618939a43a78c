import type { Command } from 'commander';
import { type LessonContext, listLessons, type PatchOptions, patchLesson, showLesson } from './lessons.js';

/** Runs a subcommand with what it needs, and keeps its exit code. */
export type RunLessons = (command: Command, run: (context: LessonContext) => Promise<number>) => Promise<void>;

/** The subcommands of `sns lessons`. */
export function lessonCommands(program: Command, run: RunLessons): void {
  const lessons = program
    .command('lessons')
    .description('what could not be answered, as proposals for the knowledge base');
  lessons
    .command('list')
    .description('what at least two people asked and was refused, judged wrong or put right, a sentence each')
    .option('--json', 'all of it, as JSON lines')
    .action((options: { json?: boolean }, command: Command) =>
      run(command, (context) => listLessons(options, context)),
    );
  lessons
    .command('show')
    .argument('<id>')
    .description('a proposal with all its texts, names and numbers masked')
    .action((id: string, _options, command: Command) => run(command, (context) => showLesson(id, context)));
  lessons
    .command('patch')
    .argument('<id>')
    .requiredOption(
      '--to <place>',
      'an entry, topic or kind of the knowledge base, or new:NAME for a topic that is not answered',
    )
    .option('--title <title>', 'with new:NAME: what the topic is called')
    .option('--ask <whom>', 'with new:NAME: whom to ask (default: CONTACT)')
    .option('--evaluate [file]', 'measures without and with it first, on labelled messages; trains for some minutes')
    .description('the change of the knowledge base as a patch for git apply; changes nothing itself')
    .action((id: string, options: PatchOptions, command: Command) =>
      run(command, (context) => patchLesson(id, options, context)),
    );
}
