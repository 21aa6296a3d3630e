import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AddressDataset, RegionRows } from './dataset.ts';
import { ImportError } from './import-error.ts';
import { INVALID_ROW, REPEATED_CODE } from './kladr-tables.ts';

/** A file beside the manifest that only the next import reads: region → how much of everything the index has. */
export const COUNTS_FILE = 'counts.json';

/** What is counted, and how a message names it. */
const NAMES = { localities: 'мест', streets: 'улиц', houses: 'домов' };
/** How much of everything a region has. */
export type RegionCounts = Record<keyof typeof NAMES, number>;

/** Counts what a region has. A range of houses («1-29») counts as one. */
export function countsOf({ localities, streets }: RegionRows): RegionCounts {
  let houses = 0;
  for (const row of [...localities, ...streets])
    for (const { list } of row.houses) houses += list.split(',').length;
  return { localities: localities.length, streets: streets.length, houses };
}

/** The counts of the index in a folder; none if there is no index, or one of an older version. */
export function readCounts(folder: string): Record<string, Partial<RegionCounts>> {
  try {
    return JSON.parse(readFileSync(join(folder, COUNTS_FILE), 'utf8')) as Record<string, RegionCounts>;
  } catch {
    return {}; // a damaged file must not keep anyone from replacing the index
  }
}

/** End of messages about imports that are refused, but may be right. */
const HINT = 'подсказки остались прежними (если так и надо, добавьте --force)';
/** Largest share of rows that may be wrong. Real tables have a few in a thousand. */
const MAX_WRONG_SHARE = 0.1;

/** Throws an `ImportError` if many rows of КЛАДР are wrong or repeat codes, or if there are streets but no current one. */
export function checkRows({
  rowsRead,
  rowsSkipped,
  streets,
}: Pick<AddressDataset, 'rowsRead' | 'rowsSkipped'> & { streets: number }): void {
  const total = [...rowsRead.values()].reduce((sum, count) => sum + count, 0);
  for (const reason of [INVALID_ROW, REPEATED_CODE]) {
    const count = rowsSkipped.get(reason) ?? 0;
    if (count > total * MAX_WRONG_SHARE)
      throw new ImportError(`Слишком много ${reason}: ${count} из ${total}, ${HINT}.`);
  }
  const streetTable = [...rowsRead.keys()].find((file) => /^street/i.test(file));
  if (streetTable && streets === 0)
    throw new ImportError(`${streetTable}: нет ни одной действующей улицы, ${HINT}.`);
}

/**
 * Throws an `ImportError` if a region has lost half of its localities, streets or houses against the index that would be replaced,
 * or is not there any more: the files are then more likely broken than right.
 */
export function checkShrinkage(old: ReturnType<typeof readCounts>, now: Record<string, RegionCounts>): void {
  for (const [region, before] of Object.entries(old))
    for (const [key, name] of Object.entries(NAMES) as [keyof RegionCounts, string][]) {
      const [count = 0, left = 0] = [before[key], now[region]?.[key]];
      if (count > 0 && left * 2 <= count)
        throw new ImportError(`В регионе ${region} ${name} было ${count}, а стало бы ${left}: ${HINT}.`);
    }
}
