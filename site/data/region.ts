import type { RegionContent } from '../catalogue/region.ts';
import { entriesOf } from './entries.ts';

/** The region that the catalogue serves. Throws where the content has none. */
export async function region(): Promise<RegionContent> {
  const [entry] = await entriesOf('region');
  if (!entry) throw new Error('content/region.yaml: нет этого файла');
  return entry.data;
}
