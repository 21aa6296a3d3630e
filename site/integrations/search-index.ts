import { join } from 'node:path';
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
import type { OutputFolder } from './output-folder.ts';

/** The files of Pagefind that the search page loads. Its own user interfaces are not needed. */
const NEEDED_FILES =
  /^(?:pagefind(?:-worker)?\.js|pagefind-entry\.json|.*\.pf_meta|wasm\.ru\.pagefind|(?:fragment|index|filter)\/.*)$/;
/** A file with the text of one page. Before its JSON stands a mark. */
const FRAGMENT = /^fragment\/(.*)\.pf_fragment$/;
const FRAGMENT_MARK_LENGTH = 'pagefind_dcd'.length;

/** Writes the search index into `/search/index/` of the build: our own files (`index-format.ts`) and Pagefind's. */
export function searchIndex(output: OutputFolder): AstroIntegration {
  return {
    name: 'okno:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const from = join(contentFolder(), 'addresses');
        const searchable = readSearchable(await readSettlements(from));
        const out = join(fileURLToPath(dir), 'search', 'index');
        for (const [name, content] of await searchFiles(searchable)) output.write(join(out, name), content);
        logger.info(`${searchable.records.length} records`);
      },
    },
  };
}

/** The files of the search index of these records, by their names. */
export async function searchFiles(searchable: Searchable): Promise<Map<string, string | Uint8Array>> {
  const files = await pagefindFiles(searchable.records);
  const fragmentOf = new Map<string, string>();
  for (const [name, content] of files) {
    const fragment = FRAGMENT.exec(name)?.[1];
    if (!fragment) continue;
    const text = gunzipSync(content).subarray(FRAGMENT_MARK_LENGTH).toString('utf8');
    fragmentOf.set((JSON.parse(text) as { url: string }).url, fragment);
  }
  return new Map<string, string | Uint8Array>([...files, ...buildIndex(searchable, fragmentOf)]);
}

/** Has Pagefind index the records. Gives its files by their names. */
async function pagefindFiles(records: readonly SearchRecord[]): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: 'ru' });
  if (!index) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const record of records) {
    const added = await index.addHTMLFile({ url: record.url, content: recordHtml(record) });
    if (added.errors.length) throw new Error(`Pagefind, ${record.url}: ${added.errors.join('; ')}`);
  }
  const { files } = await index.getFiles();
  await close();
  return new Map(
    files.filter(({ path }) => NEEDED_FILES.test(path)).map(({ path, content }) => [path, content]),
  );
}
