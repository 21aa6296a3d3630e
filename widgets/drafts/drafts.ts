import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { together, type Draft } from './draft.ts';

interface Schema extends DBSchema {
  drafts: { key: string; value: Draft<unknown, unknown> };
}

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

  /**
   * Writes after all that was asked before. `refused` is no longer remembered as sent. Gives what is kept now, with what
   * other tabs have sent or been answered meanwhile; `undefined` when this device does not keep drafts.
   */
  save(draft: D, refused?: D['sent'][number]): Promise<D | undefined> {
    const copy = { ...draft, values: { ...draft.values } };
    const saved = this.#last.then(() => this.#keep(copy, refused).catch(() => undefined));
    this.#last = saved;
    return saved;
  }

  async #keep(draft: D, refused?: D['sent'][number]): Promise<D | undefined> {
    const tx = (await this.#database)?.transaction('drafts', 'readwrite');
    if (!tx) return undefined;
    const write = async () => {
      const kept = (await tx.store.get(draft.id)) as D | undefined;
      const whole = { ...together(draft, kept, refused), savedAt: Date.now() };
      await tx.store.put(whole);
      return whole;
    };
    // What was written is kept when the transaction is over; one that breaks off rejects here, and is not left to the console.
    const [whole] = await Promise.all([write(), tx.done]);
    return whole;
  }

  async remove(id: string): Promise<void> {
    await this.#last;
    await (await this.#database)?.delete('drafts', id);
  }
}
