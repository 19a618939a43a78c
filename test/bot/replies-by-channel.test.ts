import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Activity } from 'botbuilder';
import { replyActivities } from '../../src/bot/activities.js';
import { Pictures } from '../../src/bot/pictures.js';
import { timelineOf } from '../../src/entitlement/timeline.js';
import { quoteOf } from '../../src/knowledge/quotes.js';
import { toContract } from '../../src/rendering/contract.js';
import { offerOf } from '../../src/rendering/offer.js';
import { cardAt12, cardProblems } from '../support/card-problems.js';
import { teamsCell, textCell, webCell } from '../support/channel-cells.js';
import {
  boundaryExamples,
  type Example,
  faqExamples,
  otherExamples,
  questionExamples,
  verdictExamples,
} from '../support/every-reply.js';
import { projectKnowledge } from '../support/knowledge.js';
import { shownMarkdown } from '../support/shown-markdown.js';
import { teamsProblems } from '../support/teams-limits.js';

const GOLDEN = join(__dirname, '../cases/golden/replies-by-channel.md');
/** Set to write the table anew, to be read before it is kept. */
const WRITES = process.env.WRITE_GOLDEN === '1';

const frame = { contact: 'the service desk', keepsFeedback: true, retentionDays: 30 };
const { rules } = projectKnowledge();
const pictures = new Pictures(
  (facts, verdict) => timelineOf(facts, verdict, rules),
  (where, error) => {
    throw new Error(`${where}: ${error}`);
  },
);

const GROUPS: Readonly<Record<string, readonly Example[]>> = {
  'The FAQ': faqExamples(),
  'What it knowingly does not answer': boundaryExamples(),
  Verdicts: verdictExamples(),
  'Questions of the dialog': questionExamples(),
  'All else': otherExamples(),
};

interface Drawn {
  readonly of: string;
  readonly text: string;
  readonly web: Partial<Activity>;
  readonly teams: readonly Partial<Activity>[];
}

async function drawn({ of, reply }: Example): Promise<Drawn> {
  const contract = { ...toContract(reply, 0, frame), knowledgeVersion: 'v' };
  const offer = offerOf(reply, frame);
  const [web = {}] = await replyActivities(contract, 'directline', pictures);
  const teams = await replyActivities(contract, 'msteams', pictures, {
    offer: offer && { ...offer, id: 'm1' },
    quoteOf: (sentence) => quoteOf(projectKnowledge(), sentence),
  });
  return { of, text: contract.text, web, teams };
}

const all = new Map<string, readonly Drawn[]>();
beforeAll(async () => {
  for (const [group, examples] of Object.entries(GROUPS)) all.set(group, await Promise.all(examples.map(drawn)));
}, 60_000);
const every = () => [...all.values()].flat();
const problemsIn = (look: (activity: Partial<Activity>) => readonly string[]) =>
  every().flatMap(({ of, teams }) => teams.flatMap(look).map((problem) => `${of}: ${problem}`));
const cardsIn = ({ attachments = [] }: Partial<Activity>) => attachments.map(({ content }) => content);

test('every entry, boundary, kind, outcome and question is drawn', () => {
  const { entries, boundaries } = projectKnowledge();
  expect([...all.values()].map((group) => group.length)).toEqual([
    2 * entries.length,
    boundaries.size,
    new Set(rules.rows.map((row) => row.outcome)).size + 1,
    11,
    25,
  ]);
});

test('no reply goes beyond what Teams takes and shows', () => {
  expect(problemsIn(teamsProblems)).toEqual([]);
});

test("no card has anything that Microsoft's reader does not know in version 1.5", () => {
  expect(problemsIn((a) => cardsIn(a).flatMap((card) => cardProblems(card, '1.5')))).toEqual([]);
});

test('a client of version 1.2 reads every card, with every button by its fallback', () => {
  const unknown = 'Unknown action type "Action.Execute". Fallback will be used if present.';
  expect(
    problemsIn((a) => cardsIn(a).flatMap((card) => cardProblems(card, '1.2').filter((problem) => problem !== unknown))),
  ).toEqual([]);
  const buttons = (body: ReturnType<typeof cardAt12>['body']) =>
    body.flatMap(({ actions = [] }) => actions.map(({ title }) => title));
  const lost = problemsIn((a) =>
    cardsIn(a).flatMap((card) => {
      const [shown, meant] = [buttons(cardAt12(card).body), buttons(card.body)];
      return shown.join() === meant.join() ? [] : [`${meant} are shown as ${shown}`];
    }),
  );
  expect(lost).toEqual([]);
});

test('what a card says stands in its text for clients without cards, and what is said in the reply is said in Teams', () => {
  for (const { text, teams } of every()) {
    for (const activity of teams) {
      for (const { body, fallbackText } of cardsIn(activity)) {
        const said = [...JSON.stringify(body).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].map(([, t]) =>
          JSON.parse(t ?? ''),
        );
        for (const line of said) expect(fallbackText).toContain(line.trim());
        expect(activity.summary).toBe(fallbackText);
      }
    }
    const [first] = teams;
    const plain = (words = '') => words.replace(/ (?:\[\d+\])+/g, '').replace(/\n\nSources?: [^\n]*$/, '');
    const said = first?.text === undefined ? first?.attachments?.[0]?.content.fallbackText : shownMarkdown(first.text);
    expect(plain(said)).toBe(plain(text));
  }
});

test('every answer from the FAQ says at its end where it comes from', () => {
  for (const { of, teams } of all.get('The FAQ') ?? [])
    expect([of, teams[0]?.text]).toEqual([of, expect.stringMatching(/\nSources?: \[1\] /)]);
});

test('what people read is what stands in test/cases/golden/replies-by-channel.md (WRITE_GOLDEN=1 writes it anew)', () => {
  const head = [
    '# What is said, by channel',
    '',
    'Written by test/bot/replies-by-channel.test.ts; not to be edited by hand. The page draws its text from the same sentences.',
  ];
  const tables = [...all].flatMap(([group, rows]) => [
    '',
    `## ${group}`,
    '',
    '| of | text | Teams | page |',
    '| --- | --- | --- | --- |',
    ...rows.map((r) => `| ${r.of} | ${textCell(r.text)} | ${teamsCell(r.teams)} | ${webCell(r.web)} |`),
  ]);
  const table = `${[...head, ...tables].join('\n')}\n`;
  if (WRITES) {
    mkdirSync(dirname(GOLDEN), { recursive: true });
    writeFileSync(GOLDEN, table);
  }
  expect(existsSync(GOLDEN) ? readFileSync(GOLDEN, 'utf8').split('\n') : []).toEqual(table.split('\n'));
});
