import { deleteDB, openDB } from 'idb';

/** An empty database. */
const NAME = 'okno-log';

/**
 * Makes Chromium begin a new log for the databases of this site. Where it was killed in the middle of a write, its log ends with the head of
 * a record, without the rest. The next start takes no harm, but writes on behind that head; and the start after it reads what follows as the
 * rest, takes all databases of the site for damaged, and deletes them. Only deleting a database makes it put what the log has into a
 * table, and begin another log. Another one is made for the next time: until the log is new, a kill is as bad as before, so nothing is
 * written first. Other browsers keep their databases otherwise, and do not know `dataLoss`.
 */
export async function renewLog(): Promise<void> {
  if (!('dataLoss' in IDBVersionChangeEvent.prototype)) return;
  await deleteDB(NAME);
  (await openDB(NAME)).close();
}
