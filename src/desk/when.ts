const form = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** An instant, ISO 8601, on the reader's calendar and clock; what is none is given back as it is. */
export function whenWords(at: string): string {
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? at : form.format(instant);
}
