import { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { CalendarSchema, type Calendar } from '../../widgets/deadlines/calendar.ts';
import type { PortalData } from '../store/portal-data.ts';
import type { Sandbox } from '../sandbox.ts';
import { portalKey } from '../store/sealed.ts';

/** What an official needs to work on a case. A process that has nothing but the database file has it too. */
export type Desk = Pick<Sandbox, 'db' | 'now' | 'key' | 'changes'> & { data: Pick<PortalData, 'calendar'> };

/** What was left on the desk under a name, for other processes and for the next start. */
export function recall<S extends v.GenericSchema>(
  db: DatabaseSync,
  name: string,
  schema: S,
): v.InferOutput<S> | undefined {
  const row = db.prepare('SELECT value FROM desk WHERE name = ?').get(name);
  return row && v.parse(v.pipe(v.string(), v.parseJson(), schema), row['value']);
}

export function remember(db: DatabaseSync, name: 'calendar' | 'clock', value: unknown): void {
  db.prepare('INSERT INTO desk VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2').run(
    name,
    JSON.stringify(value),
  );
}

/** Leaves the production calendar on the desk. */
export const rememberCalendar = (db: DatabaseSync, calendar: Calendar): void => {
  remember(db, 'calendar', calendar);
};

/** A desk in another process than the portal's. `now` is what the officials' calendar says. */
export const deskOf = (db: DatabaseSync, now: Date): Desk => ({
  db,
  now: () => now,
  key: portalKey(`${db.location() ?? ''}.key`),
  changes: new EventEmitter(),
  data: { calendar: recall(db, 'calendar', CalendarSchema) ?? {} },
});
