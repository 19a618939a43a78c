import { strings } from './strings.js';

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
/** An interval that reaches so far is one without an end. */
const NO_END = '2099';

/** A partial date (domain/partial-date.ts) in words; a text of another form is given back as it is. */
export function dateWords(date: string): string {
  const readings = date.split('|');
  if (readings.length > 1) return readings.map(dateWords).join(strings.or);
  const [from, to, ...rest] = date.split('/');
  if (from !== undefined && to !== undefined) {
    if (!FORM.test(from) || !FORM.test(to) || rest.length > 0) return date;
    return to >= NO_END ? strings.onOrAfter(dateWords(from)) : strings.between(dateWords(from), dateWords(to));
  }
  const [, year, monthNumber, day] = FORM.exec(date) ?? [];
  const month = strings.months[Number(monthNumber) - 1];
  if (month === undefined) return date;
  return day === undefined ? `${month} ${year}` : `${Number(day)} ${month} ${year}`;
}
