import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { RegionContent } from '../catalogue/region.ts';
import { report } from '../content/fault.ts';
import { contentFolder } from '../content/folder.ts';
import { readFile } from '../content/read.ts';

/** The region that the catalogue serves. Throws when `region.yaml` is missing or not as its schema says. */
export function region(): RegionContent {
  const file = 'region.yaml';
  const { entry, faults } = readFile(file, 'region', readFileSync(join(contentFolder(), file), 'utf8'));
  if (!entry) throw new Error(report(faults));
  return entry.data;
}
