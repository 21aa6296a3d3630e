import { recordsOf, type VaultDatabase } from './vault-database.ts';

/**
 * Removes the drafts that were written before a time, with the addresses of uploads; and receipts that were written before another one,
 * which is none unless given. Both are in milliseconds since 1970.
 */
export async function removeOld(
  database: VaultDatabase,
  { drafts, receipts = -Infinity }: { drafts: number; receipts?: number },
): Promise<void> {
  for (const { id, savedAt, isReceipt } of await database.getAll('drafts'))
    if (savedAt < (isReceipt ? receipts : drafts)) await removeRecords(database, id);
  for (const { id, savedAt } of await database.getAll('uploads'))
    if (savedAt < drafts) await database.delete('uploads', id);
}

/** Removes all records of a draft. */
export async function removeRecords(database: VaultDatabase, id: string): Promise<void> {
  const tx = database.transaction(['drafts', 'answers', 'files'], 'readwrite');
  await Promise.all([
    tx.objectStore('drafts').delete(id),
    tx.objectStore('answers').delete(recordsOf(id)),
    tx.objectStore('files').delete(recordsOf(id)),
    tx.done,
  ]);
}
