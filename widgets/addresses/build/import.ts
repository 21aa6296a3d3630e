import { setImmediate } from 'node:timers/promises';

import type { FileRef } from '../index/format.ts';
import { openDistribution, type Distribution } from './distribution.ts';
import { encodeManifest, encodeTowns, townsOf, type TownRow } from './encode-country.ts';
import { encodeRegion } from './encode-region.ts';
import { isGar } from './gar-tables.ts';
import { readGar } from './gar.ts';
import {
  checkRows,
  checkShrinkage,
  COUNTS_FILE,
  countsOf,
  readCounts,
  type RegionCounts,
} from './import-checks.ts';
import { ImportError } from './import-error.ts';
import { isKladr } from './kladr-tables.ts';
import { readKladr } from './kladr.ts';
import type { ReportProgress, RegionRows, AddressDataset } from './dataset.ts';
import { StagedFolder } from './staged-folder.ts';
import type { Tally } from './tally.ts';

/** What to import, and where to. */
export interface ImportOptions {
  /** Folder or archive with КЛАДР or ГАР. */
  from: string;
  /** Folder of the index. */
  out: string;
  /** Two digits; without it all regions of the files. */
  region?: string | undefined;
  /** Also imports what is refused otherwise: half as much as the index has, or tables with many wrong rows. */
  force?: boolean | undefined;
  progress?: ReportProgress;
  /** Stops the import: it rejects with the reason of the signal, and the old index stays. */
  signal?: AbortSignal;
}

/** What an import has read and written. */
export interface ImportSummary extends Pick<AddressDataset, 'date' | 'rowsRead' | 'rowsSkipped' | 'notes'> {
  /** Number of localities in the index. */
  localities: number;
  /** Number of streets. */
  streets: number;
  /** Number of rows of houses, each with a list of them. */
  houses: number;
  /** Number of former names. */
  former: number;
  /** Number of regions. */
  regions: number;
  /** Kind of file (the letter in its name; `manifest` for the manifest) → number of files. */
  files: Tally;
  /** Kind of file → bytes of these files. */
  bytes: Tally;
}

/** The files could be read, but have no current locality. Nothing was written. */
export class EmptyImportError extends ImportError {
  override name = 'EmptyImportError';
  /** What was read, and why it was left out. */
  readonly summary: ImportSummary;

  constructor(summary: ImportSummary) {
    super('Ничего не записано: среди прочитанного нет ни одного действующего места с кодом КЛАДР.');
    this.summary = summary;
  }
}

/** The day of the data if the files have none. */
const UNKNOWN_DATE = '1970-01-01';

/**
 * Builds an address index from КЛАДР or ГАР. Writes it region by region into a folder beside `out`, and moves it into place when it
 * is complete, the manifest last: a failed import does not change the old index. The same files give the same bytes. Rejects with
 * an `ImportError` if the files cannot be used, or if half of the index that is there would be lost.
 */
export async function importAddresses(options: ImportOptions): Promise<ImportSummary> {
  const { from, out, region = '', force = false, signal } = options;
  const progress: ReportProgress = (activity, share) => {
    signal?.throwIfAborted();
    options.progress?.(activity, share);
  };
  const distribution = await openDistribution(from);
  const folder = new StagedFolder(out);
  try {
    const dataset = await readDataset(distribution, region, progress);
    const { counts, ...summary } = await writeIndex(dataset, folder, signal);
    if (!force) {
      checkRows(summary);
      checkShrinkage(readCounts(out), counts);
    }
    folder.moveIntoPlace();
    return summary;
  } finally {
    distribution.close();
    folder.discard();
  }
}

/** Reads КЛАДР or ГАР, whichever the files are. */
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

/** Writes all files of an index into the temporary folder. Throws an {@link EmptyImportError} if there is no region. */
async function writeIndex(
  dataset: AddressDataset,
  folder: StagedFolder,
  signal: AbortSignal | undefined,
): Promise<ImportSummary & { counts: Record<string, RegionCounts> }> {
  const counts: Record<string, RegionCounts> = {};
  const summary = emptySummary(dataset, folder);
  // Region, two digits → its root file.
  const roots: Record<string, FileRef> = {};
  const towns: TownRow[] = [];
  for await (const rows of dataset.regions) {
    await setImmediate(); // lets SIGINT through between regions
    const { root, files } = encodeRegion(rows, dataset.longForms);
    for (const [name, bytes] of files) folder.write(name, bytes);
    roots[rows.region] = root;
    towns.push(...townsOf(rows));
    counts[rows.region] = countsOf(rows);
    addToSummary(summary, rows);
  }
  signal?.throwIfAborted();
  if (summary.regions === 0) throw new EmptyImportError(summary);
  const country = summary.regions > 1 ? encodeTowns(towns) : undefined;
  for (const [name, bytes] of country?.files ?? []) folder.write(name, bytes);
  folder.write(COUNTS_FILE, new TextEncoder().encode(`${JSON.stringify(counts)}\n`));
  folder.write('manifest.json', encodeManifest(summary.date, roots, country?.ref));
  return { ...summary, counts };
}

/** A summary that is filled while the import runs: its tallies are those of the dataset and of the folder. */
function emptySummary(dataset: AddressDataset, { files, bytes }: StagedFolder): ImportSummary {
  const { date, rowsRead, rowsSkipped, notes } = dataset;
  if (!date) notes.push(`В файлах нет дня, на который они составлены: записан ${UNKNOWN_DATE}.`);
  const counts = { localities: 0, streets: 0, houses: 0, former: 0, regions: 0 };
  return { date: date || UNKNOWN_DATE, rowsRead, rowsSkipped, notes, files, bytes, ...counts };
}

/** Adds the numbers of a region's rows to a summary. */
function addToSummary(summary: ImportSummary, { localities, streets, former }: RegionRows): void {
  summary.regions++;
  summary.localities += localities.length;
  summary.streets += streets.length;
  summary.former += former.length;
  for (const { houses } of [...localities, ...streets]) summary.houses += houses.length;
}
