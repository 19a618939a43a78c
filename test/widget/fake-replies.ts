import type { CitedSentence } from '../../src/domain/citation.js';
import type { ContractReply } from '../../src/domain/contract.js';
import { day } from '../../src/domain/day.js';
import type { Facts } from '../../src/domain/facts.js';
import type { PlanId } from '../../src/domain/ids.js';
import { type PartialDate, parsePartialDate } from '../../src/domain/partial-date.js';
import type { TimelinePicture } from '../../src/domain/picture.js';
import type { Verdict } from '../../src/domain/verdict.js';
import { timelinePicture } from '../../src/rendering/timeline/picture.js';
import { SITUATIONS } from '../support/situations.js';
import { factsOf, timelineFor } from '../support/timelines.js';

type Said = {
  readonly type: string;
  readonly text: string;
  readonly channelData?: Readonly<Record<string, unknown>>;
  readonly suggestedActions?: { readonly actions: readonly { type: string; title: string; value: string }[] };
};

/** A date that the test's author knows to be one. */
export function date(text: string): PartialDate {
  const parsed = parsePartialDate(text);
  if (parsed === null) throw new Error(`not a date: ${text}`);
  return parsed;
}

/** A sentence that rests on `question.sentence` places of the FAQ, each with a title of its question. */
export const cited = (text: string, ...rests: readonly [question: number, sentence: number, title: string][]) =>
  ({
    text,
    citations: rests.map(([question, sentence, title]) => ({ source: 'sns-3phase', question, sentence, title })),
  }) satisfies CitedSentence;

export const verdictOf = (given: Partial<Verdict>): Verdict => ({
  outcome: 'undetermined',
  says: null,
  reasons: [],
  planName: null,
  covered: 'unknown',
  coveredUntil: null,
  gap: null,
  upcoming: [],
  missing: [],
  questions: [],
  assumptions: [],
  contradictions: [],
  notes: [],
  actions: [],
  whatWouldChange: [],
  grounds: [],
  trace: [],
  citations: [],
  asOf: day('2026-11-22'),
  knowledgeVersion: 'test',
  knowledgeDate: null,
  ...given,
});

export const replyOf = (given: Partial<ContractReply>): ContractReply => ({
  kind: 'faq',
  ids: [],
  confidence: 0.9,
  text: (given.sentences ?? []).map((s) => s.text).join(' '),
  sentences: [],
  suggestions: [],
  facts: {},
  verdict: null,
  citations: [],
  parts: [],
  devices: [],
  knowledgeVersion: 'test',
  millis: 1,
  ...given,
});

/** The activity that carries a reply, with its suggestions as clicks. */
export const activityOf = (reply: ContractReply, pictures: readonly (TimelinePicture | null)[] = []): Said => ({
  type: 'message',
  text: reply.text,
  channelData: pictures.length > 0 ? { reply, pictures } : { reply },
  suggestedActions: { actions: reply.suggestions.map((s) => ({ type: 'imBack', title: s, value: s })) },
});

const UPDATE = 'Can the NMC firmware for 3-Phase UPS and PDU be updated in any other way?';
const RENEW = 'How do I renew the Secure NMC System?';
const NMC2 = 'Is the Secure NMC System available for NMC2?';
const INCLUDED = 'What 3-Phase UPS and PDU products include 1-Year Secure NMC System?';
const galaxy: Facts = { family: 'Galaxy VS', nmc: 'NMC3' };

const faq = replyOf({
  sentences: [
    cited('No: only qualified service personnel update the firmware of the card.', [7, 1, UPDATE]),
    cited('It happens on two occasions:', [7, 1, UPDATE], [14, 2, RENEW]),
    { ...cited('when the device is commissioned', [7, 1, UPDATE]), starts: 'item' },
    { ...cited('during maintenance activities', [7, 1, UPDATE], [14, 2, RENEW]), starts: 'item' },
    { ...cited('Your service partner can tell you when the next visit is due.', [14, 3, RENEW]), starts: 'paragraph' },
  ],
  suggestions: ['How do I renew it?', 'Is my device covered?'],
});

const asks = replyOf({
  kind: 'entitlement',
  facts: galaxy,
  verdict: verdictOf({ missing: ['commissioned', 'plan'] }),
  sentences: [cited('When was the Galaxy VS commissioned? The month is enough to begin with.')],
  suggestions: ['In the last 12 months', 'Longer ago', 'Not yet', 'I don’t know'],
});

const covered = replyOf({
  kind: 'entitlement',
  facts: {
    ...galaxy,
    commissioned: date('2026-03-04'),
    plan: 'advantage-prime' as PlanId,
    contractStart: date('2027-06-01'),
  },
  verdict: verdictOf({
    outcome: 'included',
    planName: 'Advantage Prime',
    covered: 'yes',
    coveredUntil: date('2027-03-03'),
    gap: { from: date('2027-03-04'), to: date('2027-05-31') },
    upcoming: [{ event: 'included-year-ends', on: date('2027-03-03') }],
    actions: [cited('Have the firmware updated at a maintenance visit before the year is over.', [3, 2, INCLUDED])],
    assumptions: [cited('The plan is taken to run on, since no end was named.', [10, 2, RENEW])],
  }),
  sentences: [cited('Yes: your Galaxy VS is in its included year.', [2, 1, INCLUDED])],
  suggestions: ['Why?', 'What happens after that?'],
});

const devices = replyOf({
  kind: 'entitlement',
  sentences: [
    cited('I looked at three devices:'),
    { ...cited('The first is in its included year.', [2, 1, INCLUDED]), starts: 'item' },
    { ...cited('The second has a card that is left out.', [11, 2, NMC2]), starts: 'item' },
    { ...cited('The third waits for its commissioning.', [3, 2, INCLUDED]), starts: 'item' },
    { ...cited('When will the third be commissioned?'), starts: 'paragraph' },
  ],
  devices: [
    { facts: galaxy, verdict: covered.verdict ?? verdictOf({}) },
    {
      facts: { family: 'Symmetra PX 250/500', nmc: 'NMC2' },
      verdict: verdictOf({
        outcome: 'not-eligible-nmc2',
        covered: 'no',
        actions: [cited('Firmware for this card is on the vendor’s web site.', [11, 3, NMC2])],
      }),
    },
    {
      facts: { family: 'Galaxy VL', commissioned: 'not-yet' },
      verdict: verdictOf({ outcome: 'not-started', covered: 'not-yet' }),
    },
  ],
});

const expired = replyOf({
  kind: 'entitlement',
  facts: { family: 'Galaxy VM', nmc: 'NMC4', commissioned: date('2024-05'), plan: 'none' as PlanId },
  verdict: verdictOf({
    outcome: 'expired',
    covered: 'no',
    actions: [
      cited('Ask your service partner for a plan that brings the firmware.', [14, 1, RENEW]),
      cited('Or order a single maintenance visit.', [14, 1, RENEW], [9, 4, 'What happens without a plan?']),
    ],
  }),
  sentences: [cited('No: the included year of your Galaxy VM is over, and no plan follows it.', [3, 2, INCLUDED])],
});

const offer = replyOf({
  kind: 'clarify',
  sentences: [cited('I am not sure what you mean. Is it one of these?')],
  suggestions: ['How do I renew it?', 'Can I update it myself?', 'None of these'],
});

export const welcome: Said = activityOf(
  replyOf({
    kind: 'smalltalk',
    sentences: [cited('Hello. What would you like to know?')],
    suggestions: ['Is my device covered?', 'Can I update it myself?'],
  }),
);

const FORGED = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="document.title='run'" style="color:red"><script>document.title='run'</script><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject><image href="http://evil.example/a.png"/><path d="M0 0H9" fill="url(http://evil.example/b)" onclick="1"/></svg>`;
/** Drawings as none of ours is. */
const STRANGE: Readonly<Record<string, TimelinePicture>> = {
  'a forged drawing': { title: 'x', sentences: ['<b>Words</b>'], narrow: FORGED, wide: FORGED },
  'a broken drawing': { title: 'x', sentences: ['Only words.'], narrow: '<svg', wide: '<p>not one</p>' },
};

/** 'show …' answers with the picture of that situation in a verdict's card. */
function situation(name: string): Said | null {
  const strange = STRANGE[name];
  if (strange) return activityOf({ ...covered, sentences: [] }, [strange]);
  const said = SITUATIONS[name];
  if (said === undefined) return null;
  const facts = factsOf(said);
  const timeline = timelineFor(said, '2026-11-22');
  const verdict = verdictOf({ outcome: name, covered: timeline?.covered ?? 'unknown' });
  const reply = replyOf({ kind: 'entitlement', facts, verdict, sentences: [cited(`This is ${name}.`)] });
  return activityOf(reply, timeline ? [timelinePicture(facts, timeline)] : []);
}

/** What the fake assistant answers; anything else is given back as plain text. */
export function answersTo(text: string): readonly Said[] {
  const known: readonly (readonly [RegExp, ContractReply])[] = [
    [/update/i, faq],
    [/is my device covered/i, asks],
    [/last 12 months/i, covered],
    [/fleet/i, devices],
    [/longer ago/i, expired],
    [/renewal thing/i, offer],
  ];
  if (text === 'silence') return [];
  const pictured = situation(text.replace(/^show /, ''));
  if (pictured) return [pictured];
  const found = known.find(([pattern]) => pattern.test(text));
  return [found ? activityOf(found[1]) : { type: 'message', text: `You wrote: ${text}` }];
}
