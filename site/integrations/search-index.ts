import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { readSettlements } from '../../widgets/addresses/build/settlements.ts';
import { contentFolder } from '../content/folder.ts';
import { readSearchable, type Searchable } from '../search/all-records.ts';
import { buildIndex } from '../search/build-index.ts';

/** Writes the search index (`index-format.ts`) into `/search/index/` of the build. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'okno:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const from = join(contentFolder(), 'addresses');
        const searchable = readSearchable(await readSettlements(from));
        writeSearchIndex(searchable, join(fileURLToPath(dir), 'search', 'index'));
        logger.info(`${searchable.records.length} records`);
      },
    },
  };
}

/** Writes the index of these records into the folder `out`. */
export function writeSearchIndex(searchable: Searchable, out: string): void {
  for (const [name, content] of buildIndex(searchable)) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), content);
  }
}
