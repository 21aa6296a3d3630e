import type { Address } from '../contract/values/schemas.ts';

/** The longest address that the contract takes, in characters. */
export const MAX_ADDRESS_LENGTH = 300;

/** Key of the remembered addresses in the page's `localStorage`. */
export const REMEMBERED_KEY = 'okno-addresses';

/** Whether this device remembers addresses. It is not in `remembered-addresses.ts`, which is fetched only when there are some. */
export function hasRememberedAddresses(): boolean {
  try {
    return REMEMBERED_KEY in localStorage;
  } catch {
    return false; // The browser refuses storage.
  }
}

/** Separates the parts of a line: «Примерск, пр-кт Ленина, 12». After a choice it is added at the end: the citizen types the next part. */
export const LINE_SEPARATOR = ', ';

/** What an address can have besides its line and `manual`. */
const DETAILS = ['kladr', 'fias', 'okato', 'oktmo', 'postcode', 'house', 'flat'] as const;
/** Those of {@link DETAILS} that are known. */
type KnownDetails = Partial<Record<(typeof DETAILS)[number], string>>;

/**
 * Picks the details of an address that are known: texts that are not empty.
 *
 * @example
 * pickDetails({ kladr: '2200000100000', okato: '', house: '12', marks: [] }) // { kladr: '2200000100000', house: '12' }
 */
export const pickDetails = (source: Readonly<Partial<Record<keyof KnownDetails, unknown>>>): KnownDetails =>
  Object.fromEntries(
    DETAILS.flatMap((key) => (typeof source[key] === 'string' && source[key] ? [[key, source[key]]] : [])),
  );

/** Makes an address of a line that was not chosen from a list; `undefined` if the line is empty. */
export const manualAddress = (line: string | null): Address | undefined =>
  line ? { line, manual: true } : undefined;

/** Reads an address that was stored somewhere; `undefined` where the data are not one. Without `manual` it counts as typed by hand. */
export function parseAddress(data: unknown): Address | undefined {
  const stored = Object(data) as Partial<Record<keyof Address, unknown>>;
  const { line, manual } = stored;
  return typeof line === 'string' && line
    ? { line, ...pickDetails(stored), manual: manual !== false }
    : undefined;
}

/**
 * Makes the entries that a form sends: the line under the field's name, the details behind a dot.
 *
 * @example
 * addressFormData('home', { line: 'Примерск, пр-кт Ленина, 12', house: '12', manual: false })
 * // home=Примерск, пр-кт Ленина, 12 · home.house=12
 */
export function addressFormData(name: string, address: Address): FormData {
  const data = new FormData();
  data.set(name, address.line);
  for (const [key, value] of Object.entries(pickDetails(address))) data.set(`${name}.${key}`, value);
  if (address.manual) data.set(`${name}.manual`, 'true');
  return data;
}
