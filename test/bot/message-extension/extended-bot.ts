import { type Activity, type InvokeResponse, TestAdapter } from 'botbuilder';
import { knowledgeTypeAhead } from '../../../src/answering/knowledge-type-ahead.js';
import { knowledgeSearch } from '../../../src/assistant/knowledge-search.js';
import { SnsBot } from '../../../src/bot/bot.js';
import { messageExtension } from '../../../src/bot/message-extension/message-extension.js';
import { day } from '../../../src/domain/day.js';
import { todayIn } from '../../../src/domain/today.js';
import { triage } from '../../../src/triage/triage.js';
import { reply } from '../../channels/running-server.js';
import { lexicalParts } from '../../interview/walks/lexical-assistant.js';

const fail = () => Promise.reject(new Error('no invoke of the message extension comes here'));

/** The bot with the message extension over the project's own knowledge, in Rome on 22 November 2026; gives the answer to an invoke. */
export function extendedBot(): (activity: Partial<Activity>) => Promise<InvokeResponse> {
  const parts = lexicalParts();
  const { knowledge } = parts;
  const starters = [
    { label: 'Is my device covered?', says: 'Is my device covered?' },
    starterOf(knowledge.entries[12]),
  ];
  const extension = messageExtension({
    triage: (ticket) => triage(ticket, parts),
    search: knowledgeSearch(knowledge, knowledgeTypeAhead(knowledge, starters), starters),
    frame: { contact: 'the helpdesk' },
    today: () => day('2026-11-22'),
    dayOf: (instant) => todayIn('Europe/Rome', instant),
  });
  const bot = new SnsBot({ run: fail }, () => reply('hi'), { judge: fail, complain: fail }, null, null, extension);
  return async (activity) => {
    const answers: InvokeResponse[] = [];
    const adapter = new TestAdapter(async (context) => {
      context.onSendActivities(async (_context, activities, next) => {
        answers.push(...activities.map(({ value }) => value));
        return next();
      });
      await bot.run(context);
    });
    await adapter.receiveActivity(activity);
    const [answer, ...more] = answers;
    if (!answer || more.length > 0) throw new Error(`${answers.length} answers`);
    return answer;
  };
}

const starterOf = (entry: { readonly short: string } | undefined) => {
  if (!entry) throw new Error('no such entry');
  return { label: entry.short, says: entry.short };
};
