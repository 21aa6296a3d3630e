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
import { RegionSchema } from '../../widgets/contract/region/schemas.ts';
import { CalendarSchema } from '../../widgets/deadlines/calendar.ts';
import type { Agency } from '../catalogue/agency.ts';
import type { Collection } from '../catalogue/collections.ts';
import { formDefinition } from '../catalogue/form.ts';
import { entriesOf, readContent, type Facts } from './content.ts';

/**
 * Writes what the widgets and the portal know of the catalogue: `region.json`, `forms/<service>.json`, `catalogue.json`, `calendar.json` and
 * `addresses/districts.json` below `out`. The same content gives the same bytes. Throws before anything is written when a content file is not as its
 * schema says.
 */
export function writePortalData(content: string, out: string): void {
  const files = readContent(content);
  const services = bySlug(files, 'services');
  const forms = bySlug(files, 'forms');
  const agencies = new Map(
    entriesOf(files, 'agencies').map(({ slug, facts }) => [slug, contactOf(slug, facts)]),
  );
  const years = entriesOf(files, 'calendar').map(({ facts }) => facts);

  const written = new Map<string, string>();
  const write = <S extends v.GenericSchema>(name: string, schema: S, data: v.InferInput<S>) => {
    written.set(name, `${JSON.stringify(v.parse(schema, data))}\n`);
  };
  for (const [slug, form] of forms) {
    const service = found(services, slug, `forms/${slug}`);
    const agency = found(agencies, service.agency, `services/${slug}`);
    write(`forms/${slug}.json`, FormDefinitionSchema, formDefinition(slug, form, service, agency));
  }
  write('catalogue.json', CatalogueSchema, {
    services: [...services].map(([slug, { title, short, agency }]) => ({
      slug,
      title,
      short,
      agency,
      form: forms.has(slug),
    })),
    agencies: [...agencies.values()],
  });
  write(
    'calendar.json',
    CalendarSchema,
    Object.fromEntries(
      years.map(({ year, daysOff, workingDays }) => [String(year), { daysOff, workingDays }]),
    ),
  );
  const [region] = entriesOf(files, 'region');
  if (!region) throw new Error('content/region.yaml: нет этого файла');
  const { code, name, genitive, timeZone, contact } = region.facts;
  write('region.json', RegionSchema, { code, name, genitive, timeZone, phone: contact.phone });
  const districts = entriesOf(files, 'municipalities').map(({ slug, facts }) => [slug, facts.kladr] as const);
  write('addresses/districts.json', v.record(v.string(), v.string()), Object.fromEntries(districts));

  rmSync(join(out, 'forms'), { recursive: true, force: true });
  for (const folder of ['forms', 'addresses']) mkdirSync(join(out, folder), { recursive: true });
  for (const [name, text] of written) writeFileSync(join(out, name), text);
}

/** The facts of a collection, by the names of its files. */
const bySlug = <C extends Collection>(
  files: ReadonlyMap<string, string>,
  collection: C,
): Map<string, Facts<C>> => new Map(entriesOf(files, collection).map(({ slug, facts }) => [slug, facts]));

function found<T>(entries: ReadonlyMap<string, T>, slug: string, from: string): T {
  const entry = entries.get(slug);
  if (entry === undefined)
    throw new Error(
      `content/${from}: нет файла «${slug}», на который он ссылается. Запустите npm run content:check`,
    );
  return entry;
}

function contactOf(slug: string, { title, phones, address }: Agency): AgencyContact {
  const phone = (phones.find(({ checked }) => checked) ?? phones[0])?.number;
  return {
    slug,
    title,
    ...(phone !== undefined && { phone }),
    address: address.postcode === undefined ? address.line : `${address.postcode}, ${address.line}`,
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: {
      content: { type: 'string', default: 'content' },
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
