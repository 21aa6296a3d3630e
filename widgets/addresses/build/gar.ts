import type { Distribution } from './distribution.ts';
import { eachRow, type Row } from './gar-xml.ts';
import { addHouses, houseNumber, type House } from './gar-houses.ts';
import { addParam, type Params } from './gar-params.ts';
import { byNumber } from './house-list.ts';
import { ImportError } from './import-error.ts';
import { count, regionRows } from './region-rows.ts';
import type { Former, Named, Place, Progress, RegionRows, Source, Tally } from './source.ts';

const OBJECTS = /^(?:(\d\d)\/)?AS_ADDR_OBJ_(\d{4})(\d\d)(\d\d)_[^/]*\.xml(?:\.gz)?$/i;

export const isGar = (names: string[]): boolean => names.some((name) => OBJECTS.test(name));

interface Thing extends Params {
  name: string;
  type: string;
  /** What belongs to the municipal division only may share its code with what people live in. */
  isInDivision?: boolean;
}

/** In ОКАТО the first town of a region is its capital; ГАР does not say so in any other way. */
const CAPITAL = /^\d\d401000000$/;

/**
 * Reads ГАР БД ФИАС as it is unpacked, or its archive: what the index needs of it is what КЛАДР would say. Only `region`
 * (two digits), if there are several.
 */
export function readGar(files: Distribution, region: string, progress: Progress): Source {
  const objectFiles = files.names.flatMap((name) => {
    const [, code, year, month, day] = OBJECTS.exec(name) ?? [];
    return year ? [{ code, date: [year, month, day].join('-') }] : [];
  });
  const regions = objectFiles.map(({ code }) => code).sort();
  if (regions.includes(undefined))
    throw new ImportError(
      `${files.where} таблицы ГАР лежат без папки региона: укажите папку или архив, где есть папка вроде 22.`,
    );
  if (!region && regions.length > 1)
    throw new ImportError(`${files.where} несколько регионов: добавьте --region, например --region 22.`);
  const chosen = objectFiles.find(({ code }) => code === (region || regions[0]));
  const here = chosen?.code;
  if (!here) throw new ImportError(`${files.where} нет региона ${region}.`);

  const skipped: Tally = new Map();
  const read: Tally = new Map();
  const notes: string[] = [];
  const types = new Map<string, string>();

  /** Reads one table, if it is there. `done` is the share of the whole import that comes before it. */
  async function each(table: string, root: string, done: number, take: (row: Row) => void): Promise<void> {
    const pattern = new RegExp(`^${table}_\\d{8}_[^/]*\\.xml(?:\\.gz)?$`, 'i');
    const [name, other] = files.names.filter((file) => pattern.test(file));
    if (other) throw new ImportError(`Таблица ${table} есть дважды: ${name} и ${other}. Оставьте одну.`);
    if (!name) {
      notes.push(`Нет таблицы ${table}.`);
      return;
    }
    let rows = 0;
    await eachRow(files, { name, root }, (row) => {
      if (rows++ % 10_000 === 0) progress(`читаем ${name}, запись ${rows}`, done);
      take(row);
    });
    read.set(name, rows);
  }

  async function readTypes(): Promise<void> {
    const found: { short: string; long: string; weight: number }[] = [];
    await each('AS_ADDR_OBJ_TYPES', 'ADDRESSOBJECTTYPES', 0, ({ SHORTNAME, NAME, LEVEL, ISACTIVE }) => {
      const weight = Number(LEVEL) + (ISACTIVE === 'true' ? 100 : 0);
      if (SHORTNAME && NAME && Number(LEVEL) <= 8)
        found.push({ short: bare(SHORTNAME), long: NAME.toLowerCase(), weight });
    });
    // The same short form may mean different things; the nearer to the house, the more often it is met.
    for (const { short, long } of found.sort((a, b) => a.weight - b.weight)) types.set(short, long);
  }

  async function* readRegions(code: string): AsyncGenerator<RegionRows> {
    await readTypes();
    const things = new Map<string, Thing>();
    const former: (Thing & { id: string })[] = [];
    await each(`${code}/AS_ADDR_OBJ`, 'ADDRESSOBJECTS', 0.05, (row) => {
      const [id = '', name, type] = [row['OBJECTID'], clean(row['NAME']), bare(clean(row['TYPENAME']))];
      if (!id || !name || !type) count(skipped, 'неверных записей');
      else if (row['ISACTUAL'] === '1' && row['ISACTIVE'] === '1') things.set(id, { name, type });
      else former.push({ id, name, type });
    });
    await each(`${code}/AS_ADDR_OBJ_PARAMS`, 'PARAMS', 0.1, (row) => {
      addParam(things, row);
    });

    const houses = new Map<string, House>();
    await each(`${code}/AS_HOUSES`, 'HOUSES', 0.15, (row) => {
      if (row['ISACTUAL'] !== '1' || row['ISACTIVE'] !== '1') return;
      const number = houseNumber(row);
      if (row['OBJECTID'] && number) houses.set(row['OBJECTID'], { number });
      else count(skipped, 'гаражей, погребов и домов без номера');
    });
    await each(`${code}/AS_ADM_HIERARCHY`, 'ITEMS', 0.3, (row) => {
      if (row['ISACTIVE'] !== '1') return;
      const id = row['OBJECTID'] ?? '';
      const [thing, house] = [things.get(id), houses.get(id)];
      if (thing) thing.isInDivision = true;
      if (house && row['PARENTOBJID']) house.parent = row['PARENTOBJID'];
    });
    await each(`${code}/AS_HOUSES_PARAMS`, 'PARAMS', 0.6, (row) => {
      addParam(houses, row);
    });

    const places = new Map<string, Place>();
    const streets = new Map<string, Named>();
    const byId = new Map<string, Named>();
    const rank = ({ isInDivision }: Thing) => (isInDivision ? 0 : 1);
    const sorted = [...things].sort(([a, one], [b, other]) => rank(one) - rank(other) || byNumber(a, b));
    for (const [id, thing] of sorted) {
      const { name, type, plain = '', kladr = '', postcode = '', okato = '', oktmo = '' } = thing;
      const stem = plain || kladr.slice(0, -2);
      const named: Named = { code: stem, name, type, postcode, okato, oktmo, houses: [] };
      if (!stem) count(skipped, 'мест и улиц без кода КЛАДР');
      else if (!stem.startsWith(code)) count(skipped, 'мест и улиц с кодом другого региона');
      else if (places.has(stem) || streets.has(stem)) count(skipped, 'мест и улиц с повторным кодом КЛАДР');
      else {
        byId.set(id, named);
        if (stem.length > 11) streets.set(stem, named);
        else places.set(stem, Object.assign(named, { status: CAPITAL.test(okato) ? 2 : 0 }));
      }
    }
    addHouses(houses.values(), byId, skipped);
    const names = former.flatMap(({ id, name, type }): Former[] => {
      const now = byId.get(id);
      if (!now) count(skipped, 'прежних названий, у которых нет нынешнего');
      return now ? [{ code: now.code, name, type }] : [];
    });
    const rows = regionRows({ region: code, places, streets, former: names, skipped });
    if (rows.places.length) yield rows;
  }

  return { date: chosen.date, types, regions: readRegions(here), read, skipped, notes };
}

/** «ул.» is «ул», as in КЛАДР; «м.р-н» stays. */
const bare = (type: string) => (/^[^.\s]+\.$/.test(type) ? type.slice(0, -1) : type);

/** A name may hold anything; the index knows no tabs and line ends. */
const clean = (text = '') => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
