import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import * as v from 'valibot';
import { parse } from 'yaml';

import { CatalogueSchema, FormDefinitionSchema, type AgencyContact } from '../../widgets/contract/form.ts';
import { CalendarSchema } from '../../widgets/deadlines/calendar.ts';
import { AgencySchema, type Agency } from '../catalogue/agency.ts';
import { CalendarYearSchema } from '../catalogue/calendar.ts';
import { splitFrontMatter } from '../catalogue/check.ts';
import { FormSchema, formDefinition } from '../catalogue/form.ts';
import { ServiceSchema } from '../catalogue/service.ts';
import { readContent } from './content-check.ts';

/**
 * Writes what the widgets and the portal know of the catalogue: `forms/<service>.json`, `catalogue.json` and `calendar.json`
 * below `out`. The same content gives the same bytes. Throws before anything is written when a content file is not as its
 * schema says.
 */
export function writePortalData(content: string, out: string): void {
  const files = readContent(content);
  const services = readAll(files, 'services', ServiceSchema);
  const forms = readAll(files, 'forms', FormSchema);
  const agencies = new Map(
    [...readAll(files, 'agencies', AgencySchema)].map(([slug, agency]) => [slug, contactOf(slug, agency)]),
  );
  const years = [...readAll(files, 'calendar', CalendarYearSchema).values()];

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

  rmSync(join(out, 'forms'), { recursive: true, force: true });
  mkdirSync(join(out, 'forms'), { recursive: true });
  for (const [name, text] of written) writeFileSync(join(out, name), text);
}

/** The facts of every file of one folder of the content, by slug. */
function readAll<S extends v.GenericSchema>(
  files: ReadonlyMap<string, string>,
  folder: string,
  schema: S,
): Map<string, v.InferOutput<S>> {
  const entries = new Map<string, v.InferOutput<S>>();
  for (const [file, text] of files) {
    const [, slug] = file.startsWith(`${folder}/`) ? (/([^/]+)\.[a-z]+$/.exec(file) ?? []) : [];
    if (slug === undefined) continue;
    const parsed = v.safeParse(
      schema,
      parse(file.endsWith('.md') ? (splitFrontMatter(text)?.yaml ?? '') : text),
    );
    if (!parsed.success)
      throw new Error(
        `content/${file}: ${v.getDotPath(parsed.issues[0]) ?? 'файл не читается'}. Запустите npm run content:check`,
      );
    entries.set(slug, parsed.output);
  }
  return entries;
}

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
