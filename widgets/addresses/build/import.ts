import { setImmediate } from 'node:timers/promises';

import type { FileRef } from '../index/format.ts';
import { openDistribution, type Distribution } from './distribution.ts';
import { encodeManifest, encodeTowns, townsOf, type TownRow } from './encode-country.ts';
import { encodeRegion } from './encode-region.ts';
import { isGar } from './gar-tables.ts';
import { readGar } from './gar.ts';
import { ImportError } from './import-error.ts';
import { isKladr } from './kladr-tables.ts';
import { readKladr } from './kladr.ts';
import type { ReportProgress, RegionRows, AddressDataset } from './dataset.ts';
import { StagedFolder } from './staged-folder.ts';
import type { Tally } from './tally.ts';

export interface ImportOptions {
  /** Folder or archive with КЛАДР or ГАР. */
  from: string;
  /** Folder for the index. */
  out: string;
  /** Two digits; without it all regions of the files. */
  region?: string | undefined;
  progress?: ReportProgress;
  /** Stops the import; the index stays as it was. */
  signal?: AbortSignal;
}

export interface ImportSummary extends Pick<AddressDataset, 'date' | 'rowsRead' | 'rowsSkipped' | 'notes'> {
  localities: number;
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

/** A day, where the files do not tell theirs. */
const UNKNOWN_DATE = '1970-01-01';

/**
 * Builds the address index, region after region, beside `out`, and puts it in place when all of it is there, the manifest
 * last: a failed import leaves the old index as it was. The same input gives the same bytes. Throws an `ImportError` when
 * the input is not as it has to be.
 */
export async function importAddresses(options: ImportOptions): Promise<ImportSummary> {
  const { from, out, region = '', signal } = options;
  const progress: ReportProgress = (...state) => {
    signal?.throwIfAborted();
    options.progress?.(...state);
  };
  const distribution = await openDistribution(from);
  const folder = new StagedFolder(out);
  try {
    const source = await readDataset(distribution, region, progress);
    const summary = await writeIndex(source, folder, signal);
    folder.moveIntoPlace();
    return summary;
  } finally {
    distribution.close();
    folder.discard();
  }
}

async function readDataset(
  distribution: Distribution,
  region: string,
  progress: ReportProgress,
): Promise<AddressDataset> {
  const { names, messagePrefix } = distribution;
  if (isGar(names)) return readGar(distribution, region, progress);
  if (isKladr(names)) return readKladr(distribution, region, progress);
  throw new ImportError(`${messagePrefix} нет ни таблиц КЛАДР (KLADR.DBF), ни таблиц ГАР (AS_ADDR_OBJ).`);
}

async function writeIndex(
  source: AddressDataset,
  folder: StagedFolder,
  signal: AbortSignal | undefined,
): Promise<ImportSummary> {
  const summary = emptySummary(source, folder);
  const roots: Record<string, FileRef> = {};
  const towns: TownRow[] = [];
  for await (const rows of source.regions) {
    await setImmediate(); // lets a signal to stop through
    const { root, files } = encodeRegion(rows, source.longForms);
    for (const [name, bytes] of files) folder.write(name, bytes);
    roots[rows.region] = root;
    towns.push(...townsOf(rows));
    addToSummary(summary, rows);
  }
  signal?.throwIfAborted();
  if (summary.regions === 0) throw new EmptyImportError(summary);
  const country = summary.regions > 1 ? encodeTowns(towns) : undefined;
  for (const [name, bytes] of country?.files ?? []) folder.write(name, bytes);
  folder.write('manifest.json', encodeManifest(summary.date, roots, country?.ref));
  return summary;
}

function emptySummary(source: AddressDataset, { files, bytes }: StagedFolder): ImportSummary {
  const { date, rowsRead, rowsSkipped, notes } = source;
  if (!date) notes.push(`В файлах нет дня, на который они составлены: записан ${UNKNOWN_DATE}.`);
  const counts = { localities: 0, streets: 0, houses: 0, former: 0, regions: 0 };
  return { date: date || UNKNOWN_DATE, rowsRead, rowsSkipped, notes, files, bytes, ...counts };
}

function addToSummary(summary: ImportSummary, { localities, streets, former }: RegionRows): void {
  summary.regions++;
  summary.localities += localities.length;
  summary.streets += streets.length;
  summary.former += former.length;
  for (const { houses } of [...localities, ...streets]) summary.houses += houses.length;
}
