import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { Address } from '../contract/values/schemas.ts';
import { chosenIn, isInStreet } from './chosen-address.ts';
import type { EditorHost } from './editor.ts';
import { extra } from './extra-messages.ts';
import { addressIn, KEPT } from './value.ts';

const MOST = 5;

/** The addresses that the citizen keeps on this device, the newest first. */
function kept(): Address[] {
  try {
    const data: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(data) ? data.flatMap((one) => addressIn(one) ?? []) : [];
  } catch {
    return []; // The browser forbids it, or somebody else has written there.
  }
}

/** Remembered addresses as suggestions. They have no parts: only their lines were kept. */
export function remembered(): Suggestion[] | undefined {
  const found = kept().flatMap((address): Suggestion[] => {
    const chosen = chosenIn(address);
    if (!chosen) return [];
    const kind = chosen.house ? 'house' : isInStreet(chosen) ? 'street' : 'locality';
    return [{ ...chosen, kind, sure: 'exact', parts: [], marks: [] }];
  });
  return found.length ? found : undefined;
}

export const isRemembered = ({ line }: Address): boolean => kept().some((one) => one.line === line);

/** Keeps an address on this device, or forgets it. */
export function remember(address: Address, keep: boolean): void {
  const others = kept().filter(({ line }) => line !== address.line);
  const all = keep ? [address, ...others].slice(0, MOST) : others;
  try {
    if (all.length) localStorage.setItem(KEPT, JSON.stringify(all));
    else localStorage.removeItem(KEPT);
  } catch {
    // The browser forbids it, or is full: the box stays unticked.
  }
}

/** Forgets all addresses, and says so. */
export function forgetAll(host: EditorHost): void {
  for (const address of kept()) remember(address, false);
  host.say({ ...extra, ...host.messages }.forgotten);
}
