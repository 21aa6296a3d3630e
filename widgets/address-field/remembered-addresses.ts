import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { chosenAddressOf, hasStreet } from './chosen-address.ts';
import type { EditorHost } from './editor.ts';
import { extraMessages } from './extra-messages.ts';
import { parseAddress, REMEMBERED_KEY } from './value.ts';

const MAX_REMEMBERED = 5;

/** The addresses that the citizen keeps on this device, the newest first. */
function readRemembered(): Address[] {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(REMEMBERED_KEY) ?? '[]');
    return Array.isArray(data) ? data.flatMap((one) => parseAddress(one) ?? []) : [];
  } catch {
    return []; // The browser forbids it, or somebody else has written there.
  }
}

/** Remembered addresses as suggestions. They have no parts: only their lines were kept. */
export function rememberedSuggestions(): Suggestion[] | undefined {
  const found = readRemembered().flatMap((address): Suggestion[] => {
    const chosen = chosenAddressOf(address);
    if (!chosen) return [];
    const kind = chosen.house ? 'house' : hasStreet(chosen) ? 'street' : 'locality';
    return [{ ...chosen, kind, sure: 'exact', parts: [], marks: [] }];
  });
  return found.length ? found : undefined;
}

export const isRemembered = ({ line }: Address): boolean => readRemembered().some((one) => one.line === line);

/** Keeps an address on this device, or forgets it. */
export function setRemembered(address: Address, keep: boolean): void {
  const others = readRemembered().filter(({ line }) => line !== address.line);
  const all = keep ? [address, ...others].slice(0, MAX_REMEMBERED) : others;
  try {
    if (all.length) localStorage.setItem(REMEMBERED_KEY, JSON.stringify(all));
    else localStorage.removeItem(REMEMBERED_KEY);
  } catch {
    // The browser forbids it, or is full: the box stays unticked.
  }
}

/** Forgets all addresses, and says so. */
export function forgetAllAddresses(host: EditorHost): void {
  for (const address of readRemembered()) setRemembered(address, false);
  host.announce({ ...extraMessages, ...host.messages }.forgotten);
}
