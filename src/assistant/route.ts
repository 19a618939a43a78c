import type { Match } from '../answering/matcher.js';
import { ENTRY, entryLabel } from '../domain/entry-roles.js';
import type { Facts } from '../domain/facts.js';
import type { EntryId } from '../domain/ids.js';
import type { Boundary, Knowledge } from '../knowledge/knowledge.js';
import { questionForm } from '../understanding/question-form.js';
import type { Understood } from '../understanding/understand.js';

/** What a message asks for, when no dialog waits for an answer. */
export type Route =
  | { readonly kind: 'faq'; readonly ids: readonly EntryId[] }
  | { readonly kind: 'clarify'; readonly ids: readonly EntryId[] }
  | { readonly kind: 'out-of-scope'; readonly topic: Boundary | null; readonly near: readonly EntryId[] }
  | { readonly kind: 'entitlement' | 'identify' | 'one-phase' | 'human' | 'smalltalk' };

type Ranked = Match['ranked'][number];

/** The name behind the colon of a label such as `faq:renew`. */
export const nameOf = (label: string): string => label.slice(label.indexOf(':') + 1);

/** Whose a device is; 'on my own' says that of nothing. */
const OWN =
  /\b(?:our|ours|(?<!\b(?:on|by) )my|my(?! own\b)|mine|we|we['’]ve|i['’]ve|i have|us|customer['’]s|his|her|their)\b/i;

/** Words for what the rules decide. */
const COVER =
  /\b(?:covered(?! (?:by|under|in) (?:the |a |its |our )?(?:\w+ )?(?:warranty|guarantee|insurance))|coverage|entitl\w+|eligib\w+|qualif\w+)\b/i;

/** Cover by something else than the rules, where no word of theirs stands beside it. */
const OF_WARRANTY =
  /\b(?:covered|cover|covers|falls?|still|under|within)\b[^.?!;]{0,25}\b(?:warranty|guarantee|insurance)\b/i;
const OF_RULES = /\b(?:sns|secure|nmc|firmware|updates?|updated|patch\w*|entitl\w+|eligib\w+|subscription|cyber\w*)\b/i;
const asksForWarranty = ({ text, plans }: Understood): boolean =>
  plans.length === 0 && OF_WARRANTY.test(text) && !OF_RULES.test(text);

/** Orders a check of a device, whatever else the words are like. */
const CHECKS = /\b(?:check|look up|look at)\s+(?:my|our|the|this)\b/i;

/** Whether a text has a word for what the rules decide. */
export const asksForCover = (text: string): boolean => COVER.test(text);

const ASKER = /\b(?:i|we|am|my|our|ours|us|this|it)\b/i;

/** How much a message says of one device: its product, card, commissioning and plan, one each. */
const factCount = (facts: Facts): number =>
  [facts.family, facts.nmc, facts.commissioned, facts.plan].filter((f) => f !== undefined).length;

/** 'UPS with an old card, no idea which model. Covered?': behind what is told, a question in a word or two. */
const BARE_QUESTION =
  /[^\s.;:,!?–-][\s.;:,!?–-]+(?:so )?(?:(?:is|are) (?:it|this|that|we|they) |still |any |in |does it (?:get|have) )?(?:covered|cover|coverage|eligible|entitled|(?:card )?firmware(?: included)?|fw|updates?|scope|included)(?: (?:for|from|on|or) (?:it|this|that|not|cover|you))?\s*\?\s*$/i;
const UNIT = /\b(?:ups|pdu|unit|device|machine)\b/i;

/** Facts of devices, and the words that tell them. */
export interface Described {
  readonly text: string;
  readonly devices: readonly { readonly facts: Facts }[];
}

/** Whether so much is said of a device that a verdict is wanted, whatever entry the words are like. */
export function describesDevice(understood: Described): boolean {
  return understood.devices.some(({ facts }) => {
    const count = factCount(facts);
    const said = count >= 2 && (OWN.test(understood.text) || understood.text.split(/\s+/).length <= 6);
    const asked = BARE_QUESTION.test(understood.text) && (count >= 2 || (count === 1 && UNIT.test(understood.text)));
    return (facts.commissioned !== undefined && count >= 2) || count >= 3 || said || asked;
  });
}

export const isOnePhaseOnly = (understood: Understood): boolean =>
  understood.products.length > 0 &&
  understood.products.every((p) => p.kind === 'product' && p.product.class === 'one-phase');

const entries = (ranked: readonly Ranked[]): readonly EntryId[] =>
  ranked.filter((r) => r.group === 'entry').map((r) => nameOf(r.label) as EntryId);

/** 'our six InRow RC': the product named is the asker's own. */
const ownsProduct = (understood: Understood): boolean =>
  understood.products.some((p) =>
    /\b(?:our|my|his|her|their|(?:customer|client)s?['’]?s?|we(?:['’]ve| have| run| own| got)|i(?:['’]ve| have| own| got))\s+(?:[\p{L}\d]+\s+){0,2}$/iu.test(
      understood.text.slice(Math.max(0, p.start - 40), p.start),
    ),
  );

/** The kind and the entry that ask for the same: which card is in there. Where they are close to each other alone, they are no two things. */
const SAME_ASK = ['kind:identify', entryLabel(ENTRY.showsCard)];
const asksForCard = ({ ranked: [top, second] }: Match): boolean =>
  top !== undefined && second !== undefined && SAME_ASK.includes(top.label) && SAME_ASK.includes(second.label);

/** The entry on which products are in: asked of a product of the asker's own, it is a case for the rules. */
const PRODUCTS_ENTRY = entryLabel(ENTRY.products);
/** Entries about products as such, in or out. */
const PRODUCT_ENTRIES = [PRODUCTS_ENTRY, entryLabel(ENTRY.otherProducts)];

/**
 * Decides what a message is. The matcher ranks; what was understood of devices overrules it where a device is described in
 * so many facts, or is the asker's own and no entry is certain: then it is a case for the rules. A single-phase device
 * belongs to the other FAQ.
 */
export function routeOf(match: Match, understood: Understood, knowledge: Knowledge): Route {
  const [top] = match.ranked;
  if (!top) return { kind: 'out-of-scope', topic: null, near: [] };
  const kind = nameOf(top.label);
  if (kind === 'entitlement' && asksForWarranty(understood) && !describesDevice(understood))
    return declined({ ...match, ranked: match.ranked.filter((r) => r.group === 'boundary') }, knowledge);
  if (CHECKS.test(understood.text) && describesDevice(understood)) return { kind: 'entitlement' };
  if (top.group === 'kind' && kind !== 'human' && COVER.test(understood.text) && ASKER.test(understood.text))
    return { kind: 'entitlement' };
  if ((kind === 'human' || kind === 'smalltalk') && match.decision === 'answer') return { kind };
  if (top.group !== 'boundary') {
    if (isOnePhaseOnly(understood)) return { kind: describesOwn(match, understood) ? 'entitlement' : 'one-phase' };
    if ((describesDevice(understood) && !asksAnEntry(match, understood)) || isOwnCase(match, understood)) {
      return { kind: 'entitlement' };
    }
    if (asksForCard(match)) return { kind: 'identify' };
    if (kind === 'entitlement' && (match.decision !== 'decline' || COVER.test(understood.text))) return { kind };
  }
  if (top.group === 'boundary' || match.decision === 'decline') return declined(match, knowledge);
  if (match.decision === 'offer') return offered(match, knowledge);
  if (top.group === 'kind') return { kind: kind as 'identify' | 'one-phase' };
  return { kind: 'faq', ids: entries(match.ranked).slice(0, 1) };
}

/** How sure a topic must be that is knowingly not answered, so that a question stands by itself with it. */
const SURE_TOPIC = 0.8;
/** The same for a wish for a person or for the card: 'does someone come?' is near one and is none. */
const SURE_KIND = 0.9;
const isSure = ({ decision, confidence }: Match): boolean => decision === 'answer' && confidence > SURE_KIND;

/**
 * What a message asks for, where that is sure enough to be one of several questions in a message; two of the same key ask
 * for the same. Null where it is not sure.
 */
export function settledKey(route: Route, match: Match, understood: Understood): string | null {
  const [top] = match.ranked;
  switch (route.kind) {
    case 'faq':
      if (top && SAME_ASK.includes(top.label) && match.decision === 'answer') return 'identify';
      return match.decision === 'answer' ? `faq:${route.ids.join()}` : null;
    case 'out-of-scope':
      return sureTopic(match);
    case 'entitlement': {
      const sure = top?.label === 'kind:entitlement' && match.decision === 'answer';
      return sure || describesDevice(understood) || asksForCover(understood.text) ? route.kind : null;
    }
    case 'one-phase':
      return route.kind;
    case 'identify':
      return asksForCard(match) || isSure(match) ? route.kind : null;
    case 'human':
      return isSure(match) ? route.kind : null;
    case 'clarify':
    case 'smalltalk':
      return null;
  }
}

/** The topic on top that is surely not answered; null where there is none. */
export function sureTopic({ ranked, confidence }: Match): string | null {
  const [top] = ranked;
  return top?.group === 'boundary' && confidence > SURE_TOPIC ? top.label : null;
}

/** 'Our PDU has an NMC2. Do we get the firmware?', 'any Secure NMC for us?': a yes or no is wanted for the device that is told of. */
const WHETHER_WE_GET =
  /\b(?:do|does|will|can|would|may) (?:we|i|it|they|this|that|ours) (?:still |even |also |then |at all )?(?:get|receive|have)\b[^?]*\?|(?:^|[.;!]\s+)(?:(?:so|and|but)[, ]+)?(?:do|does|will|would|is|are|any|anything|still)\b[^.;!?]*\b(?:we|us|our|ours|it|this|that|me|my)\b[^.;!?]*\?/i;
const OLD_CARDS_ENTRY = entryLabel(ENTRY.oldCards);

/** A question that an entry surely answers, asked with the asker's device in it: 'how do I renew it for our …?'. */
function asksAnEntry(match: Match, understood: Understood): boolean {
  const [top] = match.ranked;
  if (match.decision !== 'answer' || top?.group !== 'entry' || top.label === PRODUCTS_ENTRY) return false;
  if (top.label === OLD_CARDS_ENTRY && WHETHER_WE_GET.test(understood.text)) return false;
  const dated = understood.devices.some((d) => d.facts.commissioned !== undefined);
  return !dated && understood.text.includes('?') && !COVER.test(understood.text);
}

/** A device of the asker's own that is told of: its facts are kept, whatever the rules say of it. */
const describesOwn = (match: Match, understood: Understood): boolean =>
  (describesDevice(understood) || ownsProduct(understood)) && !asksAnEntry(match, understood);

/** 'this device', 'our UPS': one that the asker points at. */
const POINTS_AT =
  /\b(?:this|that|my|our|his|her|their|customer['’]s)\s+(?:[\p{L}\d-]+\s+)?(?:device|ups|unit|pdu|one|machine|card)\b/iu;

const OF_THESE =
  /\b(?:(?:which|any|all|none|either|both|one) of (?:these|them|those)|they (?:run|have|own|got|use))\b/i;

/** A device of the asker's own, where the matcher is unsure or only finds which products are in. */
function isOwnCase(match: Match, understood: Understood): boolean {
  const [top] = match.ranked;
  const cover = COVER.test(understood.text);
  if (match.decision !== 'answer' && cover && POINTS_AT.test(understood.text)) return true;
  // 'A customer got a Modular PDU, is it covered?', 'a VL with an NMC4, a cooler and an ATS: which of these are covered?'
  const named = understood.products.length > 0;
  if (match.decision !== 'answer' && cover && named && /\b(?:it|this|that|customers?)\b/i.test(understood.text))
    return true;
  if (cover && understood.devices.length > 1 && OF_THESE.test(understood.text)) return true;
  if (ownsProduct(understood)) {
    // 'do ours get the updates?' is about them; 'how are ours updated?' is answered for anybody.
    const aboutThem = PRODUCT_ENTRIES.includes(top?.label ?? '') && questionForm(understood.text).kind === 'yes-no';
    return match.decision !== 'answer' || top?.label === PRODUCTS_ENTRY || aboutThem;
  }
  const stated = understood.devices.some((d) => factCount(d.facts) > 0);
  const card = understood.devices.some((d) => d.facts.nmc !== undefined);
  if (card && cover && OWN.test(understood.text)) return true;
  const close = match.ranked.slice(0, 2).some((r) => r.label === 'kind:entitlement');
  return match.decision !== 'answer' && stated && close && OWN.test(understood.text);
}

/** Two or three entries that come close are offered; where a kind is on top, it is taken. */
function offered(match: Match, knowledge: Knowledge): Route {
  const [top] = match.ranked;
  if (top?.group === 'kind') return { kind: nameOf(top.label) as 'identify' | 'one-phase' | 'human' | 'smalltalk' };
  const ids = entries(match.ranked.slice(0, 4)).slice(0, 3);
  return ids.length >= 2 ? { kind: 'clarify', ids } : declined(match, knowledge);
}

function declined(match: Match, knowledge: Knowledge): Route {
  const [top] = match.ranked;
  const boundary = top?.group === 'boundary' ? (knowledge.boundaries.get(nameOf(top.label)) ?? null) : null;
  const topic = boundary?.near ? boundary : null;
  return { kind: 'out-of-scope', topic, near: topic ? topic.related : [] };
}
