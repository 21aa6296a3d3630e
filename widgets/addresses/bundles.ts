import { bundleOf, type Region } from './region.ts';

/** So many bytes of street files may be fetched where neither place nor street was found. */
const MOST_BYTES = 16 * 1024;

/** The first of the bundles, as many as may be fetched on suspicion. */
export function affordable(region: Region, keys: string[]): string[] {
  let bytes = 0;
  return keys.filter((key) => (bytes += region.bundles.get(key)?.size ?? 0) <= MOST_BYTES);
}

/** A full code says what lies in it by the part before its empty levels and its status. */
export function prefixOf(code: string): string {
  if (code.length !== 13) return code;
  const [, prefix = code] = /^(\d{2}(?:\d{3})*?)(?:000)*\d{2}$/.exec(code) ?? [];
  return prefix;
}

/** The street files to look in where no locality is named: what lies `within`, else the region's centre; the largest first. */
export function usualBundles(region: Region, within: string): string[] {
  const centre = region.localities.find(({ status }) => status > 1);
  const first = centre && !within ? bundleOf(centre) : '';
  return [...region.bundles]
    .filter(([key]) => key.startsWith(within) || within.startsWith(key))
    .sort(([a, { size }], [b, other]) => Number(b === first) - Number(a === first) || other.size - size)
    .map(([key]) => key);
}
