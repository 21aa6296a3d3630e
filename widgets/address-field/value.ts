import type { Address } from '../contract/values/schemas.ts';

/** An address in as many letters as the contract takes. */
export const MAX_ADDRESS_LENGTH = 300;

/** Where the page's storage keeps the addresses that the citizen wants remembered. */
export const REMEMBERED_KEY = 'okno-addresses';

/** Whether the citizen keeps addresses on this device. */
export function hasRememberedAddresses(): boolean {
  try {
    return REMEMBERED_KEY in localStorage;
  } catch {
    return false; // The browser forbids it.
  }
}

/** What stands between two pieces of a line; what a suggestion leaves to be typed goes on behind it. */
export const LINE_SEPARATOR = ', ';

const CODES = ['kladr', 'okato', 'postcode', 'house', 'flat'] as const;
type KnownDetails = Partial<Record<(typeof CODES)[number], string>>;

/** Of what an address has besides its line, all that is known. */
export const pickDetails = (from: Readonly<Partial<Record<keyof KnownDetails, unknown>>>): KnownDetails =>
  Object.fromEntries(
    CODES.flatMap((key) => (typeof from[key] === 'string' && from[key] ? [[key, from[key]]] : [])),
  );

/** An address of which only the line is known. */
export const manualAddress = (line: string | null): Address | undefined =>
  line ? { line, manual: true } : undefined;

/** An address as it was kept somewhere; `undefined` where it is none. */
export function parseAddress(data: unknown): Address | undefined {
  const kept = Object(data) as Partial<Record<keyof Address, unknown>>;
  const { line, manual } = kept;
  return typeof line === 'string' && line
    ? { line, ...pickDetails(kept), manual: manual !== false }
    : undefined;
}

/** What a form sends: the line under the field's name, and what is known of it behind a dot. */
export function addressFormData(name: string, address: Address): FormData {
  const data = new FormData();
  data.set(name, address.line);
  for (const [key, value] of Object.entries(pickDetails(address))) data.set(`${name}.${key}`, value);
  if (address.manual) data.set(`${name}.manual`, 'true');
  return data;
}
