import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

/** What the portal writes down for its next start, and for other processes that have only the database file. */
export type SettingName = 'calendar' | 'clock' | 'region';

/** A setting, parsed; `undefined` where it was never saved. Throws where it has another shape. */
export function readSetting<S extends v.GenericSchema>(
  db: DatabaseSync,
  name: SettingName,
  schema: S,
): v.InferOutput<S> | undefined {
  const row = db.prepare('SELECT value FROM desk WHERE name = ?').get(name);
  return row && v.parse(v.pipe(v.string(), v.parseJson(), schema), row['value']);
}

/** Saves a setting, anything that JSON can write, in place of the one before. */
export function saveSetting(db: DatabaseSync, name: SettingName, value: unknown): void {
  db.prepare('INSERT INTO desk VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2').run(
    name,
    JSON.stringify(value),
  );
}
