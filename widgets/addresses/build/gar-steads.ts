import type { GarHouse } from './gar-houses.ts';
import type { GarTables } from './gar-tables.ts';
import { addToTally, type Tally } from './tally.ts';

/** Longest number of a stead: a longer one is a description or a cadastral number. */
const MAX_NUMBER_LENGTH = 12;

/** Adds the steads («земельные участки») of a region to its houses: `уч5`. ГАР numbers all objects together, so no id is there twice. */
export async function readGarSteads(
  tables: GarTables,
  region: string,
  { houses, skipped }: { houses: Map<string, GarHouse>; skipped: Tally },
): Promise<void> {
  await tables.readTable({ name: `${region}/AS_STEADS`, root: 'STEADS', startShare: 0.25 }, (row) => {
    if (row['ISACTUAL'] !== '1' || row['ISACTIVE'] !== '1') return;
    const number = (row['NUMBER'] ?? '').replace(/[\s,]+/g, '');
    if (row['OBJECTID'] && /^\d/.test(number) && number.length <= MAX_NUMBER_LENGTH)
      houses.set(row['OBJECTID'], { number: `уч${number}` });
    else addToTally(skipped, 'участков без номера');
  });
}
