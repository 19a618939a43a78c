/** Without signs that are read or heard as others: I, L, O, U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A reference that can be read out, made of a UUID's first 30 bits: six signs, which no line breaks. */
export function shortReference(uuid: string): string {
  const bits = Number.parseInt(uuid.replace(/-/g, '').slice(0, 8), 16) >>> 2;
  return Array.from({ length: 6 }, (_, i) => SIGNS[(bits >>> (5 * i)) & 31]).join('');
}
