import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { houseIn } from './readers.ts';

/** An address in as many letters as the contract takes. */
export const LONGEST = 300;

/** Where the page's storage keeps the addresses that the citizen wants remembered. */
export const KEPT = 'okno-addresses';

/** What a suggestion leaves to be typed goes on behind this. */
export const MORE = ', ';

/** A suggestion without what belongs to the letters that were typed. */
export type Known = Omit<Suggestion, 'marks' | 'parts' | 'sure'>;

const PARTS = ['kladr', 'okato', 'postcode', 'house', 'flat'] as const;
type Part = (typeof PARTS)[number];

/** Of some parts of an address, those that are known. */
const pick = (from: Readonly<Partial<Record<Part, unknown>>>): Partial<Record<Part, string>> =>
  Object.fromEntries(
    PARTS.flatMap((key) => (typeof from[key] === 'string' && from[key] ? [[key, from[key]]] : [])),
  );

/** The line that a text means: without the comma behind which it would go on. */
export const lineOf = (text: string): string => text.trim().replace(/,$/, '').trimEnd();

/** An address of which only the line is known. */
export const asTyped = (line: string | null): Address | undefined =>
  line ? { line, manual: true } : undefined;

/** An address as it was kept somewhere; `undefined` where it is none. */
export function addressIn(data: unknown): Address | undefined {
  const found = Object(data) as Partial<Record<keyof Address, unknown>>;
  const { line, manual } = found;
  return typeof line === 'string' && line ? { line, ...pick(found), manual: manual !== false } : undefined;
}

/**
 * The address that a text stands for. What is typed behind a chosen suggestion keeps its codes, and is no manual entry as
 * long as it is a house and a flat behind a street.
 */
export function addressOf(text: string, chosen: Known | undefined): Address | undefined {
  const line = lineOf(text);
  if (!line || !chosen || !goesOn(line, chosen)) return asTyped(line);
  if (line === chosen.line) return { line, ...pick(chosen), manual: false };
  const { house, flat } = houseIn(line);
  const manual = !house || chosen.kladr.length < 17;
  // The postcode belongs to the house: that of the place may be another one.
  return { line, ...pick({ ...chosen, ...(manual && { postcode: '' }), house, flat }), manual };
}

/** Whether a text is the chosen suggestion, or that and something behind it. */
export const goesOn = (text: string, { line }: Known): boolean =>
  text.startsWith(line) && (text.length === line.length || /^[,\s]/.test(text.slice(line.length)));

/** КЛАДР code of the place that a suggestion is, or lies in. */
export const placeOf = ({ kladr }: Known): string => `${kladr.slice(0, 11)}00`;

/** The street of a house, for one who mends the house: her postcode may be another one. */
export function streetOf({ line, house, kladr }: Known): Known | undefined {
  const at = house ? line.lastIndexOf(MORE + house) : 0;
  return at > 0 ? { line: line.slice(0, at), kind: 'street', kladr } : undefined;
}

/** The suggestion that an address was chosen from, as far as it tells; none for a manual entry. */
export function suggestionIn(address: Address): Known | undefined {
  const { line, kladr, manual, house } = address;
  if (manual || !kladr) return undefined;
  const kind = house ? 'house' : kladr.length > 13 ? 'street' : 'locality';
  return { ...pick(address), line, kladr, kind };
}

/** What a form sends: the line under the field's name, and what is known of it behind a dot. */
export function entriesOf(name: string, address: Address): FormData {
  const data = new FormData();
  data.set(name, address.line);
  for (const [key, part] of Object.entries(pick(address))) data.set(`${name}.${key}`, part);
  if (address.manual) data.set(`${name}.manual`, 'true');
  return data;
}
