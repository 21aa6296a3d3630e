import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import type { Ref } from '../index/format.ts';
import { openDistribution } from './distribution.ts';
import { encodeManifest, encodeRegion, encodeTowns, townsOf } from './encode.ts';
import { isGar, readGar } from './gar.ts';
import { ImportError } from './import-error.ts';
import { isKladr, readKladr } from './kladr.ts';
import { count } from './region-rows.ts';
import type { Progress, Source, Tally } from './source.ts';

export interface ImportOptions {
  /** Folder or archive with КЛАДР or ГАР. */
  from: string;
  /** Folder for the index. */
  out: string;
  /** Two digits; without it all regions of the files. */
  region?: string | undefined;
  progress?: Progress;
  /** Stops the import; the index stays as it was. */
  signal?: AbortSignal;
}

export interface ImportSummary extends Pick<Source, 'date' | 'read' | 'skipped' | 'notes'> {
  places: number;
  streets: number;
  /** Rows of houses, and former names. */
  houses: number;
  former: number;
  regions: number;
  /** Files and bytes by kind, the letter in a file's name; the manifest is `manifest`. */
  files: Tally;
  bytes: Tally;
}

/** The input was read, but there is nothing in it to make an index of. */
export class EmptyImportError extends ImportError {
  override name = 'EmptyImportError';
  readonly summary: ImportSummary;

  constructor(summary: ImportSummary) {
    super('Ничего не записано: среди прочитанного нет ни одного действующего места с кодом КЛАДР.');
    this.summary = summary;
  }
}

const SHARD = /^\d\d([a-z]*)-[0-9a-f]{12,}\.bin$/;
/** A day, where the files do not tell theirs. */
const LONG_AGO = '1970-01-01';

/**
 * Builds the address index, region after region, beside `out`, and puts it in place when all of it is there, the manifest
 * last: a failed import leaves the old index as it was. The same input gives the same bytes. Throws an `ImportError` when
 * the input is not as it has to be.
 */
export async function importAddresses(options: ImportOptions): Promise<ImportSummary> {
  const { from, out, region = '', signal } = options;
  const progress: Progress = (...state) => {
    signal?.throwIfAborted();
    options.progress?.(...state);
  };
  const distribution = await openDistribution(from);
  let temporary = '';
  try {
    const { names, where } = distribution;
    if (!isGar(names) && !isKladr(names))
      throw new ImportError(`${where} нет ни таблиц КЛАДР (KLADR.DBF), ни таблиц ГАР (AS_ADDR_OBJ).`);
    const source = isGar(names)
      ? readGar(distribution, region, progress)
      : await readKladr(distribution, region, progress);
    const { read, skipped, notes } = source;
    if (!source.date) notes.push(`В файлах нет дня, на который они составлены: записан ${LONG_AGO}.`);
    const summary: ImportSummary = {
      ...{ date: source.date || LONG_AGO, read, skipped, notes, files: new Map(), bytes: new Map() },
      ...{ places: 0, streets: 0, houses: 0, former: 0, regions: 0 },
    };
    const roots: Record<string, Ref> = {};
    const towns: ReturnType<typeof townsOf> = [];
    const write = (name: string, bytes: Uint8Array) => {
      writeFileSync(join(temporary, name), bytes);
      const [, kind = 'manifest'] = SHARD.exec(name) ?? [];
      count(summary.files, kind);
      count(summary.bytes, kind, bytes.length);
    };
    for await (const rows of source.regions) {
      await setImmediate(); // lets a signal to stop through
      if (!temporary) {
        mkdirSync(dirname(resolve(out)), { recursive: true });
        temporary = mkdtempSync(join(dirname(resolve(out)), `.${basename(resolve(out))}-`));
      }
      const { root, files } = encodeRegion(rows, source.types);
      for (const [name, bytes] of files) write(name, bytes);
      roots[rows.region] = root;
      towns.push(...townsOf(rows));
      summary.regions++;
      summary.places += rows.places.length;
      summary.streets += rows.streets.length;
      summary.former += rows.former.length;
      for (const { houses } of [...rows.places, ...rows.streets]) summary.houses += houses.length;
    }
    signal?.throwIfAborted();
    if (summary.regions === 0) throw new EmptyImportError(summary);
    const country = summary.regions > 1 ? encodeTowns(towns) : undefined;
    for (const [name, bytes] of country?.files ?? []) write(name, bytes);
    write('manifest.json', encodeManifest(summary.date, roots, country?.ref));
    moveInto(out, temporary);
    return summary;
  } finally {
    distribution.close();
    if (temporary) rmSync(temporary, { recursive: true, force: true });
  }
}

/** The manifest changes hands last, and at once; what only the old one named goes after that. */
function moveInto(out: string, temporary: string): void {
  mkdirSync(out, { recursive: true });
  const files = new Set(readdirSync(temporary));
  const move = (name: string) => {
    renameSync(join(temporary, name), join(out, name));
  };
  for (const name of files) if (name !== 'manifest.json') move(name);
  move('manifest.json');
  for (const name of readdirSync(out)) if (SHARD.test(name) && !files.has(name)) rmSync(join(out, name));
}
