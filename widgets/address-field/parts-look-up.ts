import { AddressesError } from '../addresses/index/errors.ts';
import type { AddressIndex } from '../addresses/suggest/reader.ts';
import type { Suggestion } from '../addresses/suggest/suggestion.ts';
import type { EditorHost, Retrying } from './editor.ts';
import { retryLater } from './retry-later.ts';

/** What the index says of the parts of an address. */
export interface PartsFound extends Pick<Suggestion, 'fias' | 'hasStreets'> {
  /** The house; `undefined` if there is none, or if it may belong to a street that was not typed. */
  houseData: Suggestion | undefined;
  /** Listed houses near one that is not listed. */
  nearHouses: string[];
}

/** A street, or a place without one, and a house in it; an empty `house` is none. */
interface PartsWanted {
  kladr: string;
  house: string;
}

/** Asks the index for what it knows of the parts. A newer look-up aborts an older one. */
export class PartsLookUp implements Retrying {
  readonly host: EditorHost;
  failures = 0;
  #request: AbortController | undefined;

  constructor(host: EditorHost) {
    this.host = host;
  }

  /** The whole address: where it has changed, a failed look-up is not tried again. */
  get text(): string {
    return this.host.value?.line ?? '';
  }

  stop(): void {
    this.#request?.abort();
  }

  /**
   * Looks up what is wanted; without a connection, of which `onFound` hears too, again later. After any other failure the citizen can type
   * the postcode.
   */
  async start(wanted: PartsWanted, onFound: (found?: PartsFound) => void): Promise<void> {
    this.stop();
    const { signal } = (this.#request = new AbortController());
    try {
      const addresses = await this.host.openIndex();
      const found = addresses && (await lookUp(addresses, wanted));
      if (!found || signal.aborted) return;
      this.failures = 0;
      onFound(found);
    } catch (error) {
      if (!(error instanceof AddressesError) || error.reason !== 'offline' || signal.aborted) return;
      onFound();
      retryLater(this, () => void this.start(wanted, onFound));
    }
  }
}

async function lookUp(addresses: AddressIndex, { kladr, house }: PartsWanted): Promise<PartsFound> {
  const { fias, hasStreets, kind } = (await addresses.resolve(kladr)) ?? {};
  const known = house ? await addresses.resolve(kladr, house) : undefined;
  // Where a place has streets, a house without one is a part of an address only if the data list it so.
  const isDirect = kind === 'street' || hasStreets === false || known?.listed;
  const near = known?.listed === false ? await addresses.housesNear(kladr, house) : [];
  return {
    ...(fias && { fias }),
    ...(hasStreets === false && { hasStreets }),
    houseData: isDirect ? known : undefined,
    nearHouses: near.map((listed) => listed.house),
  };
}
