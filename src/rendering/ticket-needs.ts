import type { CitedSentence } from '../domain/citation.js';
import { ENTRY } from '../domain/entry-roles.js';
import type { FactName } from '../domain/facts.js';
import { exactDay } from '../domain/partial-date.js';
import type { Notice } from '../domain/reply.js';
import type { TicketAsk } from '../domain/ticket.js';
import { type Block, paragraph, plain } from './blocks.js';
import { dateWords } from './date-words.js';
import { deviceWords, listWords } from './fact-words.js';
import { noticeWords } from './reply-blocks.js';
import { WORDING } from './wording.js';

type Device = Extract<TicketAsk, { kind: 'entitlement' }>;

const { ticket: SAYS } = WORDING;

/** A fact that is asked for: its words for one device and for several, and how to find it. */
interface Need {
  readonly what: string;
  readonly whatOfEach: string;
  readonly how: readonly CitedSentence[];
}

/**
 * What was said of the devices and cannot be taken as it was said, then each fact that a verdict misses, with how to find it: the same
 * of several devices in one; a single fact takes no list. `settles`: what these facts settle is named, since other answers stand between.
 */
export function neededBlocks(asks: readonly TicketAsk[], settles: boolean): readonly Block[] {
  const devices = asks.flatMap((ask) => (ask.kind === 'entitlement' ? [ask] : []));
  const open = devices.filter(({ verdict }) => verdict.missing.length > 0);
  const notices = devices.flatMap((device) =>
    device.notices.filter((notice) => !device.verdict.missing.some((fact) => asksBack(notice, fact))),
  );
  const told = [...new Set(notices.map(draftNotice))].map((text) => paragraph(text));
  const [first] = open;
  if (!first) return told;
  const showsHow = asks.some(
    (ask) => ask.kind === 'identify' || (ask.kind === 'faq' && ask.answer.id === ENTRY.showsCard),
  );
  const byNeed = new Map<string, { readonly need: Need; readonly devices: string[] }>();
  for (const device of open) {
    for (const fact of neededOf(device)) {
      const need = needOf(fact, device, showsHow);
      const same = byNeed.get(need.what) ?? { need, devices: [] };
      same.devices.push(deviceWords(device.facts));
      byNeed.set(need.what, same);
    }
  }
  // Beside another device, or after other answers, 'it' could be anything.
  const named = devices.length > 1;
  const toSettle = settles && open.length === 1 ? SAYS.toSettleOf(deviceWords(first.facts)) : SAYS.toSettle;
  const [only, another] = [...byNeed.values()];
  if (only && !another && open.length === 1) {
    const of = named && !settles ? SAYS.ofDevice(deviceWords(first.facts)) : '';
    return [...told, paragraph(SAYS.neededOne(toSettle, of, only.need.what), ...only.need.how)];
  }
  const items = [...byNeed.values()].map(({ need, devices: those }): Block => {
    const names = [...new Set(those)];
    const what = names.length > 1 ? need.whatOfEach : need.what;
    const words = named ? SAYS.needOf(listWords(names, 'and'), what) : SAYS.need(what);
    return { kind: 'item', sentences: [plain(words), ...need.how] };
  });
  return [...told, paragraph(SAYS.needed(toSettle)), ...items];
}

/** The contract's start says nothing while the plan is not known. */
const neededOf = ({ verdict: { missing } }: Device): readonly FactName[] =>
  missing.filter((fact) => !(fact === 'contractStart' && missing.includes('plan')));

/** A plan is told of, and it is open which. */
export const isOpenPlan = ({ facts, verdict }: Device): boolean =>
  facts.plan !== undefined && verdict.missing.includes('plan');

function needOf(fact: FactName, device: Device, showsHow: boolean): Need {
  const [what, whatOfEach] = wordsOf(fact, device);
  if (fact === 'plan' && isOpenPlan(device)) return { what, whatOfEach, how: device.verdict.notes };
  return { what, whatOfEach, how: fact === 'nmc' && showsHow ? [] : [plain(SAYS.howToFind[fact])] };
}

/** What is asked for, of one device and of several. */
function wordsOf(fact: FactName, device: Device): readonly [string, string] {
  const { facts, couldBe, notices } = device;
  const conflict = notices.find((notice) => asksBack(notice, fact));
  if (conflict) return same(conflictWords(conflict));
  if (fact === 'family' && couldBe.length > 0) return same(SAYS.whichOf(facts.family ?? '', listWords(couldBe, 'or')));
  if (fact === 'plan' && isOpenPlan(device)) return [SAYS.whichContract('its'), SAYS.whichContract('each')];
  const { commissioned } = facts;
  if (fact === 'commissioned' && commissioned !== undefined && commissioned !== 'not-yet') {
    const says = commissioned.includes('|') ? SAYS.whichDay : SAYS.exactDay;
    if (exactDay(commissioned) === null)
      return [says('it', dateWords(commissioned)), says('each', dateWords(commissioned))];
  }
  return [SAYS.facts[fact], SAYS.factsOfEach[fact]];
}

const same = (what: string): readonly [string, string] => [what, what];

/** Whether a notice asks which is right of two things said of a fact, so that the fact need not be asked for beside it. */
function asksBack({ kind }: Notice, fact: FactName): boolean {
  return (kind === 'commissioning-conflict' && fact === 'commissioned') || (kind === 'card-conflict' && fact === 'nmc');
}

function conflictWords(notice: Notice): string {
  if (notice.kind === 'card-conflict')
    return (notice.bothSaid ? SAYS.whichOfTwoCards : SAYS.whichCard)(notice.said, notice.shown);
  if (notice.kind !== 'commissioning-conflict') return '';
  return notice.other === null ? SAYS.whetherYet(notice.said) : SAYS.whichOfTwoDays(notice.said, notice.other);
}

const draftNotice = (notice: Notice): string =>
  notice.kind === 'unknown-name' ? SAYS['unknown-name'](notice.said) : noticeWords(notice);
