import { openJson, recordId, sealJson } from './sealing.ts';
import { TabDrafts } from './tab-drafts.ts';
import { VaultConnection } from './vault-database.ts';

/**
 * The addresses of uploads that are not complete, sealed, by the keys of their files. So an upload goes on also after the browser was
 * closed. On a computer of others nothing is kept. No method rejects.
 */
export class UploadAddresses {
  readonly #connection = new VaultConnection();

  /** Gives the address of a file's upload; `undefined` where there is none. */
  async get(key: string): Promise<string | undefined> {
    return this.#connection.use(async (database, keys) => {
      const id = await recordId(keys, key);
      const record = await database.get('uploads', id);
      return record && openJson<string>(keys, record.sealed, id);
    });
  }

  /** Keeps the address of a file's upload. */
  async set(key: string, address: string): Promise<void> {
    if (new TabDrafts().isShared) return;
    await this.#connection.use(async (database, keys) => {
      const id = await recordId(keys, key);
      await database.put('uploads', { id, savedAt: Date.now(), sealed: await sealJson(keys, address, id) });
    });
  }

  /** Forgets the address of a file's upload. */
  async remove(key: string): Promise<void> {
    await this.#connection.use(async (database, keys) =>
      database.delete('uploads', await recordId(keys, key)),
    );
  }
}
