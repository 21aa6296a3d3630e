import type { Distribution } from './distribution.ts';
import { ImportError } from './import-error.ts';
import { addHouses } from './kladr-houses.ts';
import { currentObjects } from './kladr-objects.ts';
import { digits, notesOn, openTables, type Tables } from './kladr-tables.ts';
import { movedObjects, type MovedObjects } from './moved-objects.ts';
import { regionRows } from './region-rows.ts';
import type { AddressRow, FormerRow, Progress, RegionRows, Source } from './source.ts';
import type { Tally } from './tally.ts';

/** Reads the tables of the official КЛАДР; only `region` (two digits) where it is given. */
export async function readKladr(files: Distribution, region: string, progress: Progress): Promise<Source> {
  const tables = await openTables(files, progress);
  const { localities, streets, read } = tables;
  const reader = new RegionReader(tables, region);
  const skipped = reader.skipped;
  function* readRegions(): Generator<RegionRows> {
    for (const [i, code] of reader.codes.entries()) {
      progress(`регион ${code}`, i / reader.codes.length);
      const rows = reader.read(code);
      if (rows.localities.length) yield rows;
    }
  }
  const date = [localities.date, streets?.date ?? ''].sort().at(-1) ?? '';
  const notes = notesOn(tables);
  return { date, types: typesOf(tables), regions: readRegions(), read, skipped, notes };
}

/** Reads the rows of one region after another. */
class RegionReader {
  /** Of the regions that there are. */
  readonly codes: string[];
  readonly skipped: Tally = new Map();
  readonly #tables: Tables;
  readonly #moved: MovedObjects;
  /** The rows of each table by region. */
  readonly #rows: Record<'localities' | 'streets' | 'houses', Map<string, Int32Array>>;

  constructor(tables: Tables, region: string) {
    const { localities, streets, houses } = tables;
    this.#tables = tables;
    this.#rows = {
      localities: localities.byRegion('CODE'),
      streets: streets?.byRegion('CODE') ?? new Map<string, Int32Array>(),
      houses: houses?.byRegion('CODE') ?? new Map<string, Int32Array>(),
    };
    if (region && !this.#rows.localities.has(region))
      throw new ImportError(`В KLADR.DBF нет региона ${region}.`);
    const all = new Set(Object.values(this.#rows).flatMap((rows) => [...rows.keys()]));
    this.codes = region ? [region] : [...all].sort();
    this.#moved = movedObjects(tables, region);
  }

  read(code: string): RegionRows {
    const { houses } = this.#tables;
    const { skipped } = this;
    const former = this.#moved.former.get(code) ?? [];
    const localities = this.#localities(code, former);
    const streets = this.#streets(code, former);
    const ownerOf = (street: string) =>
      street.endsWith('0000') ? localities.get(street.slice(0, 11)) : streets.get(street);
    if (houses) addHouses(houses, this.#rows.houses.get(code) ?? [], { ownerOf, skipped });
    return regionRows({ region: code, localities, streets, former, skipped });
  }

  #localities(code: string, former: FormerRow[]) {
    const { localities } = this.#tables;
    return currentObjects(localities, this.#rows.localities.get(code) ?? [], {
      length: 13,
      make: (row, at) => ({ ...row, status: Number(digits(localities.text(at, 'STATUS'), 1)) }),
      known: this.#moved.known,
      former,
      skipped: this.skipped,
    });
  }

  #streets(code: string, former: FormerRow[]) {
    const { streets } = this.#tables;
    const rows = this.#rows.streets.get(code) ?? [];
    const { known } = this.#moved;
    const options = { length: 17, make: (row: AddressRow) => row, known, former, skipped: this.skipped };
    return streets ? currentObjects(streets, rows, options) : new Map<string, AddressRow>();
  }
}

function typesOf({ types: socrbase }: Tables): Source['types'] {
  const types: Source['types'] = new Map();
  for (const row of socrbase?.rows() ?? []) {
    const [short, long] = [socrbase?.text(row, 'SCNAME'), socrbase?.text(row, 'SOCRNAME')];
    // From level 6 on these are types of houses and flats.
    if (short && long && Number(socrbase?.text(row, 'LEVEL')) < 6) types.set(short, long.toLowerCase());
  }
  return types;
}
