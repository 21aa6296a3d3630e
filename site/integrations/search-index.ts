import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AstroIntegration } from 'astro';

import { readSettlements } from '../../widgets/addresses/build/settlements.ts';
import { contentFolder } from '../content/folder.ts';
import { readSearchable } from '../search/all-records.ts';
import { buildIndex } from '../search/build-index.ts';
import type { OutputFolder } from './output-folder.ts';

/** Writes the search index (`index-format.ts`) into `/search/index/` of the build. */
export function searchIndex(output: OutputFolder): AstroIntegration {
  return {
    name: 'okno:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const from = join(contentFolder(), 'addresses');
        const searchable = readSearchable(await readSettlements(from));
        const out = join(fileURLToPath(dir), 'search', 'index');
        for (const [name, content] of buildIndex(searchable)) output.write(join(out, name), content);
        logger.info(`${searchable.records.length} records`);
      },
    },
  };
}
