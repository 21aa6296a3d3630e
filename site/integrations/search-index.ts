import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

import { readSettlements } from '../../widgets/addresses/build/settlements.ts';
import { contentFolder } from '../content/folder.ts';
import { readSearchable, type Searchable } from '../search/all-records.ts';
import { buildIndex } from '../search/build-index.ts';
import { recordHtml } from '../search/record-html.ts';
import type { SearchRecord } from '../search/records.ts';

/** The files of Pagefind that the search page loads. Its own user interfaces are not needed. */
const NEEDED_FILES =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_meta|wasm\.ru\.pagefind|(?:fragment|index|filter)\/.*)$/;
/** A file with the text of one page. Before its JSON stands a mark. */
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;
const FRAGMENT_MARK_LENGTH = 'pagefind_dcd'.length;

/** Writes the search index into `/search/index/` of the build: our own files (`index-format.ts`) and Pagefind's. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'okno:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const from = join(contentFolder(), 'addresses');
        const searchable = readSearchable(await readSettlements(from));
        await writeSearchIndex(searchable, join(fileURLToPath(dir), 'search', 'index'));
        logger.info(`${searchable.records.length} records`);
      },
    },
  };
}

/** Writes the index of these records into the folder `out`. */
export async function writeSearchIndex(searchable: Searchable, out: string): Promise<void> {
  const fragmentOf = await writePagefind(searchable.records, out);
  for (const [name, content] of buildIndex(searchable, fragmentOf)) await writeInto(out, name, content);
}

/** Has Pagefind index the records, and writes its files. Gives the fragment of each page by its address. */
async function writePagefind(records: readonly SearchRecord[], out: string): Promise<Map<string, string>> {
  const { index, errors } = await createIndex({ forceLanguage: 'ru' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const record of records) {
    const added = await index.addHTMLFile({ url: record.url, content: recordHtml(record) });
    if (added.errors.length) throw new Error(`Pagefind, ${record.url}: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  const fragmentOf = new Map<string, string>();
  for (const { path, content } of files) {
    if (!NEEDED_FILES.test(path)) continue;
    const name = FRAGMENT.exec(path)?.[1];
    if (name) {
      const text = gunzipSync(content).subarray(FRAGMENT_MARK_LENGTH).toString('utf8');
      fragmentOf.set((JSON.parse(text) as { url: string }).url, name);
    }
    await writeInto(out, path, content);
  }
  await close();
  return fragmentOf;
}

async function writeInto(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}
