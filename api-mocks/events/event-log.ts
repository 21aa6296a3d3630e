import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { PortalEventSchema, type PortalEvent } from '../../widgets/contract/events/schemas.ts';

const RowSchema = v.object({
  ...PortalEventSchema.entries,
  id: v.pipe(v.number(), v.transform(String)),
});

/** A citizen's events behind the event `after`, oldest first. */
export const eventsAfter = (
  db: DatabaseSync,
  citizen: string,
  { after, limit }: { after: string; limit: number },
): PortalEvent[] =>
  db
    .prepare('SELECT id, kind, subject, at FROM events WHERE citizen = ? AND id > ? ORDER BY id LIMIT ?')
    .all(citizen, Number(after), limit)
    .map((row) => v.parse(RowSchema, row));

/** The last events of a citizen, oldest first. */
export const latestEvents = (db: DatabaseSync, citizen: string, limit: number): PortalEvent[] =>
  db
    .prepare('SELECT id, kind, subject, at FROM events WHERE citizen = ? ORDER BY id DESC LIMIT ?')
    .all(citizen, limit)
    .map((row) => v.parse(RowSchema, row))
    .reverse();

/** The id of the newest event of all. */
export const newestEventId = (db: DatabaseSync): string =>
  String(db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'events'").get()?.['seq'] ?? 0);

/** Whether nothing can be missing behind an event: the portal has given that id, and what came after is still kept. */
export function isKnownEvent(db: DatabaseSync, id: string): boolean {
  const newest = Number(newestEventId(db));
  if (!/^\d{1,15}$/.test(id) || Number(id) > newest) return false;
  const oldest = db.prepare('SELECT min(id) AS id FROM events').get()?.['id'];
  return Number(id) + 1 >= Number(oldest ?? newest + 1);
}
