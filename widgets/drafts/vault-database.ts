// Longer than most: the shape of the database, and the connection to it.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

import { DATABASE_NAME } from './draft.ts';
import { renewLog } from './renew-log.ts';
import { makeKeys, type Sealed, type VaultKeys } from './sealing.ts';

/** Layout of the records. A draft with a higher number was written by a newer version of the widgets, and stays as it is. */
export const FORMAT = 1;

/** A draft without its answers and files. Only these numbers can be read without the key. */
export interface DraftRecord {
  id: string;
  format: number;
  /** Goes up by one with each write: two tabs find out that both have written. */
  revision: number;
  /** When it was written last, in milliseconds since 1970. */
  savedAt: number;
  /** Whether it was sent, and has a receipt: that is kept longer. Absent in records of older widgets. */
  isReceipt?: boolean;
  sealed: Sealed;
}

/** One answer of a draft. `answer` is the name of the question. */
export interface AnswerRecord {
  draft: string;
  answer: string;
  sealed: Sealed;
}

/** A piece of a file. */
export interface PieceRecord {
  draft: string;
  file: string;
  piece: number;
  sealed: Sealed;
}

/** The address of an upload that is not complete. */
interface UploadRecord {
  id: string;
  /** When it was written, in milliseconds since 1970. */
  savedAt: number;
  sealed: Sealed;
}

/** The tables of the vault. The answers and the files of a draft have the draft's id in front of their keys. */
interface VaultSchema extends DBSchema {
  keys: { key: string; value: VaultKeys };
  drafts: { key: string; value: DraftRecord };
  answers: { key: [string, string]; value: AnswerRecord };
  files: { key: [string, string, number]; value: PieceRecord };
  uploads: { key: string; value: UploadRecord };
}
/** The database of the vault. */
export type VaultDatabase = IDBPDatabase<VaultSchema>;

/** A draft in the database: `id` is that of its record. */
export interface DraftPlace {
  database: VaultDatabase;
  keys: VaultKeys;
  id: string;
}

/** All records of a draft in `answers` or `files`. */
export const recordsOf = (draft: string): IDBKeyRange => IDBKeyRange.bound([draft], [draft, []]);

/** Milliseconds that a form waits for a database that does not answer. */
const PATIENCE = 1000;

/**
 * The connection to the database. One that the browser has closed is opened again at the next call; a newer version of the widgets in
 * another tab gets it closed at once.
 */
export class VaultConnection {
  /** Name of the database. */
  readonly name: string;
  /** Whether the browser has just thrown the databases of the site away, because it took them for damaged. Chromium says so. */
  wasEmptied = false;
  #database: Promise<VaultDatabase> | undefined;
  #keys: Promise<VaultKeys> | undefined;
  /** Whether the database did not answer in time, and whether it still does not. */
  #wasLate = false;
  #isSilent = false;

  constructor(name = DATABASE_NAME) {
    this.name = name;
  }

  /**
   * Runs `work` with the database and the keys. Gives `undefined` where the browser refuses the database, does not answer within a
   * second, or `work` fails twice.
   */
  async use<T>(work: (database: VaultDatabase, keys: VaultKeys) => Promise<T>): Promise<T | undefined> {
    for (let attempt = 0; attempt < 2 && !this.#isSilent; attempt++)
      try {
        const database = await withPatience(this.#open());
        this.#keys ??= findKeys(database);
        return await work(database, await this.#keys);
      } catch (error) {
        if (error instanceof SilentDatabaseError) this.#waitForLate();
        // The browser may have closed the connection under us.
        else this.#forget();
      }
    return undefined;
  }

  /** Waits for a database that did not answer in time. False where it has answered, or has failed by now. */
  async whenOpenedLate(): Promise<boolean> {
    if (!this.#wasLate) return false;
    return this.#open().then(
      () => true,
      () => false,
    );
  }

  /** Nobody waits for the database again before it has answered. */
  #waitForLate(): void {
    this.#wasLate = this.#isSilent = true;
    const answered = () => {
      this.#isSilent = false;
    };
    this.#open().then(answered, answered);
  }

  #open(): Promise<VaultDatabase> {
    this.#database ??= openDatabase(this.name, {
      onClosed: () => {
        this.#forget();
      },
      onEmptied: () => {
        this.wasEmptied = true;
      },
    });
    return this.#database;
  }

  #forget(): void {
    this.#database?.then(
      (database) => {
        database.close();
      },
      () => undefined,
    );
    this.#database = undefined;
    this.#keys = undefined;
  }
}

/** The browser has not answered yet. It may do so later. */
class SilentDatabaseError extends Error {}

const withPatience = <T>(opening: Promise<T>): Promise<T> =>
  Promise.race([
    opening,
    new Promise<never>((_, reject) => {
      setTimeout(() => {
        reject(new SilentDatabaseError('The database does not answer'));
      }, PATIENCE);
    }),
  ]);

interface Opening {
  onClosed: () => void;
  onEmptied: () => void;
}

/** Opens the database. `async`, so that it also rejects where the browser throws at once instead of failing later. */
async function openDatabase(name: string, { onClosed, onEmptied }: Opening): Promise<VaultDatabase> {
  if (!isSecureContext) throw new Error('There is no WebCrypto on a page without TLS');
  const database = await openDB<VaultSchema>(name, 1, {
    upgrade(created, ...[, , , event]) {
      if ('dataLoss' in event && event.dataLoss === 'total') onEmptied();
      created.createObjectStore('keys');
      created.createObjectStore('drafts', { keyPath: 'id' });
      created.createObjectStore('answers', { keyPath: ['draft', 'answer'] });
      created.createObjectStore('files', { keyPath: ['draft', 'file', 'piece'] });
      created.createObjectStore('uploads', { keyPath: 'id' });
    },
    // A newer version of the widgets waits in another tab, or the citizen has cleared the site's data.
    blocking: onClosed,
    terminated: onClosed,
  });
  // Nobody waits for it: where it fails, nothing is worse than before.
  renewLog().catch(() => undefined);
  return database;
}

/** The keys of this device. The first tab makes them. */
async function findKeys(database: VaultDatabase): Promise<VaultKeys> {
  const found = await database.get('keys', 'device');
  if (found) return found;
  const made = await makeKeys();
  const tx = database.transaction('keys', 'readwrite');
  // Another tab may have been faster.
  const keys = (await tx.store.get('device')) ?? made;
  await tx.store.put(keys, 'device');
  await tx.done;
  return keys;
}
