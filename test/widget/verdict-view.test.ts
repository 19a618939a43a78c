import type { PlanId } from '../../src/domain/ids.js';
import { verdictView } from '../../src/widget/verdict-view.js';
import { cited, date, verdictOf } from './fake-replies.js';

describe('a verdict in words', () => {
  it.each([
    ['included', 'yes', 'yes', 'Covered: the included year is running'],
    ['expired', 'no', 'no', 'Not covered now: the included year is over'],
    ['covered-by-visit', 'at-visit', 'visit', 'Covered at the visit that is ordered'],
    ['not-started', 'not-yet', 'later', 'Not yet: the device is not commissioned'],
    ['undetermined', 'unknown', 'open', 'Not decided yet'],
    ['undetermined', 'no', 'no', 'Not covered'],
    ['something-new', 'yes', 'yes', 'Covered'],
  ] as const)('of %s (%s) has the tone %s and says: %s', (outcome, covered, tone, headline) => {
    expect(verdictView({}, verdictOf({ outcome, covered }))).toMatchObject({ tone, headline });
  });

  it('names facts in their fixed order, the plan by its name', () => {
    const facts = {
      contractStart: 'in-effect',
      plan: 'advantage-plus' as PlanId,
      nmc: 'none',
      family: 'Symmetra PX 250/500',
    } as const;
    expect(verdictView(facts, verdictOf({ planName: 'Advantage Plus' })).facts).toEqual([
      ['Device', 'Symmetra PX 250/500'],
      ['Card', 'no card fitted'],
      ['Service plan', 'Advantage Plus'],
      ['Contract starts', 'in effect'],
    ]);
  });

  it('shows each day once: what comes is left out where it is said already', () => {
    const verdict = verdictOf({
      coveredUntil: date('2027-03-03'),
      gap: { from: date('2027-03-04'), to: date('2027-03-04') },
      upcoming: [
        { event: 'included-year-ends', on: date('2027-03-03') },
        { event: 'contract-starts', on: date('2027-03-05') },
        { event: 'contract-ends', on: date('2030') },
      ],
    });
    expect(verdictView({ contractStart: date('2027-03-05') }, verdict).days).toEqual([
      ['Last covered day', '3 March 2027'],
      ['Without cover', '4 March 2027'],
      ['Contract ends', '2030'],
    ]);
  });

  it('does not repeat what the message itself has said', () => {
    const verdict = verdictOf({
      actions: [cited('Order a visit.'), cited('Ask your partner.')],
      assumptions: [cited('The contract runs on.')],
      contradictions: [{ code: 'ends-first', facts: ['contractEnd'], text: 'It ends before it starts.' }],
    });
    const view = verdictView({}, verdict, new Set(['Order a visit.', 'The contract runs on.']));
    expect(view.sections.map(({ title, sentences }) => [title, ...sentences.map((s) => s.text)])).toEqual([
      ['Does not fit together', 'It ends before it starts.'],
      ['What you can do now', 'Ask your partner.'],
    ]);
  });
});
