import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { PortalEventSchema, type PortalEvent } from '../../widgets/contract/events/schemas.ts';

const RowSchema = v.object({
  ...PortalEventSchema.entries,
  id: v.pipe(v.number(), v.transform(String)),
});

/** A citizen's events after the event with the id `after`, oldest first: at most `limit`. */
export const eventsAfter = (
  db: DatabaseSync,
  citizen: string,
  { after, limit }: { after: string; limit: number },
): PortalEvent[] =>
  db
    .prepare('SELECT id, kind, subject, at FROM events WHERE citizen = ? AND id > ? ORDER BY id LIMIT ?')
    .all(citizen, Number(after), limit)
    .map((row) => v.parse(RowSchema, row));

/** The last `limit` events of a citizen, oldest first. */
export const latestEvents = (db: DatabaseSync, citizen: string, limit: number): PortalEvent[] =>
  db
    .prepare('SELECT id, kind, subject, at FROM events WHERE citizen = ? ORDER BY id DESC LIMIT ?')
    .all(citizen, limit)
    .map((row) => v.parse(RowSchema, row))
    .reverse();

/** The id of the newest event of all citizens; `0` if there was none. Deleted events count: ids are never given twice. */
export const newestEventId = (db: DatabaseSync): string =>
  String(db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").get()?.['seq'] ?? 0);

/**
 * Whether a client that has seen the event `id` can be told everything that came after it. It cannot if the portal never gave
 * this id, or if the event after it has been deleted. With the events 5 to 9 stored: 4 to 9 are known, 3 is too old (4 is
 * deleted), 10 was never given.
 */
export function isKnownEvent(db: DatabaseSync, id: string): boolean {
  const newest = Number(newestEventId(db));
  if (!/^\d{1,15}$/.test(id) || Number(id) > newest) return false;
  const oldest = db.prepare('SELECT min(id) AS id FROM events').get()?.['id'];
  return Number(id) + 1 >= Number(oldest ?? newest + 1);
}
