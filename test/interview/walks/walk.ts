import type { Assistant } from '../../../src/assistant/assistant.js';
import { EMPTY_SESSION, type Session } from '../../../src/assistant/session.js';
import type { FactName, Facts } from '../../../src/domain/facts.js';
import type { Question, Reply } from '../../../src/domain/reply.js';
import type { Rules } from '../../../src/knowledge/rules.js';
import { answersTo } from './answers.js';
import { problemWith } from './checks.js';
import { type Choose, chooser, some } from './choosing.js';
import { Notebook, type Page } from './notebook.js';
import { type OwnDevice, type Person, RANGES } from './person.js';
import { CORRECTED, corrections, FORGETTING, INTERRUPTIONS, LEADS, NAMING, OPENERS, RETURNS, WHY } from './phrases.js';
import { type Saying, sayingsOf } from './sayings.js';
import { misnamed, slipsOf } from './slips.js';
import type { Intent, Step, Turn, Walked } from './step.js';

/** Of a device known by no more than its range, a name alone says which of the range it is. */
const isUnnamed = (family: string | undefined) => family === undefined || RANGES.includes(family);

const DIALOG: readonly string[] = ['entitlement', 'identify', 'one-phase'];

/** More turns than this after the last step are no end. */
const LONGEST_END = 40;

export async function walk(
  assistant: Assistant,
  rules: Rules,
  person: Person,
  steps: readonly Step[],
): Promise<Walked> {
  const conversation = new Conversation(assistant, rules, person);
  for (const { intent, pick } of steps) {
    if (conversation.problem !== null) break;
    await conversation.take(intent, chooser(pick));
  }
  await conversation.finish(chooser(steps.at(-1)?.pick ?? 0));
  return conversation;
}

class Conversation implements Walked {
  readonly lines: string[] = [];
  readonly outcomes: string[] = [];
  problem: string | null = null;
  turns = 0;
  private session: Session = EMPTY_SESSION;
  private reply: Reply | null = null;
  private readonly book = new Notebook();
  /** Devices of before a stop have their places among them still. */
  private stopped = false;

  constructor(
    private readonly assistant: Assistant,
    private readonly rules: Rules,
    private readonly person: Person,
  ) {}

  private get asked(): Question | null {
    return this.reply?.pending ?? null;
  }
  private get searching(): boolean {
    return this.reply?.kind === 'identify' && this.reply.step !== 'known' && this.session.interview.pending !== null;
  }
  private own = (page: Page): OwnDevice => (this.person.devices[page.own] as Person['devices'][number]).true;

  async take(intent: Intent, choose: Choose): Promise<void> {
    const page = this.book.current;
    if (page === null) return this.another(choose);
    switch (intent) {
      case 'tell':
        return this.tell(page, choose);
      case 'answer':
        return this.answer(page, choose);
      case 'slip':
        return this.slip(page, choose);
      case 'correct':
        return this.correct(page, choose);
      case 'interrupt':
        return this.say(choose(INTERRUPTIONS), 'interrupt');
      case 'why':
        return this.asked ? this.say(choose(WHY), 'why') : undefined;
      case 'forget':
        if (page.facts.plan === undefined) return;
        this.book.forgetContract(page);
        return this.say(choose(FORGETTING), 'forget');
      case 'cancel':
        this.book.stop();
        this.stopped = true;
        return this.say(choose(['cancel', 'stop', 'never mind']), 'cancel');
      case 'start-over':
        this.book.startOver();
        this.stopped = false;
        return this.say(choose(['start over', "let's start again"]), 'start-over');
      case 'another':
        return this.another(choose);
      case 'back':
        return this.back(choose, choose(this.book.pages));
    }
  }

  private async answerAll(page: Page, choose: Choose): Promise<void> {
    for (let n = 0; this.problem === null && (this.asked || this.searching); n++) {
      if (n > LONGEST_END) this.problem = 'the conversation does not end';
      await this.answer(page, choose);
    }
  }

  /** Puts right what is wrong, answers what is asked, of one device after the other. */
  async finish(choose: Choose): Promise<void> {
    for (const page of this.book.pages.filter((p) => !p.closed)) {
      if (page !== this.book.current) await this.back(choose, page);
      if (page !== this.book.current) continue;
      for (let n = 0; this.problem === null && this.book.current === page && page.wrong.size > 0; n++) {
        if (n > 8) this.problem = 'cannot be put right';
        await this.correct(page, choose);
      }
      await this.answerAll(page, choose);
      // What is still known of a device that was left open, because its card could not be found, say.
      const untold = sayingsOf(this.own(page), this.person.today).filter((ways) =>
        ways.every((way) => Object.keys(way.facts).some((f) => !(f in page.facts))),
      );
      if (
        (this.problem === null && this.reply?.verdict?.outcome === 'undetermined') ||
        this.reply?.kind === 'identify'
      ) {
        if (untold.length > 0) await this.state(page, choose(choose(untold)), 'tell');
        await this.answerAll(page, choose);
      }
      if (this.problem !== null) return;
      if (this.book.current === page) this.outcomes.push(this.reply?.verdict?.outcome ?? 'open');
    }
  }

  private async say(says: string, intent: Turn['intent']): Promise<void> {
    if (this.problem !== null) return;
    const turn: Turn = { says, intent, asked: this.asked };
    const before = this.session;
    const { session, reply } = await this.assistant.turn(this.session, { text: says }, this.person.today);
    this.turns++;
    this.session = session;
    this.reply = reply;
    const { facts, pending, verdict, kind } = reply;
    this.lines.push(
      `${intent}: ${says}`,
      `    → ${kind} ${verdict?.outcome ?? ''} ${JSON.stringify(facts)} asks ${pending?.fact ?? '-'}`,
    );
    this.problem = problemWith({
      turn,
      reply,
      session,
      before,
      book: this.book,
      rules: this.rules,
      today: this.person.today,
    });
  }

  /** Which words, and what is noted of them. */
  private async state(page: Page, { says, facts }: Saying, intent: Intent): Promise<void> {
    // A bare fact behind an answer about something else could be part of a question about that.
    const led = intent !== 'correct' && !this.asked && !this.searching && !DIALOG.includes(this.reply?.kind ?? 'faq');
    const { family } = page.facts;
    if (intent === 'correct' && !this.asked && says.includes('without')) return;
    if (led && (family === undefined || says.includes('without'))) return;
    this.book.note(page, facts);
    if (intent === 'slip') for (const fact of Object.keys(facts) as FactName[]) page.wrong.add(fact);
    return this.say(led ? `our ${family}: ${says}` : says, intent);
  }

  private async tell(page: Page, choose: Choose): Promise<void> {
    const ways = sayingsOf(this.own(page), this.person.today).filter((w) => !this.isWrong(page, w));
    if (ways.length === 0) return;
    return this.state(page, some(ways, choose), 'tell');
  }

  private isWrong = (page: Page, ways: readonly Saying[]) =>
    Object.keys(ways[0]?.facts ?? {}).some((fact) => page.wrong.has(fact as FactName));

  private async answer(page: Page, choose: Choose): Promise<void> {
    const question: Question | null = this.searching
      ? { fact: 'nmc', attempt: 1, choices: [], because: { kind: 'unknown' } }
      : this.asked;
    if (question === null) return;
    const answer = choose(answersTo(question, this.own(page), this.person.today));
    if (answer.kind === 'says') {
      for (const fact of Object.keys(answer.saying.facts) as FactName[]) page.wrong.delete(fact);
      return this.state(page, answer.saying, 'answer');
    }
    if (question.fact !== 'nmc') page.unknown.add(question.fact);
    await this.say(answer.says, 'dont-know');
    if (question.fact === 'nmc' && this.reply?.kind === 'identify' && this.reply.step === 'service-personnel')
      page.unknown.add('nmc');
  }

  /** Says something of the device that is not so. */
  private async slip(page: Page, choose: Choose): Promise<void> {
    const ways = slipsOf(this.person, page.own);
    if (ways.length === 0) return;
    return this.state(page, choose(choose(ways)), 'slip');
  }

  /** Puts one fact right that was said wrongly. */
  private async correct(page: Page, choose: Choose): Promise<void> {
    const device = this.own(page);
    const fact = (['family', 'nmc', 'commissioned', 'plan'] as const).find((f) => page.wrong.has(f));
    if (fact === undefined) return page.wrong.clear();
    const short = this.asked?.fact !== 'contractStart' && this.asked?.fact !== 'contractEnd';
    const saying = choose(corrections(fact, page.facts, device, this.person.today, short));
    for (const name of CORRECTED[fact]) page.wrong.delete(name);
    return this.state(page, saying, 'correct');
  }

  private async another(choose: Choose): Promise<void> {
    const own = this.person.devices.findIndex((_, i) => !this.book.pageOf(i));
    if (own < 0) return;
    const device = (this.person.devices[own] as Person['devices'][number]).true;
    const wrong = misnamed(this.person, own, choose);
    const same = this.book.pages.some(
      ({ facts: { family } }) => family !== undefined && [device.product, device.range, wrong].includes(family),
    );
    const name = wrong ?? (device.range !== null && choose([true, false]) ? device.range : device.product);
    const first = this.book.current === null;
    const unnamed = isUnnamed(this.book.current?.facts.family);
    // 'Are we covered? Without a service plan' is a question about plans.
    const ways = sayingsOf(first && name === null ? { ...device, contract: null } : device, this.person.today);
    const count = choose([0, 1, 2, 3]);
    const more = count === 0 || ways.length === 0 ? null : some(ways.slice(0, count), choose);
    const naming =
      name === null
        ? { says: choose(NAMING), facts: {} }
        : {
            says: choose(LEADS(name, same, unnamed || !DIALOG.includes(this.reply?.kind ?? 'faq'))),
            facts: { family: name },
          };
    const page = this.book.open(own, { ...naming.facts, ...more?.facts } as Facts);
    if (wrong !== null) page.wrong.add('family');
    const lead = first ? (name === null ? 'are we covered?' : choose(OPENERS(name))) : naming.says;
    return this.say(more ? `${lead} ${more.says}` : lead, 'another');
  }

  private async back(choose: Choose, page: Page | undefined): Promise<void> {
    if (page === undefined || page.closed || page === this.book.current) return;
    const { family } = page.facts;
    const unique = family !== undefined && this.book.pages.filter((p) => p.facts.family === family).length === 1;
    const at = this.book.pages.indexOf(page);
    const ordinals =
      this.stopped || this.session.offered.length > 0 || this.asked?.because.kind === 'ambiguous-family'
        ? []
        : RETURNS.byOrder(at);
    const ways = [...(unique ? RETURNS.byName(family) : []), ...ordinals];
    if (ways.length === 0) return;
    this.book.current = page;
    return this.say(choose(ways), 'back');
  }
}
