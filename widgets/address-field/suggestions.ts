import { Task } from '@lit/task';
import type { ReactiveControllerHost } from 'lit';

import { AddressesError } from '../addresses/errors.ts';
import type { Suggestion } from '../addresses/line.ts';
import type { Addresses } from '../addresses/reader.ts';

const readers = new Map<string, Promise<Addresses>>();

/** The index in the folder `base`, with the code that reads it. All fields of a page share what was fetched. */
export function sharedAddresses(base: URL | undefined): Promise<Addresses> | undefined {
  if (!base) return undefined;
  const reader = readers.get(base.href) ?? open(base);
  readers.set(base.href, reader);
  return reader;
}

async function open(base: URL): Promise<Addresses> {
  try {
    const { openAddresses } = await import('../addresses/reader.ts');
    return openAddresses(base);
  } catch (error) {
    readers.delete(base.href);
    throw new AddressesError('offline', 'The reader did not come', { cause: error });
  }
}

export interface Wanted {
  addresses: Promise<Addresses>;
  text: string;
  /** КЛАДР code, or its beginning. */
  within: string;
}

/** What the list shows: suggestions, or why there are none. */
export type Outcome = readonly Suggestion[] | AddressesError['reason'];

/** The list of suggestions. Once open it keeps what it shows until there is something newer, or it is closed. */
export class Suggestions {
  outcome: Outcome = [];
  isOpen = false;
  readonly #host: ReactiveControllerHost;
  readonly #reading: Task<[Wanted], Suggestion[]>;
  readonly #onFinal: () => void;
  #wanted: Wanted | undefined;

  /** `onFinal` is called when the list shows what was sought for. */
  constructor(host: ReactiveControllerHost, onFinal: () => void) {
    this.#host = host;
    this.#onFinal = onFinal;
    this.#reading = new Task<[Wanted], Suggestion[]>(host, {
      autoRun: false,
      task: async ([{ addresses, text, within }], { signal }) =>
        (await addresses).suggest(text, { within, signal }),
      onComplete: (found) => {
        this.#show(found);
      },
      onError: (error) => {
        this.#show(error instanceof AddressesError ? error.reason : 'outdated');
      },
    });
  }

  seek(wanted: Wanted): void {
    this.#wanted = wanted;
    void this.#reading.run([wanted]);
  }

  close(): void {
    this.#wanted = undefined;
    this.isOpen = false;
    this.#host.requestUpdate();
  }

  #show(outcome: Outcome): void {
    if (!this.#wanted) return;
    this.outcome = outcome;
    this.isOpen = true;
    this.#host.requestUpdate();
    this.#onFinal();
  }
}
