import { Dbf } from './dbf.ts';
import type { Distribution } from './distribution.ts';
import { ImportError } from './import-error.ts';
import { addHouses } from './kladr-houses.ts';
import { ALIKE, BROKEN, digits, LAST_FORMER_NAME, type Objects } from './kladr-tables.ts';
import { movedObjects } from './moved-objects.ts';
import { count, regionRows } from './region-rows.ts';
import type { Former, Named, Place, Progress, RegionRows, Source, Tally } from './source.ts';

/** A table as people have it: any case, packed or not, with an ending such as `-01`. */
const fileOf = (table: string) => new RegExp(`^${table}(-[\\w-]+)?\\.dbf(\\.gz)?$`, 'i');

export const isKladr = (names: string[]): boolean => names.some((name) => fileOf('KLADR').test(name));

/** The status of what has been merged or moved. */
const MOVED = 51;
const WITHOUT_PRESENT = 'прежних названий, у которых нет нынешнего';

/** Reads the tables of the official КЛАДР; only `region` (two digits) where it is given. */
export async function readKladr(files: Distribution, region: string, progress: Progress): Promise<Source> {
  const skipped: Tally = new Map();
  const read: Tally = new Map();
  const notes: string[] = [];

  async function open<Field extends string>(table: string, fields: Record<Field, number | undefined>) {
    const [file, other] = files.names.filter((name) => fileOf(table).test(name));
    if (!file) return undefined;
    if (other) throw new ImportError(`Таблица ${table} есть дважды: ${file} и ${other}. Оставьте одну.`);
    progress(`читаем ${file}`, 0);
    const dbf = new Dbf(await files.bytes(file), file, fields);
    read.set(file, dbf.count);
    return dbf;
  }
  const refuse = (): never => {
    throw new ImportError(`${files.where} нет файла KLADR.DBF.`);
  };
  const places = (await open('KLADR', { CODE: 13, ...ALIKE, STATUS: undefined })) ?? refuse();
  const streets = await open('STREET', { CODE: 17, ...ALIKE });
  const houses = await open('DOMA', { CODE: 19, ...ALIKE, KORP: undefined });
  const renumbered = await open('ALTNAMES', { OLDCODE: 19, NEWCODE: 19 });
  const socrbase = await open('SOCRBASE', { LEVEL: undefined, SCNAME: undefined, SOCRNAME: undefined });
  if (!streets) notes.push('Нет файла STREET.DBF: улиц не будет, только города и сёла.');
  if (!houses) notes.push('Нет файла DOMA.DBF: номера домов и их индексы неизвестны.');
  if (!renumbered) notes.push('Нет файла ALTNAMES.DBF: нельзя узнать, чем стало то, что переподчинили.');
  if (!socrbase) notes.push('Нет файла SOCRBASE.DBF: сокращения («ул», «пр-кт») не расшифрованы.');

  const placesIn = places.byRegion('CODE');
  const streetsIn = streets?.byRegion('CODE') ?? new Map<string, Int32Array>();
  const housesIn = houses?.byRegion('CODE') ?? new Map<string, Int32Array>();
  if (region && !placesIn.has(region)) throw new ImportError(`В KLADR.DBF нет региона ${region}.`);
  const regions = region
    ? [region]
    : [...new Set([placesIn, streetsIn, housesIn].flatMap((by) => [...by.keys()]))];
  const moved = renumbered && movedObjects(streets ? [places, streets] : [places], renumbered, region);

  /** The current objects of a table by code, which loses its status; the others leave a former name. */
  function current<Row extends Named>(
    table: Objects,
    rows: Iterable<number>,
    { length, former, make }: { length: number; former: Former[]; make: (named: Named, row: number) => Row },
  ): Map<string, Row> {
    const found = new Map<string, Row>();
    for (const row of rows) {
      const full = digits(table.text(row, 'CODE'), length);
      const code = full.slice(0, -2);
      const status = Number(full.slice(-2));
      const [name, type] = [table.text(row, 'NAME'), table.text(row, 'SOCR')];
      if (!full || !name || !type || (status === 0 && found.has(code))) count(skipped, BROKEN);
      else if (status === 0) {
        const postcode = digits(table.text(row, 'INDEX'), 6);
        const okato = digits(table.text(row, 'OCATD'), 11);
        found.set(code, make({ code, name, type, postcode, okato, oktmo: '', houses: [] }, row));
      } else if (status <= LAST_FORMER_NAME) former.push({ code, name, type });
      else if (!moved?.known.has(code))
        count(skipped, status === MOVED ? WITHOUT_PRESENT : 'записей о том, чего больше нет');
    }
    return found;
  }

  function* readRegions(): Generator<RegionRows> {
    for (const [i, code] of regions.sort().entries()) {
      progress(`регион ${code}`, i / regions.length);
      const former = moved?.former.get(code) ?? [];
      const placesHere = current(places, placesIn.get(code) ?? [], {
        ...{ length: 13, former },
        make: (named, row): Place => ({ ...named, status: Number(digits(places.text(row, 'STATUS'), 1)) }),
      });
      const make = (named: Named) => named;
      const streetsHere = streets
        ? current(streets, streetsIn.get(code) ?? [], { length: 17, former, make })
        : new Map<string, Named>();
      const ownerOf = (street: string) =>
        street.endsWith('0000') ? placesHere.get(street.slice(0, 11)) : streetsHere.get(street);
      if (houses) addHouses(houses, housesIn.get(code) ?? [], ownerOf, skipped);
      const rows = regionRows({ region: code, places: placesHere, streets: streetsHere, former, skipped });
      if (rows.places.length) yield rows;
    }
  }

  const date = [places.date, streets?.date ?? ''].sort().at(-1) ?? '';
  return { date, types: typesOf(socrbase), regions: readRegions(), read, skipped, notes };
}

function typesOf(socrbase: Dbf<'LEVEL' | 'SCNAME' | 'SOCRNAME'> | undefined): Map<string, string> {
  const types = new Map<string, string>();
  for (const row of socrbase?.rows() ?? []) {
    const [short, long] = [socrbase?.text(row, 'SCNAME'), socrbase?.text(row, 'SOCRNAME')];
    // From level 6 on these are types of houses and flats.
    if (short && long && Number(socrbase?.text(row, 'LEVEL')) < 6) types.set(short, long.toLowerCase());
  }
  return types;
}
