import { codeOf } from '../index/code.ts';

/** Fetches what reads and looks up houses; once, since it is a module. Rejects with an `AddressesError` if it does not come. */
export const fetchLookUps = () => codeOf(import('./look-ups.ts'));
