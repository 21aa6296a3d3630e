import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { encode } from './encode.ts';
import { readKladr, type Kladr } from './kladr.ts';

export interface ImportOptions {
  /** Folder with KLADR.DBF, STREET.DBF, DOMA.DBF and SOCRBASE.DBF. */
  from: string;
  /** Folder for the index. */
  out: string;
  /** Two digits; without it all regions of the files. */
  region?: string | undefined;
}

export interface ImportSummary {
  date: string;
  places: number;
  streets: number;
  skipped: Kladr['skipped'];
  files: number;
  bytes: number;
}

const SHARD = /^\d+-[0-9a-f]+\.bin$/;

/**
 * Builds the address index. Everything is read and encoded before the first byte is written, and the manifest comes last:
 * a failed import leaves the old index as it was. Throws an `ImportError` when the files are not as they have to be.
 */
export function importAddresses({ from, out, region }: ImportOptions): ImportSummary {
  const kladr = readKladr(from, region);
  const files = encode(kladr);

  mkdirSync(out, { recursive: true });
  const manifest = join(out, 'manifest.json');
  for (const [name, bytes] of files)
    writeFileSync(join(out, name === 'manifest.json' ? 'manifest.json.new' : name), bytes);
  renameSync(`${manifest}.new`, manifest);
  for (const name of readdirSync(out)) if (SHARD.test(name) && !files.has(name)) rmSync(join(out, name));

  const { date, places, streets, skipped } = kladr;
  const bytes = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  return { date, places: places.length, streets: streets.length, skipped, files: files.size, bytes };
}
