// Longer than most: a reader of its own, which shares no code with what is measured.
/**
 * Reads КЛАДР files for the benchmark with a few lines of its own: what the index is asked for must not come from the code
 * that makes the index.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** What localities and streets have in common. */
export interface KladrObject {
  /** Without status: 11 digits for a place, 15 for a street. */
  code: string;
  name: string;
  /** Short form: «ул», «г». */
  type: string;
}

/** A region's district, town or village. */
export interface KladrLocality extends KladrObject {
  postcodes: string[];
  /** Centre of: 0 nothing, 1 a district, 2 a region, 3 both. */
  status: number;
  streets: number;
  /** What it lies in, the nearest first, without the region. */
  parents: KladrLocality[];
}

/** A street with its houses. */
export interface KladrStreet extends KladrObject {
  locality: KladrLocality;
  /** Of the street and of its houses. */
  postcodes: string[];
  /** Lists of houses: `Н(1-53),2А`. Read for the regions of the queries only. */
  houses: string[];
}

/** A name that is not in use any more, and the object that has another one now. */
export interface FormerObject extends KladrObject {
  now: KladrLocality | KladrStreet;
  /** What it lay in then: the place of a street, what is above a place. */
  parents: KladrLocality[];
}

/** All that the files say of one region. */
export interface KladrRegion {
  /** Its code: `22`. */
  region: string;
  /** «Алтайский край». */
  title: string;
  localities: KladrLocality[];
  streets: KladrStreet[];
  former: FormerObject[];
}

/** What the benchmark knows of КЛАДР. */
export interface KladrData {
  regions: KladrRegion[];
  /** Short form → what people say instead: `ул` → `улица`; streets apart from places. */
  longTypes: Record<'place' | 'street', Map<string, string>>;
  houseRows: number;
}

/** What people say instead of the official long forms. */
const SPOKEN_TYPES = { п: 'поселок', рп: 'рабочий поселок', снт: 'снт' };

/** Reads the folder; house rows only of the regions in `asked`. */
export function readKladrFiles(folder: string, asked: ReadonlySet<string>): KladrData {
  const regions = new Map<string, KladrRegion>();
  const places = new Map<string, KladrLocality>();
  const streets = new Map<string, KladrStreet>();
  const old: { row: Row<'NAME' | 'SOCR' | 'CODE'>; region: string }[] = [];

  for (const row of rows(folder, 'KLADR', ['NAME', 'SOCR', 'CODE', 'INDEX', 'STATUS'])) {
    if (!row.CODE.endsWith('00')) old.push({ row, region: row.CODE.slice(0, 2) });
    else {
      const { NAME: name, SOCR: type, INDEX, STATUS } = row;
      const postcodes = INDEX ? [INDEX] : [];
      const code = row.CODE.slice(0, 11);
      places.set(code, { code, name, type, postcodes, status: Number(STATUS), streets: 0, parents: [] });
    }
  }
  const aboveOf = (code: string) =>
    [8, 5].flatMap((level) => {
      const above = code.slice(0, level).padEnd(11, '0');
      return above === code.slice(0, 11) || above.endsWith('000000000') ? [] : (places.get(above) ?? []);
    });
  for (const place of [...places.values()].sort(byCode)) {
    const region = place.code.slice(0, 2);
    if (place.code.endsWith('000000000')) {
      const title = place.type === 'г' ? place.name : `${place.name} ${place.type}`;
      regions.set(region, { region, title, localities: [], streets: [], former: [] });
    } else {
      place.parents = [...new Set(aboveOf(place.code))];
      regions.get(region)?.localities.push(place);
    }
  }
  for (const row of rows(folder, 'STREET', ['NAME', 'SOCR', 'CODE', 'INDEX'])) {
    const place = places.get(row.CODE.slice(0, 11));
    if (!row.CODE.endsWith('00')) old.push({ row, region: row.CODE.slice(0, 2) });
    else if (place) {
      const { NAME: name, SOCR: type, INDEX } = row;
      const postcodes = INDEX ? [INDEX] : [];
      const street = { code: row.CODE.slice(0, 15), name, type, locality: place, postcodes, houses: [] };
      place.streets++;
      streets.set(street.code, street);
      regions.get(street.code.slice(0, 2))?.streets.push(street);
    }
  }
  let houseRows = 0;
  for (const { NAME, CODE, INDEX } of rows(folder, 'DOMA', ['NAME', 'CODE', 'INDEX'])) {
    houseRows++;
    const street = asked.has(CODE.slice(0, 2)) ? streets.get(CODE.slice(0, 15)) : undefined;
    street?.houses.push(NAME);
    if (street && INDEX && !street.postcodes.includes(INDEX)) street.postcodes.push(INDEX);
  }

  const renumbered = new Map<string, string>();
  for (const { OLDCODE, NEWCODE } of rows(folder, 'ALTNAMES', ['OLDCODE', 'NEWCODE']))
    renumbered.set(OLDCODE.slice(0, -2), NEWCODE.slice(0, -2));
  for (const { row, region } of old) {
    const { NAME: name, SOCR: type, CODE } = row;
    const [code, status] = [CODE.slice(0, -2), CODE.slice(-2)];
    if (status === '99') continue;
    let current = status === '51' ? renumbered.get(code) : code;
    for (let i = 0; i < 5 && current && !places.has(current) && !streets.has(current); i++)
      current = renumbered.get(current);
    const now = places.get(current ?? '') ?? streets.get(current ?? '');
    const place = code.length === 15 ? places.get(code.slice(0, 11)) : undefined;
    const above = place ? [place, ...place.parents] : [...new Set(aboveOf(code))];
    const known = code.length === 11 || place;
    if (now && known && now.name !== name)
      regions.get(region)?.former.push({ code, name, type, now, parents: above });
  }
  const longTypes = { place: new Map<string, string>(), street: new Map<string, string>() };
  for (const { LEVEL, SCNAME, SOCRNAME } of rows(folder, 'SOCRBASE', ['LEVEL', 'SCNAME', 'SOCRNAME']))
    longTypes[LEVEL.startsWith('5') ? 'street' : 'place'].set(SCNAME, SOCRNAME.toLowerCase());
  for (const kind of ['place', 'street'] as const)
    for (const [short, long] of Object.entries(SPOKEN_TYPES)) longTypes[kind].set(short, long);
  return {
    regions: [...regions.values()].filter((region) => region.localities.length > 0),
    longTypes,
    houseRows,
  };
}

const byCode = (a: KladrObject, b: KladrObject) => (a.code < b.code ? -1 : 1);

/** Whether an object is a street. */
export const isStreet = (object: KladrLocality | KladrStreet): object is KladrStreet =>
  object.code.length === 15;

/** «Павловский р-н», «с Павловск»; towns go without their type. */
const nameWithType = ({ code, name, type }: KladrObject): string =>
  type === 'г' ? name : code.endsWith('000000') ? `${name} ${type}` : `${type} ${name}`;

/** The address as people read it, without the region: «Павловский р-н, с Павловск, ул Ленина». */
export function addressLabelOf(object: KladrLocality | KladrStreet): string {
  const place = isStreet(object) ? object.locality : object;
  const parts = [...[place, ...place.parents].reverse().map(nameWithType)];
  return [...parts, ...(isStreet(object) ? [`${object.type} ${object.name}`] : [])].join(', ');
}

/** The label with the name that was in use before. */
export const formerLabelOf = (former: FormerObject): string =>
  [...former.parents.map(nameWithType).reverse(), nameWithType(former)].join(', ');

type Row<Field extends string> = Record<Field, string>;

const cp866 = new TextDecoder('ibm866');

/** The rows of a dBase III file; of none where the file is not there. */
function* rows<Field extends string>(folder: string, table: string, fields: Field[]): Generator<Row<Field>> {
  const file = readdirSync(folder).find((name) => new RegExp(`^${table}\\.DBF(\\.gz)?$`, 'i').test(name));
  if (!file) return;
  const stored = readFileSync(join(folder, file));
  const bytes = stored[0] === 0x1f ? gunzipSync(stored) : stored;
  const [count, header, size] = [bytes.readUInt32LE(4), bytes.readUInt16LE(8), bytes.readUInt16LE(10)];
  const at = new Map<string, [from: number, to: number]>();
  for (let field = 32, from = 1; bytes[field] !== 0x0d; field += 32) {
    const to = from + (bytes[field + 16] ?? 0);
    at.set(bytes.toString('latin1', field, field + 11).split('\0', 1)[0] ?? '', [from, to]);
    from = to;
  }
  for (let i = 0; i < count; i++) {
    const row = cp866.decode(bytes.subarray(header + i * size, header + (i + 1) * size));
    if (row.startsWith('*')) continue;
    yield Object.fromEntries(
      fields.map((field) => [field, row.slice(...(at.get(field) ?? [0, 0])).trim()]),
    ) as Row<Field>;
  }
}
