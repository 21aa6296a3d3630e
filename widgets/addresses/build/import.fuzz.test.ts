import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { checkProperty } from '../../../tests/random-examples.ts';
import { make7z, makeZip } from './archives-for-tests.ts';
import { makeDbf, type KladrTableName } from './dbf-for-tests.ts';
import type { Distribution } from './distribution.ts';
import { garFromKladr, readDbfRows } from './gar-for-tests.ts';
import { readGar } from './gar.ts';
import { importAddresses } from './import.ts';
import { ImportError } from './import-error.ts';
import { readKladr } from './kladr.ts';
import type { AddressDataset } from './dataset.ts';

const nothing = () => undefined;

/** A few rows of everything, so that one reading takes a millisecond. */
const rows = (table: KladrTableName, count: number) =>
  readDbfRows(table, readFileSync(`content/addresses/${table}.DBF`)).slice(0, count);
const SET = {
  KLADR: rows('KLADR', 12),
  STREET: rows('STREET', 12),
  DOMA: rows('DOMA', 8),
  SOCRBASE: rows('SOCRBASE', 6),
};
const DBF: Record<string, Buffer> = {
  ...Object.fromEntries(
    (['KLADR', 'STREET', 'DOMA', 'SOCRBASE'] as const).map((table) => [
      `${table}.DBF`,
      makeDbf(table, SET[table]),
    ]),
  ),
  'ALTNAMES.DBF': makeDbf('ALTNAMES', [
    { OLDCODE: '2200000800100', NEWCODE: '2200000800200', LEVEL: '4' },
    { OLDCODE: '2200000800200', NEWCODE: '22000001000000100', LEVEL: '5' },
  ]),
};
const GAR = garFromKladr(SET);

const inMemory = (files: Record<string, Uint8Array>): Distribution => ({
  messagePrefix: 'В памяти',
  names: Object.keys(files),
  readBytes: (name) => Promise.resolve(files[name] ?? Buffer.of()),
  // oxlint-disable-next-line typescript/require-await -- files of a disk come later, these at once
  async *openStream(name) {
    const bytes = files[name] ?? Buffer.of();
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  },
  close: nothing,
});

/** Damages a file. The numbers are random, from 0 to 1. */
type Damage = (bytes: Buffer, where: number, howMuch: number, what: number) => Buffer;
const at = (bytes: Buffer, share: number) => Math.floor(Math.min(1, share) * bytes.length);
const DAMAGES: Damage[] = [
  function flipBit(bytes, where, _, what) {
    const index = at(bytes, where);
    bytes[index] = (bytes[index] ?? 0) ^ (1 << Math.floor(what * 8));
    return bytes;
  },
  (bytes, where) => bytes.subarray(0, at(bytes, where)),
  (bytes, where) => bytes.subarray(at(bytes, where)),
  function swapBlocks(bytes, where, howMuch, what) {
    const [a, b] = [at(bytes, Math.min(where, what)), at(bytes, Math.max(where, what))];
    const size = Math.min(at(bytes, howMuch / 4), b - a, bytes.length - b);
    const parts = [bytes.subarray(0, a), bytes.subarray(b, b + size), bytes.subarray(a + size, b)];
    return Buffer.concat([...parts, bytes.subarray(a, a + size), bytes.subarray(b + size)]);
  },
  (bytes, where, howMuch, what) => bytes.fill(what * 256, at(bytes, where), at(bytes, where + howMuch / 10)),
  function changeHeader(bytes, where, _, what) {
    const index = Math.floor(where * 32);
    if (index < bytes.length) bytes[index] = Math.floor(what * 256);
    return bytes;
  },
  function changeFields(bytes, where, _, what) {
    const index = 32 + Math.floor(where * 256);
    if (index < bytes.length) bytes[index] = Math.floor(what * 256);
    return bytes;
  },
  function repeatBlock(bytes, where, howMuch) {
    const [from, to] = [at(bytes, where), at(bytes, where + howMuch / 4)];
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  function random(bytes, where, howMuch, what) {
    const [from, to] = [at(bytes, where), at(bytes, where + howMuch)];
    for (let i = from; i < to; i++) bytes[i] = (i * 2654435761 * (1 + what)) >>> 24;
    return bytes;
  },
];
const share = fc.double({ min: 0, max: 0.9999, noNaN: true });
const damage = fc.array(fc.tuple(fc.constantFrom(...DAMAGES), share, share, share), {
  minLength: 1,
  maxLength: 3,
});
function damaged(file: Uint8Array | undefined, damages: [Damage, number, number, number][]): Buffer {
  let bytes: Buffer = Buffer.from(file ?? []);
  for (const [how, ...numbers] of damages) bytes = how(bytes, ...numbers);
  return bytes;
}

/** Runs a reading; that it fails with an `ImportError` is as good. */
async function allowImportError(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    expect(error.message).toMatch(/^[^\n]+\.$/);
  }
}

/** The number of rows in it. */
async function sizeOf({ regions }: AddressDataset): Promise<number> {
  let size = 0;
  for await (const { localities, streets, former } of regions) {
    size += localities.length + streets.length + former.length;
    for (const { houses } of [...localities, ...streets]) size += houses.length;
  }
  return size;
}

describe('a damaged distribution is read or refused, and nothing else', () => {
  it('tables of КЛАДР', async () => {
    await checkProperty(
      fc.asyncProperty(fc.constantFrom(...Object.keys(DBF)), damage, async (name, damages) => {
        const files = { ...DBF, [name]: damaged(DBF[name], damages) };
        const bytes = Object.values(files).reduce((sum, { length }) => sum + length, 0);
        await allowImportError(async () => {
          // A row has at least a code; its former name may belong to each of two objects.
          expect(await sizeOf(await readKladr(inMemory(files), '', nothing))).toBeLessThan((2 * bytes) / 17);
        });
      }),
      1_000,
    );
  });

  it('files of ГАР', async () => {
    await checkProperty(
      fc.asyncProperty(fc.constantFrom(...Object.keys(GAR)), damage, async (name, damages) => {
        const files = { ...GAR, [name]: damaged(GAR[name], damages) };
        await allowImportError(async () =>
          sizeOf(await readGar(inMemory(files), { region: '22', progress: nothing })),
        );
      }),
      50,
    );
  });
});

describe('a damaged archive is read or refused, and nothing else', () => {
  let temp = '';
  let archives: Record<string, Uint8Array> = {};
  beforeAll(async () => {
    temp = mkdtempSync(join(tmpdir(), 'okno-fuzz-'));
    archives = {
      zip: makeZip(DBF),
      gar: makeZip(GAR),
      '7z': await make7z(DBF),
      gz: gzipSync(DBF['KLADR.DBF'] ?? ''),
    };
  });
  afterAll(() => {
    rmSync(temp, { recursive: true });
  });

  it.each([
    ['zip', 30],
    ['gar', 30],
    ['7z', 6],
    ['gz', 30],
  ])('%s', async (kind, usual) => {
    const from = kind === 'gz' ? temp : join(temp, `archive.${kind}`);
    const file = kind === 'gz' ? join(temp, 'KLADR.DBF.gz') : from;
    await checkProperty(
      fc.asyncProperty(damage, async (damages) => {
        writeFileSync(file, damaged(archives[kind], damages));
        await allowImportError(() => importAddresses({ from, out: join(temp, 'out') }));
      }),
      usual,
    );
  });
});
