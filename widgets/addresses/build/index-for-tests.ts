import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from 'vitest';

import type { FileRef } from '../index/format.ts';
import { openDistribution } from './distribution.ts';
import { encodeManifest, encodeTowns, townsOf } from './encode-country.ts';
import { encodeRegion } from './encode-region.ts';
import type { FileContents } from './index-writer.ts';
import { readKladr } from './kladr.ts';
import type { RegionRows, AddressDataset } from './dataset.ts';

/** КЛАДР tables of the demonstration set. */
export const DEMO_ADDRESSES_FOLDER = 'content/addresses';
/** Address of a test index. Nothing is fetched from there: see {@link memoryFetch}. */
export const TEST_INDEX_URL = new URL('https://example.org/addresses/');

/** The real files are not in the repository: OKNO_DATA names the folder that holds `data/kladr` and `tools`. */
const DATA = process.env['OKNO_DATA'] ?? '';

/** An index in memory, and the rows it was made from. */
export interface TestIndex {
  files: FileContents;
  regions: RegionRows[];
  types: AddressDataset['longForms'];
}

/** Builds the index of a КЛАДР distribution in memory. */
export async function buildTestIndex(from: string): Promise<TestIndex> {
  const distribution = await openDistribution(from);
  const { regions, longForms } = await readKladr(distribution, '', () => undefined);
  const rows: RegionRows[] = [];
  for await (const region of regions) rows.push(region);
  distribution.close();
  return { files: encodeIndex(rows, longForms), regions: rows, types: longForms };
}

/** Encodes an index of one or several regions: file name → bytes. */
export function encodeIndex(regions: RegionRows[], types: AddressDataset['longForms']): FileContents {
  const files: FileContents = new Map();
  const roots: Record<string, FileRef> = {};
  for (const rows of regions) {
    const encoded = encodeRegion(rows, types);
    for (const [name, bytes] of encoded.files) files.set(name, bytes);
    roots[rows.region] = encoded.root;
  }
  const towns = regions.length > 1 ? encodeTowns(regions.flatMap(townsOf)) : undefined;
  for (const [name, bytes] of towns?.files ?? []) files.set(name, bytes);
  return files.set('manifest.json', encodeManifest('2026-11-20', roots, towns?.ref));
}

/** A `fetch` that serves files from memory by the last part of their address, and 404 for others. */
export const memoryFetch =
  (files: ReadonlyMap<string, Uint8Array | string>): typeof fetch =>
  (input) => {
    const url = input instanceof Request ? input.url : String(input);
    const body = files.get(url.slice(url.lastIndexOf('/') + 1));
    return Promise.resolve(
      body === undefined ? new Response('', { status: 404 }) : new Response(new Blob([body as BlobPart])),
    );
  };

/** The distributions that tests use: the demonstration set, and a whole region with invented streets if OKNO_DATA is set. */
export function testDistributions(): { name: string; from: string; isReal: boolean }[] {
  const sets = [{ name: 'the demonstration set', from: DEMO_ADDRESSES_FOLDER, isReal: false }];
  if (!DATA) {
    console.warn('OKNO_DATA is not set: the reader is not tested on the real КЛАДР files.');
    return sets;
  }
  const kladr = join(DATA, 'data/kladr/altai-2006');
  const from = mkdtempSync(join(tmpdir(), 'okno-krai-'));
  afterAll(() => {
    rmSync(from, { recursive: true });
  });
  execFileSync(process.execPath, [
    ...[join(DATA, 'tools/make-streets.mjs'), '--kladr', join(kladr, 'KLADR.DBF')],
    ...['--names', join(DATA, 'data/kladr/streets-2012/STREET-01.DBF')],
    ...['--doma', join(kladr, 'DOMA.DBF'), '--region', '22', '--out', from],
  ]);
  for (const table of ['SOCRBASE.DBF', 'ALTNAMES.DBF']) cpSync(join(kladr, table), join(from, table));
  return [...sets, { name: 'the krai', from, isReal: true }];
}
