import type { Distribution } from './distribution.ts';
import { ImportError } from './import-error.ts';
import { addKladrHouses } from './kladr-houses.ts';
import { currentObjects } from './kladr-objects.ts';
import { digitsOrEmpty, missingTableNotes, openKladrTables, type KladrTables } from './kladr-tables.ts';
import { movedObjects, type MovedObjects } from './moved-objects.ts';
import { cleanRegionRows } from './region-rows.ts';
import type { AddressRow, FormerNameRow, ReportProgress, RegionRows, AddressDataset } from './dataset.ts';
import type { Tally } from './tally.ts';

/**
 * Reads the tables of КЛАДР. `region`: two digits, to read only this one; or empty, for all. Rejects with an `ImportError` if the
 * tables cannot be used.
 */
export async function readKladr(
  files: Distribution,
  region: string,
  progress: ReportProgress,
): Promise<AddressDataset> {
  const tables = await openKladrTables(files, progress);
  const { localities, streets, rowCounts } = tables;
  const reader = new RegionReader(tables, region);
  const skipped = reader.skipped;
  function* readRegions(): Generator<RegionRows> {
    for (const [i, code] of reader.codes.entries()) {
      progress(`регион ${code}`, i / reader.codes.length);
      const rows = reader.readRegion(code);
      if (rows.localities.length) yield rows;
    }
  }
  const date = [localities.date, streets?.date ?? ''].sort().at(-1) ?? '';
  const notes = missingTableNotes(tables);
  return {
    date,
    longForms: longFormsOf(tables),
    regions: readRegions(),
    rowsRead: rowCounts,
    rowsSkipped: skipped,
    notes,
  };
}

/** Reads the rows of one region at a time. */
class RegionReader {
  /** Codes of the regions to read, sorted; `''` for rows without a region code. */
  readonly codes: string[];
  /** Reason → number of rows that were left out so far. */
  readonly skipped: Tally = new Map();
  readonly #tables: KladrTables;
  /** Removed objects that became others. */
  readonly #moved: MovedObjects;
  /** Table → region → numbers of its rows. */
  readonly #rows: Record<'localities' | 'streets' | 'houses', Map<string, Int32Array>>;

  constructor(tables: KladrTables, region: string) {
    const { localities, streets, houses } = tables;
    this.#tables = tables;
    this.#rows = {
      localities: localities.rowsByRegion('CODE'),
      streets: streets?.rowsByRegion('CODE') ?? new Map<string, Int32Array>(),
      houses: houses?.rowsByRegion('CODE') ?? new Map<string, Int32Array>(),
    };
    if (region && !this.#rows.localities.has(region))
      throw new ImportError(`В KLADR.DBF нет региона ${region}.`);
    const allCodes = new Set(Object.values(this.#rows).flatMap((rows) => [...rows.keys()]));
    this.codes = region ? [region] : [...allCodes].sort();
    this.#moved = movedObjects(tables, region);
  }

  /** The rows of a region, sorted and cleaned. */
  readRegion(code: string): RegionRows {
    const { houses } = this.#tables;
    const { skipped } = this;
    const former = this.#moved.former.get(code) ?? [];
    const localities = this.#localities(code, former);
    const streets = this.#streets(code, former);
    const ownerOf = (streetCode: string) =>
      streetCode.endsWith('0000') ? localities.get(streetCode.slice(0, 11)) : streets.get(streetCode);
    if (houses) addKladrHouses(houses, this.#rows.houses.get(code) ?? [], { ownerOf, skipped });
    return cleanRegionRows({ region: code, localities, streets, former, skipped });
  }

  /** The current localities of a region. Adds their former names to `former`. */
  #localities(code: string, former: FormerNameRow[]) {
    const { localities } = this.#tables;
    return currentObjects(localities, this.#rows.localities.get(code) ?? [], {
      length: 13,
      makeRow: (row, rowNumber) => ({
        ...row,
        status: Number(digitsOrEmpty(localities.text(rowNumber, 'STATUS'), 1)),
      }),
      movedCodes: this.#moved.codes,
      former,
      skipped: this.skipped,
    });
  }

  /** The current streets of a region; none without STREET.DBF. Adds their former names to `former`. */
  #streets(code: string, former: FormerNameRow[]) {
    const { streets } = this.#tables;
    const rows = this.#rows.streets.get(code) ?? [];
    const { codes: movedCodes } = this.#moved;
    const options = {
      length: 17,
      makeRow: (row: AddressRow) => row,
      movedCodes,
      former,
      skipped: this.skipped,
    };
    return streets ? currentObjects(streets, rows, options) : new Map<string, AddressRow>();
  }
}

/** Short form → long form of the types in SOCRBASE. */
function longFormsOf({ types }: KladrTables): AddressDataset['longForms'] {
  const longForms: AddressDataset['longForms'] = new Map();
  for (const row of types?.rows() ?? []) {
    const [short, long] = [types?.text(row, 'SCNAME'), types?.text(row, 'SOCRNAME')];
    // From level 6 on these are types of houses and flats.
    if (short && long && Number(types?.text(row, 'LEVEL')) < 6) longForms.set(short, long.toLowerCase());
  }
  return longForms;
}
