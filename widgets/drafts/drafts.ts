import { kept, openDatabase, resultOf, storeOf } from './database.ts';
import type { Draft } from './draft.ts';
import { mergeDrafts } from './merge-drafts.ts';

/** Where drafts are kept: on this device, under the host page's origin. Whoever names an id, says what kind of draft it is. */
export class Drafts<D extends Draft = Draft> {
  readonly #database: Promise<IDBDatabase | undefined>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(name = 'okno') {
    // Where the browser refuses storage (private windows, full disk) a page works on without drafts and says so.
    this.#database = openDatabase(name).catch(() => undefined);
  }

  async load(id: string): Promise<D | undefined> {
    return (await this.#ask('readonly', (store) => resultOf(store.get(id)))) as D | undefined;
  }

  /** The drafts `name` and `name-…`, the newest first; with what is being written. */
  async list(name: string): Promise<D[]> {
    await this.#last;
    const range = IDBKeyRange.bound(name, `${name}-\uffff`);
    const drafts = ((await this.#ask('readonly', (store) => resultOf(store.getAll(range)))) ?? []) as D[];
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
    await this.#ask('readwrite', (store) => resultOf(store.delete(id)));
  }

  /** Where the device does not answer, it has nothing; what stays there is found again, and can be sent or removed then. */
  async #ask(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => Promise<unknown>): Promise<unknown> {
    const database = await this.#database;
    try {
      return database && (await ask(storeOf(database, mode)));
    } catch {
      return undefined;
    }
  }

  async #write(draft: D, refused?: D['sent'][number]): Promise<D | undefined> {
    const database = await this.#database;
    if (!database) return undefined;
    const store = storeOf(database, 'readwrite');
    const write = async () => {
      const before = (await resultOf(store.get(draft.id))) as D | undefined;
      const whole = { ...mergeDrafts(draft, before, refused), savedAt: Date.now() };
      await resultOf(store.put(whole));
      return whole;
    };
    // What was written is kept when the transaction is over; one that breaks off rejects here, and is not left to the console.
    const [whole] = await Promise.all([write(), kept(store)]);
    return whole;
  }
}
