import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import * as v from 'valibot';

import {
  CatalogueSchema,
  FormDefinitionSchema,
  type AgencyContact,
} from '../../widgets/contract/forms/schemas.ts';
import { OfficeHoursSchema, RegionSchema } from '../../widgets/contract/region/schemas.ts';
import { ServiceVisitSchema } from '../../widgets/contract/visits/schemas.ts';
import { CalendarSchema } from '../../widgets/deadlines/calendar.ts';
import type { Agency } from '../catalogue/agency.ts';
import type { Collection, ContentData } from '../catalogue/collections.ts';
import { formDefinition } from '../catalogue/form.ts';
import { officeHours, weeklyHours } from '../catalogue/hours.ts';
import { portalRegion } from '../catalogue/region.ts';
import { visitAdvice } from '../catalogue/visit.ts';
import { weekInWords } from '../catalogue/wording.ts';
import { contentFolder } from '../content/folder.ts';
import { readEntries, readRegion } from '../content/read.ts';

/**
 * Writes what the widgets and the portal know of the catalogue: `region.json`, `forms/<service>.json`, `catalogue.json`,
 * `calendar.json`, `offices.json` and `addresses/districts.json` below `out`. The same content gives the same bytes. Throws before anything is
 * written if a content file does not fit its schema.
 */
export function writePortalData(content: string, out: string): void {
  const files = {
    ...catalogueFiles(content),
    'calendar.json': calendarJson(content),
    'offices.json': toContractJson(
      OfficeHoursSchema,
      officeHours(dataById('agencies', content), readRegion(content)),
    ),
    'region.json': toContractJson(RegionSchema, portalRegion(readRegion(content))),
    'addresses/districts.json': districtsJson(content),
  };
  rmSync(join(out, 'forms'), { recursive: true, force: true });
  for (const folder of ['forms', 'addresses']) mkdirSync(join(out, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(out, name), text);
}

/** `forms/<service>.json`: the form, and what a visit to the agency needs. */
const FormFileSchema = v.object({
  ...FormDefinitionSchema.entries,
  visit: ServiceVisitSchema.entries.visit,
});

/** `catalogue.json` with the services and agencies, and a `forms/<service>.json` for each form: contents by name. */
function catalogueFiles(content: string): Record<string, string> {
  const services = dataById('services', content);
  const forms = dataById('forms', content);
  const agencies = dataById('agencies', content);
  const region = readRegion(content);
  const definitions = [...forms].map(([slug, form]) => {
    const service = requireEntry(services, slug, `forms/${slug}`);
    const agency = requireEntry(agencies, service.agency, `services/${slug}`);
    const definition = formDefinition(form, {
      slug,
      service,
      agency: contactOf(service.agency, agency, region),
    });
    const visit = visitAdvice(service, agency);
    return [`forms/${slug}.json`, toContractJson(FormFileSchema, { ...definition, visit })] as const;
  });
  const catalogue = {
    services: [...services].map(([slug, { title, short, agency }]) => ({
      slug,
      title,
      short,
      agency,
      form: forms.has(slug),
    })),
    agencies: [...agencies].map(([slug, agency]) => contactOf(slug, agency, region)),
  };
  return { ...Object.fromEntries(definitions), 'catalogue.json': toContractJson(CatalogueSchema, catalogue) };
}

/** Days off and working weekends of every year: `{ '2026': { daysOff: […], workingDays: […] } }`. */
function calendarJson(content: string): string {
  const years = readEntries('calendar', content).map(
    ({ data: { year, daysOff, workingDays } }) => [String(year), { daysOff, workingDays }] as const,
  );
  return toContractJson(CalendarSchema, Object.fromEntries(years));
}

/** The КЛАДР code of every municipality: `{ biysk: '2200000400000' }`. */
function districtsJson(content: string): string {
  const codes = readEntries('municipalities', content).map(({ id, data }) => [id, data.kladr] as const);
  return toContractJson(v.record(v.string(), v.string()), Object.fromEntries(codes));
}

/** Writes data as JSON. Throws if they do not fit the schema of the contract. */
const toContractJson = <S extends v.GenericSchema>(schema: S, data: v.InferInput<S>): string =>
  `${JSON.stringify(v.parse(schema, data))}\n`;

/** The facts of all files of a collection, by the name of the file: `detskiy-sad`. */
const dataById = <C extends Collection>(collection: C, content: string): Map<string, ContentData<C>> =>
  new Map(readEntries(collection, content).map(({ id, data }) => [id, data]));

/** Finds an entry that the file `from` names. Throws if there is none. */
function requireEntry<T>(entries: ReadonlyMap<string, T>, slug: string, from: string): T {
  const entry = entries.get(slug);
  if (entry === undefined)
    throw new Error(
      `content/${from}: нет файла «${slug}», на который он ссылается. Запустите npm run content:check`,
    );
  return entry;
}

/**
 * What a widget shows of an agency. The telephone is the first one that has been checked, or else the first one. A postcode
 * stands before the address.
 */
function contactOf(
  slug: string,
  { title, phones, address, hours }: Agency,
  region: Parameters<typeof weeklyHours>[1],
): AgencyContact {
  const phone = (phones.find(({ checked }) => checked) ?? phones[0])?.number;
  return {
    slug,
    title,
    ...(phone !== undefined && { phone }),
    address: address.postcode === undefined ? address.line : `${address.postcode}, ${address.line}`,
    hours: weekInWords(weeklyHours(hours.value, region)),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      content: { type: 'string', default: contentFolder() },
      out: { type: 'string', default: 'dist/widgets' },
    },
  });
  try {
    writePortalData(values.content, values.out);
    console.log(`Данные для портала и виджетов: ${values.out}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
