import type { ContractReply } from '../domain/contract.js';
import type { FactName, Facts } from '../domain/facts.js';
import type { TimelinePicture } from '../domain/picture.js';
import type { Timeline } from '../domain/timeline.js';
import type { DeviceVerdict, Verdict } from '../domain/verdict.js';
import { timelinePicture } from '../rendering/timeline/picture.js';
import { timelinePng } from '../rendering/timeline/png.js';
import { timelineSentences } from '../rendering/timeline/sentences.js';

/** The cover of a device over time, by the rules of this moment; null: there is nothing to draw. */
export type TimelineOf = (facts: Facts, verdict: Verdict) => Timeline | null;

/** A picture for a card, which can show no SVG. */
export interface CardPicture {
  readonly png: Buffer;
  readonly altText: string;
}

/** A picture is some ten kilobytes, and whoever names more devices at once reads a list. */
const MOST_DEVICES = 4;
/** While another fact is asked, a picture would show next to nothing; an open date is what it shows best. */
const DATES: readonly FactName[] = ['commissioned', 'contractStart', 'contractEnd'];

/** The pictures that go with a reply. They hold only what the reply itself says to the same person, and are kept nowhere else. */
export class Pictures {
  /** `report`: told where a PNG cannot be drawn; the card goes out without it. */
  constructor(
    private readonly timelineOf: TimelineOf,
    private readonly report: (where: string, error: unknown) => void,
  ) {}

  /** One for each device that the page draws a card of, in that order; null where there is none. Empty: none at all. */
  forPage(reply: ContractReply): readonly (TimelinePicture | null)[] {
    const pictures = cardsOf(reply).map(({ facts, verdict }, i) => {
      const timeline = i < MOST_DEVICES ? this.timeline(facts, verdict) : null;
      return timeline && timelinePicture(facts, timeline);
    });
    return pictures.some((picture) => picture !== null) ? pictures : [];
  }

  /** The one of the device that a card is about. */
  async forCard(reply: ContractReply): Promise<CardPicture | null> {
    const [only, another] = cardsOf(reply);
    if (only === undefined || another !== undefined) return null;
    const timeline = this.timeline(only.facts, only.verdict);
    if (timeline === null) return null;
    try {
      return { png: await timelinePng(timeline), altText: timelineSentences(timeline).join(' ') };
    } catch (error) {
      this.report('the picture of a card', error);
      return null;
    }
  }

  private timeline(facts: Facts, verdict: Verdict): Timeline | null {
    return verdict.missing.every((fact) => DATES.includes(fact)) ? this.timelineOf(facts, verdict) : null;
  }
}

/** Whether a reply is a verdict on one device, and no list and no answer that merely carries one along. */
export const isVerdict = (reply: ContractReply): boolean => cardsOf(reply).length === 1;

/** The devices that a reply is about; a verdict that is merely carried along by another answer is not one of them. */
function cardsOf(reply: ContractReply): readonly DeviceVerdict[] {
  if (reply.devices.length > 1) return reply.devices;
  const kinds = [reply.kind, ...reply.parts.map((part) => part.kind)];
  return reply.verdict !== null && kinds.includes('entitlement')
    ? [{ facts: reply.facts, verdict: reply.verdict }]
    : [];
}
