import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { DATABASE_NAME, type Draft } from './draft.ts';
import { mergeDrafts } from './merge-drafts.ts';

/** The database: one table, in which a draft is found by its `id`. */
interface DraftsSchema extends DBSchema {
  drafts: { key: string; value: Draft };
}

/** Opens the database. `async`, so that it also rejects where the browser throws at once instead of failing later. */
const openDatabase = async (name: string) =>
  openDB<DraftsSchema>(name, 1, {
    upgrade: (database) => database.createObjectStore('drafts', { keyPath: 'id' }),
  });

/**
 * Keeps drafts in IndexedDB, on this device and under the origin of the host page. Where the browser refuses storage, reading finds
 * nothing and `save` gives `undefined`; no method rejects.
 *
 * IndexedDB runs the calls of a page in their order, also those of two objects of this class: what was saved before is found.
 */
export class DraftDatabase<D extends Draft = Draft> {
  readonly #database: Promise<IDBPDatabase<DraftsSchema> | undefined>;

  constructor(name = DATABASE_NAME) {
    // In private windows and on a full disk the browser may refuse. The widgets work without drafts then, and say so.
    this.#database = openDatabase(name).catch(() => undefined);
  }

  /** Gives the draft with an id; `undefined` where there is none. */
  async load(id: string): Promise<D | undefined> {
    return (await this.#query((database) => database.get('drafts', id))) as D | undefined;
  }

  /** Gives the drafts `name` and `name-…`, the newest first. */
  async list(name: string): Promise<D[]> {
    // '\uffff' sorts behind every character that an id can have: 'rating' … 'rating-222026004217' … 'rating-\uffff'.
    const range = IDBKeyRange.bound(name, `${name}-\uffff`);
    const drafts = ((await this.#query((database) => database.getAll('drafts', range))) ?? []) as D[];
    return drafts.sort((a, b) => b.savedAt - a.savedAt);
  }

  /**
   * Saves the draft, merged with what another tab has stored under its id (`mergeDrafts`). `refused` is an input that the portal has
   * refused: it no longer counts as sent. Gives the draft as it is stored now; `undefined` where the browser refuses storage.
   */
  save(draft: D, refused?: D['sent'][number]): Promise<D | undefined> {
    return this.#write(draft, refused).catch(() => undefined);
  }

  /** Removes the draft with an id. */
  async remove(id: string): Promise<void> {
    await this.#query((database) => database.delete('drafts', id));
  }

  /** Runs a query; `undefined` where it fails. A draft that could not be read or removed is still there the next time. */
  async #query<T>(query: (database: IDBPDatabase<DraftsSchema>) => Promise<T>): Promise<T | undefined> {
    const database = await this.#database;
    try {
      return database && (await query(database));
    } catch {
      return undefined;
    }
  }

  /** The same as `save`, but rejects where saving fails. */
  async #write(draft: D, refused?: D['sent'][number]): Promise<D | undefined> {
    const tx = (await this.#database)?.transaction('drafts', 'readwrite');
    if (!tx) return undefined;
    const mergeAndPut = async () => {
      const stored = (await tx.store.get(draft.id)) as D | undefined;
      const merged = { ...mergeDrafts(draft, stored, refused), savedAt: Date.now() };
      await tx.store.put(merged);
      return merged;
    };
    // The draft is safe when the transaction is done. One that aborts rejects `done`: awaited here, it is not an unhandled rejection.
    const [merged] = await Promise.all([mergeAndPut(), tx.done]);
    return merged;
  }
}
