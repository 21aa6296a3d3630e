import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checkProperty } from '../../../tests/random-examples.ts';
import { folderFetch } from '../build/folder-fetch.ts';
import { guidOf, makeGarFiles, writeFiles, type TestGarObject } from '../build/gar-files-for-tests.ts';
import { importAddresses } from '../build/import.ts';
import { testDistributions } from '../build/index-for-tests.ts';
import { openAddressIndex, type AddressIndex } from './reader.ts';

/** Objects and houses that each run asks for; `npm run test:long` asks for ten times as many: more than 2,000 of each source. */
const EXAMPLES = 120;
/** A row of a table as its bytes say, read by a few lines of its own: not by the code that makes the index. */
type Row = Record<string, string>;

/** Reads a table of КЛАДР. */
function rowsOf(file: string): Row[] {
  const bytes = readFileSync(file);
  const [count, start, size] = [bytes.readUInt32LE(4), bytes.readUInt16LE(8), bytes.readUInt16LE(10)];
  const fields: [name: string, width: number][] = [];
  for (let at = 32; bytes[at] !== 0x0d; at += 32)
    fields.push([bytes.toString('latin1', at, at + 11).replace(/\0.*$/s, ''), bytes[at + 16] ?? 0]);
  const decoder = new TextDecoder('ibm866');
  return Array.from({ length: count }, (_, i) => {
    const text = decoder.decode(bytes.subarray(start + i * size, start + (i + 1) * size));
    let at = 1;
    return Object.fromEntries(
      fields.map(([name, width]) => [
        name,
        text
          .slice(at, (at += width))
          .trim()
          .replace(/\s+/g, ' '),
      ]),
    );
  });
}

/** What КЛАДР says, in folders with tables that have any names. */
function readSource(from: string) {
  const read = (table: string) => {
    const name = readdirSync(from).find((file) => new RegExp(`^${table}.*\\.DBF$`, 'i').test(file));
    return name ? rowsOf(join(from, name)) : [];
  };
  const current = (rows: Row[]) => rows.filter(({ CODE = '' }) => CODE.endsWith('00'));
  const [localities, houses] = [current(read('KLADR')), read('DOMA')];
  const localityOf = new Map(localities.map((row) => [row['CODE']?.slice(0, 11), row]));
  const streets = current(read('STREET')).filter(({ CODE }) => localityOf.has(CODE?.slice(0, 11)));
  // Where houses have codes of their own, those are asked for.
  const withHouses = new Set(houses.map(({ CODE = '' }) => CODE.slice(0, 15).replace(/0000$/, '')));
  const objects = [...localities, ...streets].filter(({ CODE = '' }) => !withHouses.has(CODE.slice(0, -2)));
  const single = houses.flatMap((row): Row[] =>
    (row['NAME'] ?? '')
      .split(',')
      .flatMap((item) => (/^\d{1,3}[А-Я]?$/i.test(item) && !row['KORP'] ? { ...row, item } : [])),
  );
  return { localityOf, objects, houses: single, localities, streets };
}
type Source = ReturnType<typeof readSource>;

/** The codes of an object as the source has them: those that it lacks are those of its locality. */
function expectedCodes({ localityOf }: Source, row: Row) {
  const { CODE = '', NAME = '', SOCR = '', INDEX, OCATD } = row;
  const locality = localityOf.get(CODE.slice(0, 11)) ?? {};
  const codes = { okato: OCATD || locality['OCATD'], postcode: INDEX || locality['INDEX'] };
  return {
    kladr: CODE,
    name: NAME,
    type: SOCR,
    okato: codes.okato || undefined,
    postcode: codes.postcode || undefined,
  };
}

/** The codes of an object in the index. */
async function codesIn(addresses: AddressIndex, code: string) {
  const { kladr, okato, oktmo, postcode, fias, parts = [] } = (await addresses.resolve(code)) ?? {};
  const { name, type } = parts.at(-1) ?? {};
  return { kladr, name, type, okato, oktmo, postcode, fias };
}

const temp = mkdtempSync(join(tmpdir(), 'okno-codes-'));
afterAll(() => {
  rmSync(temp, { recursive: true });
});
/** Imports a distribution and opens its index. */
async function openIndexOf(from: string, name: string): Promise<AddressIndex> {
  const out = join(temp, name);
  await importAddresses({ from, out });
  return openAddressIndex(new URL('https://example.org/'), folderFetch(out));
}

const DATA = process.env['OKNO_DATA'] ?? '';
/** The real streets of another region: the tables of this folder have its number in their names. */
function realStreets(): { name: string; from: string }[] {
  if (!DATA) return [];
  const from = join(temp, 'from-01');
  mkdirSync(from);
  const folder = join(DATA, 'data/kladr/streets-2012');
  for (const file of readdirSync(folder)) symlinkSync(join(folder, file), join(from, file));
  return [{ name: 'streets of Адыгея', from }];
}

describe.each([...testDistributions(), ...realStreets()])('codes of $name', ({ from, name }) => {
  const source = readSource(from);
  let addresses: AddressIndex;
  beforeAll(async () => {
    addresses = await openIndexOf(from, `kladr ${name}`);
  });

  it('are those of the tables, for localities and streets', async () => {
    const anyRow = fc.constantFrom(...source.objects);
    await checkProperty(
      fc.asyncProperty(anyRow, async (row) => {
        const codes = await codesIn(addresses, row['CODE'] ?? '');
        expect(codes).toEqual({ ...expectedCodes(source, row), oktmo: undefined, fias: undefined });
      }),
      EXAMPLES,
    );
  });

  it.skipIf(source.houses.length === 0)('are those of the tables, for houses', async () => {
    const anyHouse = fc.constantFrom(...source.houses);
    await checkProperty(
      fc.asyncProperty(anyHouse, async ({ CODE = '', item = '' }) => {
        const street = CODE.slice(0, 15);
        const code = street.endsWith('0000') ? `${street.slice(0, 11)}00` : `${street}00`;
        const found = await addresses.resolve(code, item);
        if (!found) return; // the street is not in the tables
        const rows = source.houses.filter(
          (row) => row['CODE']?.startsWith(street) && row['item']?.toUpperCase() === item.toUpperCase(),
        );
        expect(found.listed).toBe(true);
        expect(rows.map(({ INDEX }) => INDEX || undefined)).toContain(found.postcode);
        if (rows.some(({ OCATD }) => OCATD)) expect(rows.map(({ OCATD }) => OCATD)).toContain(found.okato);
      }),
      EXAMPLES,
    );
  });
});

describe.each(testDistributions())('codes of ГАР with what $name has', ({ from, name }) => {
  const { localities, streets } = readSource(from);
  const valid = [...localities, ...streets].filter(
    ({ CODE = '', NAME, SOCR }) => /^22\d+$/.test(CODE) && NAME && SOCR,
  );
  /** A code that depends on the number of the object, as real ones do. */
  const oktmoOf = (i: number) =>
    i % 3 ? `017${String(i).padStart(8, '0')}` : `017${String(i).padStart(5, '0')}`;
  const objects: TestGarObject[] = valid.map(
    ({ CODE = '', NAME: objectName = '', SOCR: type = '', INDEX = '', OCATD = '' }, i) => ({
      ...{ id: String(i + 1), parent: '1', name: objectName, type, level: CODE.length > 13 ? '8' : '6' },
      params: {
        ...(INDEX && { 5: INDEX }),
        ...(OCATD && { 6: OCATD }),
        ...(i % 2 && { 7: oktmoOf(i) }),
        11: CODE.slice(0, -2),
      },
      municipalOktmo: oktmoOf(i),
    }),
  );

  it('are those of its tables, with ОКТМО and GUID', async () => {
    const addresses = await openIndexOf(
      writeFiles(join(temp, `gar ${name}`), makeGarFiles(objects)),
      `index ${name}`,
    );
    const localityOf = new Map(localities.map((row) => [row['CODE']?.slice(0, 11), row]));
    await checkProperty(
      fc.asyncProperty(fc.nat(valid.length - 1), async (i) => {
        const row = valid[i] ?? {};
        expect(await codesIn(addresses, row['CODE'] ?? '')).toEqual({
          ...expectedCodes({ localityOf } as Source, row),
          oktmo: oktmoOf(i).padEnd(11, '0'),
          fias: guidOf(String(i + 1)),
        });
      }),
      EXAMPLES,
    );
  }, 60_000);
});
