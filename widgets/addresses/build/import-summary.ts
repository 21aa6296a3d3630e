import type { AddressDataset, RegionRows } from './dataset.ts';
import { ImportError } from './import-error.ts';
import type { StagedFolder } from './staged-folder.ts';
import type { Tally } from './tally.ts';

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

/** A summary that is filled while the import runs: its tallies are those of the dataset and of the folder. */
export function emptySummary(dataset: AddressDataset, { files, bytes }: StagedFolder): ImportSummary {
  const { date, rowsRead, rowsSkipped, notes } = dataset;
  if (!date) notes.push(`В файлах нет дня, на который они составлены: записан ${UNKNOWN_DATE}.`);
  const counts = { localities: 0, streets: 0, houses: 0, former: 0, regions: 0 };
  return { date: date || UNKNOWN_DATE, rowsRead, rowsSkipped, notes, files, bytes, ...counts };
}

/** Adds the numbers of a region's rows to a summary. */
export function addToSummary(summary: ImportSummary, { localities, streets, former }: RegionRows): void {
  summary.regions++;
  summary.localities += localities.length;
  summary.streets += streets.length;
  summary.former += former.length;
  for (const { houses } of [...localities, ...streets]) summary.houses += houses.length;
}
