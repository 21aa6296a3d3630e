import { COUNTRY_CODE, shardOf } from '../index/format.ts';
import type { IndexFiles } from '../index/index-files.ts';
import { decodeTowns } from '../index/word-files.ts';
import type { ParsedQuery } from '../search/request.ts';
import { TypedWord } from '../search/typed-word.ts';

/** Region → where to search if nothing is found in it: Москва (77) after Московская область, Петербург (78) after Ленинградская. */
export const FALLBACK_REGIONS: Record<string, string> = { '50': '77', '47': '78' };

/** Most regions that are searched if several have a town of the typed name. */
const MAX_REGIONS = 4;
/** Shortest word, in letters, that can name a region or a town. */
const MIN_REGION_WORD_LENGTH = 3;

/**
 * The regions that words of a line name, or whose towns they name; `queries` are the ways to read it. Only the best matches count:
 * «киров» names the two regions that have a Киров, and none that has only a Кировск. If none is named: the region of `near`, or else
 * the first of the index. `near` is a КЛАДР code, or empty.
 */
export async function chooseRegions(
  files: IndexFiles,
  queries: ParsedQuery[],
  near: string,
): Promise<string[]> {
  const { regions, towns } = await files.manifest();
  const codes = Object.keys(regions);
  const defaultRegion = codes.includes(near.slice(0, 2)) ? near.slice(0, 2) : codes[0];
  if (!towns || !defaultRegion) return codes.slice(0, 1);
  const { names, regions: regionsOfNames } = await files.readShard(
    shardOf(COUNTRY_CODE, 't', towns),
    decodeTowns,
  );
  // Region → cost of the best match in it: 0 for a whole word, more for the beginning of one.
  const bestCosts = new Map<string, number>();
  for (const word of queries.flatMap(({ words }) => words))
    if (word.length >= MIN_REGION_WORD_LENGTH)
      new TypedWord(word).scan(names, (i, cost) => {
        const region = regionsOfNames[i] ?? '';
        bestCosts.set(region, Math.min(cost, bestCosts.get(region) ?? Infinity));
      });
  const leastCost = Math.min(...bestCosts.values());
  const bestRegions = [...bestCosts].filter(([, cost]) => cost === leastCost).map(([region]) => region);
  return bestRegions.length > 0 ? bestRegions.slice(0, MAX_REGIONS) : [defaultRegion];
}

/**
 * The digits with which the КЛАДР codes of everything within an object begin: the object's code without its empty levels and its
 * status. `2200000100000`, a town, gives `22000001`; a beginning of a code, or an empty text, stays. `within` may also be a name,
 * which `districts.json` has with its code; throws a `RangeError` where it does not.
 */
export async function codePrefixOf(files: IndexFiles, within: string): Promise<string> {
  let code = within;
  if (/\D/.test(within)) {
    const codesByName = new Map(Object.entries((await files.readJson('districts.json')) ?? {}));
    code = String(codesByName.get(within) ?? '');
    if (!/^\d+$/.test(code))
      throw new RangeError(`«${within}» is neither a КЛАДР code nor a name in districts.json`);
  }
  return code.length === 13 ? code.slice(0, 11).replace(/(?:000){1,3}$/, '') : code;
}
