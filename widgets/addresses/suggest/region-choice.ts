import { COUNTRY_CODE, shardOf } from '../index/format.ts';
import type { IndexFiles } from '../index/index-files.ts';
import { decodeTowns } from '../index/word-files.ts';
import type { ParsedQuery } from '../search/parse-query.ts';
import { TypedWord } from '../search/typed-word.ts';

/** Most regions that are searched if several have a town of that name. */
const MAX_REGIONS = 4;
/** Shortest word, in letters, that can name a region or a town. */
const MIN_REGION_WORD_LENGTH = 3;

/** The regions that words of the queries name, or whose towns they name. If none is named: that of `near`, or else the first. */
export async function chooseRegions(
  files: IndexFiles,
  queries: ParsedQuery[],
  near: string,
): Promise<string[]> {
  const { regions, towns } = await files.manifest();
  const all = Object.keys(regions);
  const home = all.includes(near.slice(0, 2)) ? near.slice(0, 2) : all[0];
  if (!towns || !home) return all.slice(0, 1);
  const { names, regions: regionOf } = await files.read(shardOf(COUNTRY_CODE, 't', towns), decodeTowns);
  const costs = new Map<string, number>();
  for (const word of queries.flatMap(({ words }) => words))
    if (word.length >= MIN_REGION_WORD_LENGTH)
      new TypedWord(word, false).scan(names, (i, cost) => {
        const region = regionOf[i] ?? '';
        costs.set(region, Math.min(cost, costs.get(region) ?? Infinity));
      });
  const least = Math.min(...costs.values());
  const named = [...costs].filter(([, cost]) => cost === least).map(([region]) => region);
  return named.length > 0 ? named.slice(0, MAX_REGIONS) : [home];
}

/**
 * The beginning that the КЛАДР codes of everything within a code have: the code without its empty levels and its status.
 * `2200000100000`, a town, gives `22000001`. A name (`within` is no number) is looked up in `districts.json`; throws a `RangeError`
 * if it is not there.
 */
export async function codePrefixOf(files: IndexFiles, within: string): Promise<string> {
  let code = within;
  if (/\D/.test(within)) {
    const codesByName = new Map(Object.entries((await files.json('districts.json')) ?? {}));
    code = String(codesByName.get(within) ?? '');
    if (!/^\d+$/.test(code))
      throw new RangeError(`«${within}» is neither a КЛАДР code nor a name in districts.json`);
  }
  return code.length === 13 ? code.slice(0, 11).replace(/(?:000){1,3}$/, '') : code;
}
