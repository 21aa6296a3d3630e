import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

import { readEntries } from '../content/read.ts';
import { recordHtml } from '../search/record-html.ts';
import {
  agencyRecord,
  guideRecord,
  placeRecord,
  serviceRecord,
  termRecord,
  recordVocabulary,
  type SearchRecord,
} from '../search/records.ts';

/** The files of Pagefind that the search page loads. Its own user interfaces are not needed. */
const NEEDED_FILES =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_meta|wasm\.ru\.pagefind|(?:fragment|index|filter)\/.*)$/;

/** Writes the search index into `/search/index/` of the build: Pagefind's files and `words.json`, the vocabulary. */
export function writeSearchIndex(): AstroIntegration {
  return {
    name: 'okno:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const records = allRecords();
        await writeIndex(records, join(fileURLToPath(dir), 'search', 'index'));
        logger.info(`${records.length} records`);
      },
    },
  };
}

/** A record for everything that can be found. */
function allRecords(): SearchRecord[] {
  const synonyms = readEntries('search/synonyms').flatMap(({ data }) => data);
  const municipalities = new Map(readEntries('municipalities').map(({ id, data }) => [id, data.title]));
  return [
    ...readEntries('services').map((service) => serviceRecord(service, synonyms)),
    ...readEntries('agencies').map((agency) => agencyRecord(agency, synonyms)),
    ...readEntries('places').map((place) =>
      placeRecord(place, municipalities.get(place.data.municipality) ?? ''),
    ),
    ...readEntries('guide').map(guideRecord),
    ...readEntries('glossary').map(termRecord),
  ];
}

/** Has Pagefind index the records, and writes its files and the vocabulary into `out`. */
async function writeIndex(records: readonly SearchRecord[], out: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'ru' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const record of records) {
    const added = await index.addHTMLFile({ url: record.url, content: recordHtml(record) });
    if (added.errors.length) throw new Error(`Pagefind, ${record.url}: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  for (const { path, content } of files) {
    if (!NEEDED_FILES.test(path)) continue;
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), content);
  }
  await writeFile(join(out, 'words.json'), JSON.stringify(recordVocabulary(records)));
  await close();
}
