import { EventEmitter } from 'node:events';
import type { DatabaseSync } from 'node:sqlite';

import * as v from 'valibot';

import { RegionSchema } from '../../widgets/contract/region/schemas.ts';
import { CalendarSchema } from '../../widgets/deadlines/calendar.ts';
import type { EventContext } from '../events/events.ts';
import type { CatalogueUrlContext, PortalUrlContext } from '../http/http-server.ts';
import type { RegionDataContext } from '../store/portal-data.ts';
import { readPortalKey } from '../store/portal-key.ts';
import { readSetting, saveSetting } from '../store/settings.ts';
import { MoveError } from './move-error.ts';

/** Where they are on a developer's machine: for a database on which only an older portal has run. */
const ADDRESSES_OF_DEVELOPMENT = {
  catalogueUrl: 'http://localhost:4321/',
  portalUrl: 'http://localhost:4322',
};
/** Where letters lead to. */
const AddressesSchema = v.object({
  catalogueUrl: v.optional(v.string(), ADDRESSES_OF_DEVELOPMENT.catalogueUrl),
  portalUrl: v.string(),
});

/** Saves in the database where the portal and the catalogue are, for letters of another process. */
export function saveAddresses(
  db: DatabaseSync,
  { catalogueUrl, portalUrl }: CatalogueUrlContext & PortalUrlContext,
): void {
  saveSetting(db, 'addresses', { catalogueUrl, portalUrl });
}

/** Saves in the database what another process has to know of the region. */
export function saveRegion(db: DatabaseSync, { region, calendar }: RegionDataContext['data']): void {
  saveSetting(db, 'region', region);
  saveSetting(db, 'calendar', calendar);
}

/**
 * Makes the context that officials need, from the database alone: for `sandbox:move`, which is another process than the
 * portal. `now` is the time of the officials' calendar. Throws a `MoveError` if no portal has run with this database.
 */
export function contextFromDatabase(db: DatabaseSync, now: Date): EventContext {
  const region = readSetting(db, 'region', RegionSchema);
  if (!region) throw new MoveError('На этой базе портал ещё не работал. Запустите его: npm run sandbox');
  return {
    db,
    now: () => now,
    key: readPortalKey(db),
    // Nobody listens here. The portal sees changes of other processes by itself (`EventStreams`).
    changes: new EventEmitter(),
    data: { region, calendar: readSetting(db, 'calendar', CalendarSchema) ?? {} },
    ...(readSetting(db, 'addresses', AddressesSchema) ?? ADDRESSES_OF_DEVELOPMENT),
  };
}
