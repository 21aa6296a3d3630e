import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { hasStreet } from './address-parts.ts';
import { chosenAddressOf } from './chosen-address.ts';
import type { EditorHost } from './editor.ts';
import { extraMessages } from './extra-messages.ts';
import { parseAddress, REMEMBERED_KEY } from './value.ts';

/** Most addresses that a device remembers. */
const MAX_REMEMBERED = 5;

/** Reads the remembered addresses, the newest first. */
function readRemembered(): Address[] {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(REMEMBERED_KEY) ?? '[]');
    return Array.isArray(data) ? data.flatMap((entry) => parseAddress(entry) ?? []) : [];
  } catch {
    return []; // The browser refuses storage, or another script has written something else there.
  }
}

/** Gives the remembered addresses as suggestions; `undefined` where there are none. They have no `parts`, for only lines are stored. */
export function rememberedSuggestions(): Suggestion[] | undefined {
  const suggestions = readRemembered().flatMap((address): Suggestion[] => {
    const chosen = chosenAddressOf(address);
    if (!chosen) return [];
    const kind = chosen.house ? 'house' : hasStreet(chosen) ? 'street' : 'locality';
    return [{ ...chosen, kind, sure: 'exact', parts: [], marks: [] }];
  });
  return suggestions.length ? suggestions : undefined;
}

/** Whether an address is remembered, by its line. */
export const isRemembered = ({ line }: Address): boolean =>
  readRemembered().some((address) => address.line === line);

/** Remembers an address on this device, as the newest; or forgets it, if `keep` is false. */
export function setRemembered(address: Address, keep: boolean): void {
  const others = readRemembered().filter(({ line }) => line !== address.line);
  const addresses = keep ? [address, ...others].slice(0, MAX_REMEMBERED) : others;
  try {
    if (addresses.length) localStorage.setItem(REMEMBERED_KEY, JSON.stringify(addresses));
    else localStorage.removeItem(REMEMBERED_KEY);
  } catch {
    // The browser refuses storage, or it is full: `isRemembered` stays false, and the checkbox shows it.
  }
}

/** Forgets all remembered addresses, and announces it. */
export function forgetAllAddresses(host: EditorHost): void {
  for (const address of readRemembered()) setRemembered(address, false);
  host.announce({ ...extraMessages, ...host.messages }.forgotten);
}
