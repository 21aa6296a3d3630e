// Longer than other modules: everything that widgets do with the drafts of a device.
import { DRAFT_DAYS } from '../contract/values/lifetimes.ts';
import type { Draft } from './draft.ts';
import { DraftFiles, type FileChanges } from './draft-files.ts';
import { holdLock } from './draft-lock.ts';
import { readDraft, writeDraft, type StoredDraft } from './draft-records.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { removeOld, removeRecords } from './remove-records.ts';
import { recordId } from './sealing.ts';
import { VaultConnection, type DraftPlace } from './vault-database.ts';

/** Milliseconds after the last change for which the device keeps a draft. */
export const KEPT_FOR = DRAFT_DAYS * 86_400_000;

/** How a draft is saved. */
export interface SaveOptions<D extends Draft> {
  /** What was on the device when the draft was merged with it last; absent where it never was. */
  seen?: D | undefined;
  /** An input that the portal has refused: it no longer counts as sent. */
  refused?: D['sent'][number] | undefined;
  /** Waits until the bytes are on the disk: the page may be about to close. */
  isStrict?: boolean;
}

/**
 * Keeps drafts in IndexedDB, on this device and under the origin of the host page, sealed with a key of this browser. Where the browser
 * refuses, reading finds nothing and `save` gives `undefined`; no method rejects.
 *
 * Each answer is a record of its own. Two tabs notice by the revision that both have written, and merge (`mergeDrafts`).
 */
export class DraftVault<D extends Draft = Draft> {
  readonly #connection: VaultConnection;
  readonly #files = new DraftFiles();
  /** The drafts as this object has last seen them on the device, by their ids. */
  readonly #seen = new Map<string, StoredDraft<D>>();
  /** Other tabs with this database; absent where the browser has no such channel. */
  readonly #tabs: BroadcastChannel | undefined;

  constructor(name?: string) {
    this.#connection = new VaultConnection(name);
    if ('BroadcastChannel' in globalThis) this.#tabs = new BroadcastChannel(this.#connection.name);
  }

  /** Whether the browser has just thrown the databases of the site away, and the drafts with them. */
  get wasEmptied(): boolean {
    return this.#connection.wasEmptied;
  }

  /** Waits for a database that did not answer in time. False where it has answered, or has failed by now. */
  whenOpenedLate(): Promise<boolean> {
    return this.#connection.whenOpenedLate();
  }

  /** Gives the draft with an id; `undefined` where there is none. What is damaged is left out, and named in `lost`. */
  async load(id: string): Promise<D | undefined> {
    return this.#use(id, async (place) => {
      const stored = await this.#read(place, id);
      if (stored) this.#seen.set(id, stored);
      return stored?.draft;
    });
  }

  /** Gives the drafts of a form without the bytes of their files, the newest first: `name`, `name-<case>`, and further ones `name~1`. */
  async list(name: string): Promise<D[]> {
    return (await this.listAll()).filter(({ id }) => isDraftOf(name, id));
  }

  /** Gives all drafts and receipts of the device without the bytes of their files, the newest first. */
  async listAll(): Promise<D[]> {
    const drafts = await this.#connection.use(async (database, keys) => {
      const read = (record: { id: string } & Parameters<typeof readDraft>[1]) =>
        readDraft<D>({ database, keys, id: record.id }, record).catch(() => undefined);
      return Promise.all((await database.getAll('drafts')).map(read));
    });
    return (drafts ?? [])
      .flatMap((stored) => (stored ? [stored.draft] : []))
      .sort((a, b) => b.savedAt - a.savedAt);
  }

  /**
   * Saves the draft, merged with what another tab has stored under its id. Gives the draft as it is stored now; `undefined` where the
   * browser refuses. Its files are written behind its answers: one that finds no room stops nothing.
   */
  async save(draft: D, { seen, refused, isStrict = false }: SaveOptions<D> = {}): Promise<D | undefined> {
    const { id } = draft;
    return this.#use(id, async (place) => {
      for (let stored = this.#seen.get(id); ; stored = await this.#read(place, id)) {
        const merged = { ...mergeDrafts(draft, stored?.draft, { seen, refused }), savedAt: Date.now() };
        const written = await writeDraft(place, { merged, stored, files: this.#files, isStrict });
        if (!written) continue;
        this.#seen.set(id, written);
        // Other tabs read the answers now, and the files when they are there.
        this.#tabs?.postMessage(place.id);
        void this.#writeFiles(place, id, written.changes);
        return merged;
      }
    });
  }

  /** Removes the draft with an id: its answers, its files, its receipt. */
  async remove(id: string): Promise<void> {
    this.#seen.delete(id);
    await this.#use(id, async (place) => {
      await removeRecords(place.database, place.id);
      this.#tabs?.postMessage(place.id);
    });
  }

  /** Calls `onChange` whenever another tab has written or removed the draft. */
  watch(id: string, onChange: () => void): void {
    void this.#use(id, (place) => {
      this.#tabs?.addEventListener('message', ({ data }) => {
        if (data === place.id) onChange();
      });
      return Promise.resolve();
    });
  }

  /** Calls `onChange` whenever another tab, or another object on this page, has written or removed any draft, until `signal` aborts. */
  watchAll(onChange: () => void, signal: AbortSignal): void {
    this.#tabs?.addEventListener('message', onChange, { signal });
  }

  /**
   * Removes the drafts that nobody has changed for 30 days, and addresses of uploads as old. Receipts stay until the citizen removes them.
   * `now` is in milliseconds since 1970.
   */
  async removeExpired(now: number): Promise<void> {
    await this.#connection.use((database) => removeOld(database, { drafts: now - KEPT_FOR }));
  }

  /** Removes all drafts and receipts: others use this computer. */
  async removeAll(): Promise<void> {
    this.#seen.clear();
    await this.#connection.use((database) => removeOld(database, { drafts: Infinity, receipts: Infinity }));
    this.#tabs?.postMessage('');
  }

  /**
   * Says that a draft is open here, by a lock that one tab has at a time. `isTaking` takes it from another one. Calls `onChange` with true
   * when this tab has it, and with false when another tab has taken it. Gives a function that ends it. Without Web Locks each tab has it.
   */
  hold(id: string, isTaking: boolean, onChange: (isHeld: boolean) => void): () => void {
    const ending = new AbortController();
    void this.#use(id, (place) => {
      holdLock(`${this.#connection.name} ${place.id}`, { isTaking, onChange, ending: ending.signal });
      return Promise.resolve();
    });
    return () => {
      ending.abort();
    };
  }

  async #use<T>(id: string, work: (place: DraftPlace) => Promise<T>): Promise<T | undefined> {
    return this.#connection.use(async (database, keys) =>
      work({ database, keys, id: await recordId(keys, id) }),
    );
  }

  /** Writes the files of a draft, once more where the browser has closed the database under us. */
  async #writeFiles(place: DraftPlace, id: string, changes: FileChanges): Promise<void> {
    const write = (at: DraftPlace) => this.#files.write(at, changes);
    if (await write(place).catch(() => this.#use(id, write))) this.#tabs?.postMessage(place.id);
  }

  async #read(place: DraftPlace, id: string): Promise<StoredDraft<D> | undefined> {
    const record = await place.database.get('drafts', place.id);
    return record && readDraft<D>(place, record, { files: this.#files, id, isOpening: !this.#seen.has(id) });
  }
}

const isDraftOf = (name: string, id: string) =>
  id.startsWith(name) && /^(?:-\d{12})?(?:~\d+)?$/.test(id.slice(name.length));
