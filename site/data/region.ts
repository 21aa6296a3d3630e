import type { RegionContent } from '../catalogue/region.ts';
import { collectionEntries } from './entries.ts';

/** The region that the catalogue serves. Throws an `Error` in Russian if the content has none. */
export async function catalogueRegion(): Promise<RegionContent> {
  const [entry] = await collectionEntries('region');
  if (!entry) throw new Error('content/region.yaml: нет этого файла');
  return entry.data;
}
