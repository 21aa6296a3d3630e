import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import type { Draft } from './draft.ts';

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
