import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { DATABASE_NAME, type Draft } from './draft.ts';
import { mergeDrafts } from './merge-drafts.ts';

interface DraftsSchema extends DBSchema {
  drafts: { key: string; value: Draft };
}

/** Rejects also where the browser refuses storage at once, and throws. */
const openDatabase = async (name: string) =>
  openDB<DraftsSchema>(name, 1, {
    upgrade: (database) => database.createObjectStore('drafts', { keyPath: 'id' }),
  });

/** Where drafts are kept: on this device, under the host page's origin. Whoever names an id, says what kind of draft it is. */
export class DraftDatabase<D extends Draft = Draft> {
  readonly #database: Promise<IDBPDatabase<DraftsSchema> | undefined>;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(name = DATABASE_NAME) {
    // Where the browser refuses storage (private windows, full disk) a page works on without drafts and says so.
    this.#database = openDatabase(name).catch(() => undefined);
  }

  async load(id: string): Promise<D | undefined> {
    return (await this.#query((database) => database.get('drafts', id))) as D | undefined;
  }

  /** The drafts `name` and `name-…`, the newest first; with what is being written. */
  async list(name: string): Promise<D[]> {
    await this.#lastWrite;
    const range = IDBKeyRange.bound(name, `${name}-\uffff`);
    const drafts = ((await this.#query((database) => database.getAll('drafts', range))) ?? []) as D[];
    return drafts.sort((one, other) => other.savedAt - one.savedAt);
  }

  /**
   * Writes after all that was asked before. `refused` is no longer remembered as sent. Gives what is kept now, with what
   * other tabs have sent or been answered meanwhile; `undefined` when this device does not keep drafts.
   */
  save(draft: D, refused?: D['sent'][number]): Promise<D | undefined> {
    const saved = this.#lastWrite.then(() => this.#write(draft, refused).catch(() => undefined));
    this.#lastWrite = saved;
    return saved;
  }

  async remove(id: string): Promise<void> {
    await this.#lastWrite;
    await this.#query((database) => database.delete('drafts', id));
  }

  /** Where the device does not answer, it has nothing; what stays there is found again, and can be sent or removed then. */
  async #query<T>(ask: (database: IDBPDatabase<DraftsSchema>) => Promise<T>): Promise<T | undefined> {
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
