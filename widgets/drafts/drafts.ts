import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { DATABASE, type Draft } from './draft.ts';
import { mergeDrafts } from './merge-drafts.ts';

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft };
}

/** Rejects also where the browser refuses storage at once, and throws. */
const openDatabase = async (name: string) =>
  openDB<Schema>(name, 1, {
    upgrade: (database) => database.createObjectStore('drafts', { keyPath: 'id' }),
  });

/** Where drafts are kept: on this device, under the host page's origin. Whoever names an id, says what kind of draft it is. */
export class Drafts<D extends Draft = Draft> {
  readonly #database: Promise<IDBPDatabase<Schema> | undefined>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(name = DATABASE) {
    // Where the browser refuses storage (private windows, full disk) a page works on without drafts and says so.
    this.#database = openDatabase(name).catch(() => undefined);
  }

  async load(id: string): Promise<D | undefined> {
    return (await this.#ask((database) => database.get('drafts', id))) as D | undefined;
  }

  /** The drafts `name` and `name-…`, the newest first; with what is being written. */
  async list(name: string): Promise<D[]> {
    await this.#last;
    const range = IDBKeyRange.bound(name, `${name}-\uffff`);
    const drafts = ((await this.#ask((database) => database.getAll('drafts', range))) ?? []) as D[];
    return drafts.sort((one, other) => other.savedAt - one.savedAt);
  }

  /**
   * Writes after all that was asked before. `refused` is no longer remembered as sent. Gives what is kept now, with what
   * other tabs have sent or been answered meanwhile; `undefined` when this device does not keep drafts.
   */
  save(draft: D, refused?: D['sent'][number]): Promise<D | undefined> {
    const saved = this.#last.then(() => this.#write(draft, refused).catch(() => undefined));
    this.#last = saved;
    return saved;
  }

  async remove(id: string): Promise<void> {
    await this.#last;
    await this.#ask((database) => database.delete('drafts', id));
  }

  /** Where the device does not answer, it has nothing; what stays there is found again, and can be sent or removed then. */
  async #ask<T>(ask: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
    const database = await this.#database;
    try {
      return database && (await ask(database));
    } catch {
      return undefined;
    }
  }

  async #write(draft: D, refused?: D['sent'][number]): Promise<D | undefined> {
    const tx = (await this.#database)?.transaction('drafts', 'readwrite');
    if (!tx) return undefined;
    const write = async () => {
      const before = (await tx.store.get(draft.id)) as D | undefined;
      const whole = { ...mergeDrafts(draft, before, refused), savedAt: Date.now() };
      await tx.store.put(whole);
      return whole;
    };
    // What was written is kept when the transaction is over; one that breaks off rejects here, and is not left to the console.
    const [whole] = await Promise.all([write(), tx.done]);
    return whole;
  }
}
