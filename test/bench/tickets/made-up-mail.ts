/** Where the made-up mails take their chances from; the same seed, the same mails. */
export interface Chances {
  /** 0 to 1. */
  readonly next: () => number;
  /** 0 to n - 1. */
  readonly below: (n: number) => number;
  readonly pick: (from: readonly string[]) => string;
}

/** Figures from 0 to 1 that are always the same ones. */
export function chances(seed: number): Chances {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { next, below, pick: (from) => from[below(from.length)] ?? '' };
}

const words = (list: string): readonly string[] => list.split('|');
const FIRST = words('Anna|Björn|Carla|David|Élodie|Farid|Greta|Henk|Ingrid|João|Kim|Lucía|Mehmet|Nora|Owen|Petra|Tom');
const LAST = words('Almeida|Berg|Costa|Dubois|Evans|Fischer|García|Hansen|Ito|Jensen|König|Lopez|Novák|Okafor|Weiß');
const FIRMS = words(
  'Alder Foods|Brightwater Bank|Cedar Clinics|Dunmore Rail|Eastfield Data|Fjord Shipping|Grünwald AG',
);
const ROOMS = words(
  'main plant room|server room B|second floor|basement|data hall 3|north wing|substation 12|lab annex',
);
const MODELS = words(
  'Galaxy VS|Galaxy VL|Galaxy VM|Galaxy VX|Symmetra PX|Easy UPS 3S|Galaxy PX|Galaxy 5500|InRow RC|Smart-UPS SRT|Galaxy PDU',
);
const CARDS = words('NMC3|NMC 3|AP9640|NMC4|NMC2|AP9641|NMC2|AP9630');
const PLANS = words('Advantage Prime|Advantage Plus|Advantage Ultra|EcoCare|a maintenance contract|no contract');
const ROLES = words(
  'Facility Manager|IT Operations|Procurement|Head of Infrastructure|Critical Power Engineer|Contractor',
);
const MONTHS = words('January|February|March|April|May|June|July|August|September|October|November|December');

/** The text of one ticket. */
export interface Mail {
  readonly subject: string;
  readonly body: string;
}

/** A made-up mail of 200 to 4,000 characters: greeting, what is going on, questions, perhaps a table, signature, perhaps a mail quoted. */
export function madeUpMail(by: Chances, number: number): Mail {
  const { next, below, pick } = by;
  const count = () => String(2 + below(900));
  const site = () => `${pick(FIRMS)}, ${pick(ROOMS)}`;
  const day = () => `${1 + below(28)} ${pick(MONTHS)} ${2019 + below(8)}`;
  const told = (): string =>
    pick([
      `We run ${count()} units of the ${pick(MODELS)} at ${site()}.`,
      `Our ${pick(MODELS)} at ${site()} was commissioned on ${day()} and has a ${pick(CARDS)}.`,
      `The unit with the serial number IS${1_000_000 + below(8_999_999)} is on ${pick(PLANS)} since ${day()}.`,
      `Since ${day()} my colleague ${pick(FIRST)} looks after the ${pick(ROOMS)}, and I took over ${count()} devices.`,
      `During the visit on ${day()} the engineer mentioned the card, but the report (no. ${below(99_999)}) says nothing of it.`,
      `The auditors want ${count()} items closed before ${day()}, this being one of them.`,
      `The web page of the card shows ${below(10)}.${below(10)}.${below(10)}.${below(10)} and an uptime of ${count()} days.`,
      `There was a short outage in the ${pick(ROOMS)} on ${day()}; batteries held for ${count()} seconds.`,
      `Access to the ${pick(ROOMS)} has to be announced ${1 + below(9)} days before to ${pick(FIRST)} ${pick(LAST)}.`,
      `For the budget of ${2025 + below(4)} we have set aside ${count()} euros per unit, purchase order ${below(999_999)}.`,
    ]);
  const asked = (): string =>
    pick([
      `Is the ${pick(MODELS)} that was commissioned on ${day()} covered with its ${pick(CARDS)}?`,
      `Could you tell me which card is in the unit at ${site()}?`,
      `Who installs the firmware on the ${count()} devices in the ${pick(ROOMS)}, you or our own people?`,
      `How do we renew for the ${pick(MODELS)} when ${pick(PLANS)} ends on ${day()}?`,
      `Do we need a subscription for ${count()} devices that are on ${pick(PLANS)}?`,
      `Please let us know what it costs for ${count()} units per year.`,
      `We would like to know whether updates for the ${pick(CARDS)} go on after ${day()}.`,
      `Can somebody come to the ${pick(ROOMS)} on ${day()} to look at the alarm?`,
      `What happens to the ${pick(CARDS)} when the subscription ends on ${day()}?`,
    ]);
  const from = `${pick(FIRST)} ${pick(LAST)}`;
  const firm = pick(FIRMS);
  const parts = [pick(['Dear team,', 'Hello,', 'Good morning,', `Hi ${pick(FIRST)},`, 'Dear Sir or Madam,'])];
  const longest = next() < 0.15 ? 3_600 : next() < 0.5 ? 1_400 : 500;
  const wanted = 150 + below(longest);
  let length = 0;
  const say = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const paragraph = (most: number) => Array.from({ length: 1 + below(most) }, told).join(' ');
  say(paragraph(3));
  say(Array.from({ length: 1 + below(3) }, asked).join(' '));
  if (next() < 0.12) {
    const rows = Array.from({ length: 2 + below(8) }, () => [pick(MODELS), pick(CARDS), day(), pick(PLANS)].join('\t'));
    say(['Model\tCard\tCommissioned\tService plan', ...rows].join('\n'));
  }
  const quotes = next() < 0.35;
  while (length < wanted * (quotes ? 0.5 : 1)) say(next() < 0.2 ? `${paragraph(2)} ${asked()}` : paragraph(4));
  say(pick(['Thank you in advance.', 'Many thanks for your help!', 'Looking forward to your reply.', 'Thanks']));
  say(
    `${pick(['Best regards', 'Kind regards', 'Mit freundlichen Grüßen', 'Cordialement'])},\n${from}\n${pick(ROLES)}\n${firm}\nT +44 20 7946 0${100 + below(900)} | www.${below(999)}.example.com`,
  );
  if (quotes) {
    const quoted = [];
    for (let size = 0; size < wanted * 0.5; size += quoted.at(-1)?.length ?? 0) quoted.push(`> ${paragraph(2)}`);
    say(`On ${day()} ${pick(FIRST)} ${pick(LAST)} <support@example.com> wrote:\n${quoted.join('\n>\n')}`);
  }
  const body = parts.join('\n\n').slice(0, 4_000);
  const subject = pick([
    `${pick(MODELS)} ${pick(CARDS)} ${firm}`,
    `Question about ${pick(PLANS)}, ${day()}`,
    `Re: [Ticket ${number}] firmware in the ${pick(ROOMS)}`,
    `${count()} devices, "${pick(ROOMS)}"; who updates?`,
  ]);
  return { subject, body };
}
