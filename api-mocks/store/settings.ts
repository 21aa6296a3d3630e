import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

/** What the portal saves for its next start, and for other processes (`sandbox:move`) that have only the database file. */
export type SettingName = 'addresses' | 'calendar' | 'clock' | 'keyCheck' | 'region';

/**
 * Reads a setting. Gives `undefined` if it was never saved. Throws a `ValiError` if it has another shape. Settings lie in the
 * table `desk`: a table that was released keeps its name.
 */
export function readSetting<S extends v.GenericSchema>(
  db: DatabaseSync,
  name: SettingName,
  schema: S,
): v.InferOutput<S> | undefined {
  const row = db.prepare('SELECT value FROM desk WHERE name = ?').get(name);
  return row && v.parse(v.pipe(v.string(), v.parseJson(), schema), row['value']);
}

/** Saves the value of a setting as JSON. Replaces the value before. */
export function saveSetting(db: DatabaseSync, name: SettingName, value: unknown): void {
  db.prepare('INSERT INTO desk VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2').run(
    name,
    JSON.stringify(value),
  );
}
