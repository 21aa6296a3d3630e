import { setImmediate } from 'node:timers/promises';

import type { FileRef } from '../index/format.ts';
import { openDistribution, type Distribution } from './distribution.ts';
import { encodeManifest, encodeTowns, townsOf, type TownRow } from './encode-country.ts';
import { encodeRegion } from './encode-region.ts';
import { isGar } from './gar-tables.ts';
import { GarBase } from './gar-base.ts';
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
import { addToSummary, emptySummary, EmptyImportError, type ImportSummary } from './import-summary.ts';
import { isKladr } from './kladr-tables.ts';
import { readKladr } from './kladr.ts';
import type { ReportProgress, AddressDataset } from './dataset.ts';
import { addSpokenNames, noteAbout, type SpokenName } from './spoken-names.ts';
import { StagedFolder } from './staged-folder.ts';

/** What to import, and where to. */
export interface ImportOptions {
  /** Folder or archive with КЛАДР or ГАР. */
  from: string;
  /** Folder of the index. */
  out: string;
  /** Two digits; without it all regions of the files. */
  region?: string | undefined;
  /** Folder of the base of ГАР: a full import fills it, a delta changes it. */
  base?: string | undefined;
  /** `from` is a delta of ГАР, for what is in `base`. */
  isDelta?: boolean | undefined;
  /** Also imports what is refused otherwise: half of what the index has, many wrong rows, a delta that seems not to follow `base`. */
  force?: boolean | undefined;
  /** How people call places and streets, beside their names in the files. */
  spoken?: readonly SpokenName[];
  progress?: ReportProgress;
  /** Stops the import: it rejects with the reason of the signal, and the old index stays. */
  signal?: AbortSignal;
}

/**
 * Builds an address index from КЛАДР or ГАР. Writes it region by region into a folder beside `out`, and moves it into place when it
 * is complete, the manifest last: a failed import does not change the old index. The same files give the same bytes. Rejects with
 * an `ImportError` if the files cannot be used, or if half of the index that is there would be lost.
 */
export async function importAddresses(options: ImportOptions): Promise<ImportSummary> {
  const { from, out, force = false, signal } = options;
  const progress: ReportProgress = (activity, share) => {
    signal?.throwIfAborted();
    options.progress?.(activity, share);
  };
  const base = options.base ? new GarBase(options.base, out) : undefined;
  const distribution = await openDistribution(from);
  const folder = new StagedFolder(out);
  try {
    const dataset = await readDataset(distribution, { ...options, progress }, base);
    const { counts, ...summary } = await writeIndex(dataset, folder, options);
    if (!force) {
      checkRows(summary);
      checkShrinkage(readCounts(out), counts);
    }
    folder.moveIntoPlace();
    base?.moveIntoPlace();
    return summary;
  } finally {
    distribution.close();
    folder.discard();
    base?.discard();
  }
}

/** Reads КЛАДР or ГАР, whichever the files are. */
export async function readDataset(
  distribution: Distribution,
  {
    region = '',
    progress,
    isDelta,
    force,
  }: Omit<ImportOptions, 'from' | 'out'> & { progress: ReportProgress },
  base?: GarBase,
): Promise<AddressDataset> {
  const { names, messagePrefix } = distribution;
  if (isDelta && !base) throw new ImportError('Для обновления нужна база: добавьте --base ПАПКА.');
  if (isGar(names)) return readGar(distribution, { region, progress, base, isDelta, force });
  if (base) throw new ImportError(`${messagePrefix} не ГАР: база и обновления бывают только у ГАР.`);
  if (isKladr(names)) return readKladr(distribution, region, progress);
  throw new ImportError(`${messagePrefix} нет ни таблиц КЛАДР (KLADR.DBF), ни таблиц ГАР (AS_ADDR_OBJ).`);
}

/** Writes all files of an index into the temporary folder. Throws an {@link EmptyImportError} if there is no region. */
async function writeIndex(
  dataset: AddressDataset,
  folder: StagedFolder,
  { spoken = [], signal }: ImportOptions,
): Promise<ImportSummary & { counts: Record<string, RegionCounts> }> {
  const counts: Record<string, RegionCounts> = {};
  const summary = emptySummary(dataset, folder);
  // Region, two digits → its root file.
  const roots: Record<string, FileRef> = {};
  const towns: TownRow[] = [];
  const known = new Set<SpokenName>();
  for await (const rows of dataset.regions) {
    await setImmediate(); // lets SIGINT through between regions
    for (const name of addSpokenNames(rows, spoken)) known.add(name);
    const { root, files } = encodeRegion(rows, dataset.longForms);
    for (const [name, bytes] of files) folder.write(name, bytes);
    roots[rows.region] = root;
    towns.push(...townsOf(rows));
    counts[rows.region] = countsOf(rows);
    addToSummary(summary, rows);
  }
  signal?.throwIfAborted();
  summary.notes.push(...spoken.filter((name) => !known.has(name)).map(noteAbout));
  if (summary.regions === 0) throw new EmptyImportError(summary);
  const country = summary.regions > 1 ? encodeTowns(towns) : undefined;
  for (const [name, bytes] of country?.files ?? []) folder.write(name, bytes);
  folder.write(COUNTS_FILE, new TextEncoder().encode(`${JSON.stringify(counts)}\n`));
  folder.write('manifest.json', encodeManifest(summary.date, roots, country?.ref));
  return { ...summary, counts };
}
