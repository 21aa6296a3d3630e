import type { Distribution } from './distribution.ts';
import { ImportError } from './import-error.ts';
import { addKladrHouses } from './kladr-houses.ts';
import { currentObjects } from './kladr-objects.ts';
import { digitsOrEmpty, missingTableNotes, openKladrTables, type KladrTables } from './kladr-tables.ts';
import { movedObjects, type MovedObjects } from './moved-objects.ts';
import { cleanRegionRows } from './region-rows.ts';
import type { AddressRow, FormerNameRow, ReportProgress, RegionRows, AddressDataset } from './dataset.ts';
import type { Tally } from './tally.ts';

/** Reads the tables of the official КЛАДР; only `region` (two digits) where it is given. */
export async function readKladr(
  files: Distribution,
  region: string,
  progress: ReportProgress,
): Promise<AddressDataset> {
  const tables = await openKladrTables(files, progress);
  const { localities, streets, read } = tables;
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
    longForms: typesOf(tables),
    regions: readRegions(),
    rowsRead: read,
    rowsSkipped: skipped,
    notes,
  };
}

/** Reads the rows of one region after another. */
class RegionReader {
  /** Of the regions that there are. */
  readonly codes: string[];
  readonly skipped: Tally = new Map();
  readonly #tables: KladrTables;
  readonly #moved: MovedObjects;
  /** The rows of each table by region. */
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
    const all = new Set(Object.values(this.#rows).flatMap((rows) => [...rows.keys()]));
    this.codes = region ? [region] : [...all].sort();
    this.#moved = movedObjects(tables, region);
  }

  readRegion(code: string): RegionRows {
    const { houses } = this.#tables;
    const { skipped } = this;
    const former = this.#moved.former.get(code) ?? [];
    const localities = this.#localities(code, former);
    const streets = this.#streets(code, former);
    const ownerOf = (street: string) =>
      street.endsWith('0000') ? localities.get(street.slice(0, 11)) : streets.get(street);
    if (houses) addKladrHouses(houses, this.#rows.houses.get(code) ?? [], { ownerOf, skipped });
    return cleanRegionRows({ region: code, localities, streets, former, skipped });
  }

  #localities(code: string, former: FormerNameRow[]) {
    const { localities } = this.#tables;
    return currentObjects(localities, this.#rows.localities.get(code) ?? [], {
      length: 13,
      makeRow: (row, at) => ({ ...row, status: Number(digitsOrEmpty(localities.text(at, 'STATUS'), 1)) }),
      movedCodes: this.#moved.codes,
      former,
      skipped: this.skipped,
    });
  }

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

function typesOf({ types: socrbase }: KladrTables): AddressDataset['longForms'] {
  const types: AddressDataset['longForms'] = new Map();
  for (const row of socrbase?.rows() ?? []) {
    const [short, long] = [socrbase?.text(row, 'SCNAME'), socrbase?.text(row, 'SOCRNAME')];
    // From level 6 on these are types of houses and flats.
    if (short && long && Number(socrbase?.text(row, 'LEVEL')) < 6) types.set(short, long.toLowerCase());
  }
  return types;
}
