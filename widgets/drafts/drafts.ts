import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import type { ApplicationInput } from '../contract/application.ts';
import type { Address, Upload } from '../contract/values.ts';

/** What stands in one field, as it was typed. Files that the portal has not yet taken are kept themselves. */
export type DraftValue = string | Address | (Upload | File)[];

/** What opens an accepted application. */
export interface ApplicationReceipt {
  number: string;
  code: string;
  dueOn: string;
}

/** What a citizen has typed and not yet sent, and what came of it. */
export interface Draft<Sent = ApplicationInput, Receipt = ApplicationReceipt> {
  /** Slug of the service, or another name that is unique on the site. */
  id: string;
  /** Version of the form it was filled in. */
  version: string;
  values: Record<string, DraftValue | undefined>;
  /** The step it was left at, from 0. */
  step: number;
  /** The `Idempotency-Key` under which it is sent, however often. */
  key: string;
  /**
   * What has been sent without an answer, oldest first: the portal may have one of them. Sent again under the same key, it
   * is answered, not done twice.
   */
  sent: Sent[];
  /** Milliseconds since 1970. */
  savedAt: number;
  /** What the portal answered; the values are gone then. */
  receipt?: Receipt;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft<unknown, unknown> };
}

/** A new draft with a key of its own. */
export const newDraft = <Sent = ApplicationInput, Receipt = ApplicationReceipt>(
  id: string,
  version: string,
): Draft<Sent, Receipt> => ({
  id,
  version,
  values: {},
  step: 0,
  key: randomKey(),
  sent: [],
  savedAt: 0,
});

/** 128 random bits. `crypto.randomUUID` is missing on pages without TLS, which village sites still are. */
const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Where drafts are kept: on this device, under the host page's origin. Whoever names an id, says what kind of draft it is. */
export class Drafts<D extends Draft<unknown, unknown> = Draft> {
  readonly #database: Promise<IDBPDatabase<Schema> | undefined>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(name = 'okno') {
    // Where the browser refuses storage (private windows, full disk) a page works on without drafts and says so.
    this.#database = openDB<Schema>(name, 1, {
      upgrade: (database) => database.createObjectStore('drafts', { keyPath: 'id' }),
    }).catch(() => undefined);
  }

  async load(id: string): Promise<D | undefined> {
    return (await this.#database)?.get('drafts', id).catch(() => undefined) as Promise<D | undefined>;
  }

  /** Writes after all that was asked before. Gives false when this device does not keep drafts. */
  save(draft: D): Promise<boolean> {
    const copy = { ...draft, values: { ...draft.values }, savedAt: Date.now() };
    const saved = this.#last.then(async () => {
      const database = await this.#database;
      return (
        database?.put('drafts', copy).then(
          () => true,
          () => false,
        ) ?? false
      );
    });
    this.#last = saved;
    return saved;
  }

  async remove(id: string): Promise<void> {
    await this.#last;
    await (await this.#database)?.delete('drafts', id);
  }
}
