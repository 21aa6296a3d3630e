import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

import {
  agencyRecord,
  guideRecord,
  placeRecord,
  recordHtml,
  serviceRecord,
  termRecord,
  wordsOf,
  type SearchRecord,
} from '../search/records.ts';
import { entriesOf, readContent } from './content.ts';

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
        const records = recordsOf(content);
        await writeIndex(records, join(fileURLToPath(dir), 'search', 'index'));
        logger.info(`${records.length} records`);
      },
    },
  };
}

function recordsOf(folder: string): SearchRecord[] {
  const files = readContent(folder);
  const synonyms = entriesOf(files, 'search/synonyms').flatMap(({ facts }) => facts);
  const municipalities = new Map(
    entriesOf(files, 'municipalities').map(({ slug, facts }) => [slug, facts.title]),
  );
  return [
    ...entriesOf(files, 'services').map((service) => serviceRecord(service, synonyms)),
    ...entriesOf(files, 'agencies').map((agency) => agencyRecord(agency, synonyms)),
    ...entriesOf(files, 'places').map((place) =>
      placeRecord(place, municipalities.get(place.facts.municipality) ?? ''),
    ),
    ...entriesOf(files, 'guide').map(guideRecord),
    ...entriesOf(files, 'glossary').map(termRecord),
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
