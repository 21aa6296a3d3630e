/** A number of zero or more: `fraction` are the digits behind the point, without zeros at its end. */
interface Decimal {
  whole: string;
  fraction: string;
}

/** Groups of three digits: `12 500`, `1.234.567`. */
const GROUPS = /^(?!0)\d{1,3}(?:([ .,'’])\d{3})(?:\1\d{3})*$/;

/**
 * Reads a number as people write it; `unclear` is one that may be a thousand times another: 12.500. `undefined` is no number.
 *
 * @example readDecimal('12 500,50') // { whole: '12500', fraction: '5' }
 * @example readDecimal('1.234,56') // { whole: '1234', fraction: '56' }
 * @example readDecimal('12.500') // 'unclear'
 */
export function readDecimal(text: string): Decimal | 'unclear' | undefined {
  if (/^(?!0)\d{1,3}[.,]\d{3}$/.test(text)) return 'unclear';
  const [, before = '', behind = ''] = /^(.*?)(?:[.,](\d*))?$/.exec(text) ?? [];
  // Points and commas that divide groups end nothing: of 1.234.567 all is whole.
  const isGrouped = GROUPS.test(text);
  const whole = isGrouped ? text : before;
  if (!/^\d+$/.test(whole) && !GROUPS.test(whole)) return undefined;
  // 12,500,50 has two meanings.
  if (!isGrouped && behind && text.at(before.length) === /[.,]/.exec(whole)?.[0]) return undefined;
  return {
    whole: whole.replace(/\D/g, '').replace(/^0+(?=\d)/, ''),
    fraction: isGrouped ? '' : behind.replace(/0+$/, ''),
  };
}

/** Writes a number with a point: `12500.5`. */
export const decimalText = ({ whole, fraction }: Decimal): string =>
  fraction ? `${whole}.${fraction}` : whole;

/** Moves the point of a number to the right: hectares become square metres by four places. */
export function shifted({ whole, fraction }: Decimal, places: number): Decimal {
  const digits = fraction.padEnd(places, '0');
  return {
    whole: (whole + digits.slice(0, places)).replace(/^0+(?=\d)/, ''),
    fraction: digits.slice(places),
  };
}

/** Writes a number as people read it, with no-break spaces between thousands: `12 500,5`. */
export const readableDecimal = (value: string): string =>
  value.replace(/\B(?=(?:\d{3})+(?:\.|$))(?<!\..*)/g, '\u00a0').replace('.', ',');

/** The sum or size without its point: what 12.500 most probably is. */
export const withoutPoint = (text: string): string =>
  text.replace(/^((?!0)\d{1,3})[.,](\d{3})(?!\d)/, '$1$2');
