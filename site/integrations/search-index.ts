import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import * as v from 'valibot';
import { parse } from 'yaml';

import { splitFrontMatter } from '../catalogue/check.ts';
import { COLLECTIONS } from '../catalogue/collections.ts';
import { SynonymsSchema } from '../catalogue/search.ts';
import {
  agencyRecord,
  guideRecord,
  placeRecord,
  recordHtml,
  serviceRecord,
  termRecord,
  wordsOf,
  type SearchRecord,
  type Source,
} from '../search/records.ts';
import { readContent } from './content-check.ts';

/** Of Pagefind's files only those that the search page loads; its own user interfaces stay out. */
const NEEDED =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_meta|wasm\.ru\.pagefind|(?:fragment|index|filter)\/.*)$/;

/** Writes the index of the search into `/search/index/`. */
export function searchIndex(): AstroIntegration {
  let content = '';
  return {
    name: 'okno:search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        content = fileURLToPath(new URL('content', config.root));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const records = await recordsOf(content);
        await writeIndex(records, join(fileURLToPath(dir), 'search', 'index'));
        logger.info(`${records.length} records`);
      },
    },
  };
}

async function recordsOf(folder: string): Promise<SearchRecord[]> {
  const files = readContent(folder);
  const all = <S extends v.GenericSchema>(collection: string, schema: S): Source<v.InferOutput<S>>[] =>
    [...files]
      .filter(([file]) => file.startsWith(`${collection}/`))
      .map(([file, text]) => {
        const { yaml, body } = splitFrontMatter(text) ?? { yaml: text, body: '' };
        return { slug: file.replace(/^.*\/|\.[a-z]+$/g, ''), facts: v.parse(schema, parse(yaml)), body };
      });
  const synonyms = v.parse(
    SynonymsSchema,
    parse(await readFile(join(folder, 'search', 'synonyms.yaml'), 'utf8')),
  );
  const municipalities = new Map(
    all('municipalities', COLLECTIONS.municipalities.schema).map(({ slug, facts }) => [slug, facts.title]),
  );
  return [
    ...all('services', COLLECTIONS.services.schema).map((service) => serviceRecord(service, synonyms)),
    ...all('agencies', COLLECTIONS.agencies.schema).map((agency) => agencyRecord(agency, synonyms)),
    ...all('places', COLLECTIONS.places.schema).map((place) =>
      placeRecord(place, municipalities.get(place.facts.municipality) ?? ''),
    ),
    ...all('guide', COLLECTIONS.guide.schema).map(guideRecord),
    ...all('glossary', COLLECTIONS.glossary.schema).map(termRecord),
  ];
}

async function writeIndex(records: readonly SearchRecord[], out: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'ru' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const record of records) {
    const added = await index.addHTMLFile({ url: record.url, content: recordHtml(record) });
    if (added.errors.length) throw new Error(`Pagefind, ${record.url}: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  for (const { path, content } of files) {
    if (!NEEDED.test(path)) continue;
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), content);
  }
  await writeFile(join(out, 'words.json'), JSON.stringify(wordsOf(records)));
  await close();
}
