/** Why a cell cannot be taken, and what to do: read by people behind the cell's own text. */
export const WHY = {
  noProduct: 'is no product that is known here; write the product name as it stands on the device',
  severalProducts: 'names several products; give each device a row of its own',
  noSuchCard: 'is no card; the cards are NMC1, NMC2, NMC3 and NMC4',
  severalCards: 'could be different cards; write the one that the device has',
  noCard: "shows no card; write NMC2, NMC3 or NMC4, a card's part number, or 'none'",
  noPlan: "is no service plan that is known here; write the plan's name, or 'none'",
  planNotHad: 'names a plan without saying that the device has it; write the plan, or none',
  noDate: 'is no date; write it as YYYY-MM-DD',
  noSuchDay: 'is a day that does not exist; correct it',
  severalDates: 'holds more than one date; write one',
  relativeDate: 'names no whole date; write it as YYYY-MM-DD',
  dayNumber: "is a day number of a spreadsheet; give its column the form 'date' and save the list anew",
  otherOrder: 'does not fit the order of day and month that you stated',
  encoding: 'has letters in another encoding than the file; check them, and save the file as UTF-8',
  'too-long': 'is longer than 32,767 signs and was cut there',
  'excel-error': 'shows an error of its formula and counts as empty; mend the formula',
  'open-quote':
    'opens a quotation mark and does not close it, so its cells may have been cut in the wrong places; close it',
} as const;
