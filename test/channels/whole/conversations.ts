/** The day on which all of it takes place. */
export const TODAY = '2026-11-22';

/** Conversations of every kind, each as what a person says. */
export const CONVERSATIONS: Readonly<Record<string, readonly string[]>> = {
  'a verdict by one question after the other': [
    'is our Galaxy VS covered?',
    'NMC3',
    '14 May 2024',
    'Advantage Prime',
    'why?',
  ],
  'a correction': [
    'Galaxy RPP, NMC4, commissioned 9 June 2025, no contract. Are we entitled?',
    'no, it was 9 June 2026',
    'sorry, it has an NMC2',
    'forget the contract',
  ],
  'an interruption': [
    'please check my Modular PDU',
    'who installs the firmware?',
    'what does Advantage Ultra cost?',
    'hello there',
    'NMC3',
    'not commissioned yet',
  ],
  'a search for the card': [
    'is our Galaxy VL covered?',
    "I don't know",
    "can't get into the web page",
    'no idea',
    'it was commissioned in March 2026',
  ],
  'several devices': [
    'Are these covered? Galaxy PX with NMC3 commissioned 2026-04-01, and a Symmetra PX2 with NMC2.',
    'different device now: Galaxy 3L',
    'NMC4',
    'back to the first one',
    'what about my other one?',
  ],
  'an offer, and what is picked from it': [
    'what is the price of Advantage Plus?',
    'the second one',
    'how do I renew it, and who installs the firmware?',
    'the first one',
  ],
  'a range, and a product picked from it': ['is our Symmetra covered?', 'the second one', '3', '02/05/2025', 'none'],
  'a stop and a new start': [
    'am I covered',
    'Galaxy VX',
    'never mind',
    'is our Back-UPS covered?',
    'start over',
    'NMC3',
  ],
};
