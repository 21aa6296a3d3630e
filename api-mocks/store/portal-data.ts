import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import * as v from 'valibot';

import {
  CatalogueSchema,
  FormDefinitionSchema,
  type Catalogue,
  type FormDefinition,
} from '../../widgets/contract/forms/schemas.ts';
import {
  OfficeHoursSchema,
  RegionSchema,
  type OfficeHours,
  type Region,
} from '../../widgets/contract/region/schemas.ts';
import { CalendarSchema, type Calendar } from '../../widgets/deadlines/calendar.ts';

/** What the portal knows of the region. `npm run sandbox` writes it from `content/` before the portal starts. */
export interface PortalData {
  /** Code, names, time zone. */
  region: Region;
  /** Definitions of the application forms, by the slug of the service: `detskiy-sad`. */
  forms: ReadonlyMap<string, FormDefinition>;
  /** Services and agencies. */
  catalogue: Catalogue;
  /** Days off that are no weekends, and weekends on which people work. */
  calendar: Calendar;
  /** When agencies are open, by their slugs; without an agency, its visits are at the usual hours. */
  offices: OfficeHours;
}

/** Holds the data of the region. */
export interface PortalDataContext {
  /** All that was read at the start. */
  data: PortalData;
}

/**
 * Holds the part of the data that is enough to count days. `sandbox:move`, which has only the database file, has no other part.
 */
export interface RegionDataContext {
  /** The region and its calendar; the hours of agencies, where the process has them. */
  data: Pick<PortalData, 'region' | 'calendar'> & Partial<Pick<PortalData, 'offices'>>;
}

/**
 * Reads `region.json`, `forms/*.json`, `catalogue.json`, `calendar.json` and, if it is there, `offices.json` in a folder. Throws an `Error` in
 * Russian that names the file which is missing or wrong.
 */
export function readPortalData(folder: string): PortalData {
  const forms = readPortalFile(folder, 'forms', (path) => readdirSync(path))
    .filter((name) => name.endsWith('.json'))
    .map((name) => parseFile(folder, `forms/${name}`, FormDefinitionSchema));
  return {
    region: parseFile(folder, 'region.json', RegionSchema),
    forms: new Map(forms.map((form) => [form.service.slug, form])),
    catalogue: parseFile(folder, 'catalogue.json', CatalogueSchema),
    calendar: parseFile(folder, 'calendar.json', CalendarSchema),
    offices: existsSync(join(folder, 'offices.json'))
      ? parseFile(folder, 'offices.json', OfficeHoursSchema)
      : {},
  };
}

/** Parses a JSON file by a schema. */
const parseFile = <S extends v.GenericSchema>(folder: string, name: string, schema: S) =>
  readPortalFile(folder, name, (path) => v.parse(schema, JSON.parse(readFileSync(path, 'utf8'))));

/** Reads a file or folder by `reader`. Turns each error into one that names the path. */
function readPortalFile<T>(folder: string, name: string, reader: (path: string) => T): T {
  const path = join(folder, name);
  try {
    return reader(path);
  } catch (cause) {
    throw new Error(`Данные портала не читаются: ${path}. Запустите портал так: npm run sandbox`, { cause });
  }
}
